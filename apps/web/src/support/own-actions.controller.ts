import { type Actor } from '@app/access';
import { actionForms, Actions, type OwnAction, OwnActions, OWNERS_SAY } from '@app/casework';
import { longDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { actionStateOf } from './action-model';
import { ACTION_STEPS, actionEventOf, actionSlug, type OwnersWord } from './action-steps';
import { formModel, opensWith, readForm, type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const SAY = { action: 'say how my own action stands', roles: 'any' } as const;

/** An action in the hands of its owner, who need not see the rest of the case. */
@Controller()
export class OwnActionsController {
  constructor(
    private readonly own: OwnActions,
    private readonly actions: Actions,
    private readonly forms: SupportForms,
  ) {}

  @Get(paths.work.action(':id'))
  @Policy(SAY)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const { action, subject } = await this.mustOwn(officer, id);
    const { text, dueOn, evidence, state } = action;
    const says = OWNERS_SAY.filter(() => TO_SAY.includes(state) && subject.file.open);
    return page('my-work/action', {
      text,
      evidence,
      due: longDay(dueOn),
      reference: subject.file.reference,
      state: actionStateOf(action, subject.today),
      links: says.map((type) => ({
        title: ACTION_STEPS[type].title,
        href: paths.work.actionStep(id, actionSlug(type)),
      })),
    });
  }

  @Get(paths.work.actionStep(':id', ':step'))
  @Policy(SAY)
  async step(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') slug: string,
  ): Promise<Page> {
    const owned = await this.mustOwn(officer, id);
    const form = saying(owned, mustBe(slug));
    this.forms.refuseEnded(owned.subject.file);
    return page('my-work/action-form', formModel(form, opensWith(form), []));
  }

  @Post(paths.work.actionStep(':id', ':step'))
  @Policy(SAY)
  async say(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') slug: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const owned = await this.mustOwn(officer, id);
    const type = mustBe(slug);
    const form = saying(owned, type);
    const write = async (typed: object) => {
      this.forms.refuseEnded(owned.subject.file);
      await this.actions.tell(officer, owned.subject, id, { type, typed });
      return redirect(paths.work.action(id), { flash: ACTION_STEPS[type].done });
    };
    return readForm(form, body, write, (typed, problems) =>
      page('my-work/action-form', formModel(form, typed, problems), {
        status: problems.length ? 422 : 200,
      }),
    );
  }

  private async mustOwn(officer: Actor, id: string): Promise<OwnAction> {
    const owned = await this.own.open(officer, id);
    if (!owned) throw new NotFoundException();
    return owned;
  }
}

const TO_SAY: readonly string[] = ['open', 'overdue'];

function mustBe(slug: string): OwnersWord {
  const type = OWNERS_SAY.find((it) => it === actionEventOf(slug));
  if (!type) throw new NotFoundException();
  return type;
}

function saying({ action }: OwnAction, type: OwnersWord): SupportForm {
  const { title, submit } = ACTION_STEPS[type];
  return {
    section: '',
    title,
    lead: action.text,
    schema: actionForms[type],
    action: paths.work.actionStep(action.id, actionSlug(type)),
    submit,
    cancelHref: paths.work.action(action.id),
  };
}
