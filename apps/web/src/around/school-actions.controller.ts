import { type Actor } from '@app/access';
import { actionForms, eventsOfAction, type PersonalEvent } from '@app/casework';
import { type SchoolAction, SchoolActions } from '@app/panels';
import { Officers } from '@app/people';
import { Clock, londonDay, longDay, shortDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { actionStateOf } from '../support/action-model';
import { ACTION_STEPS, actionEventOf, actionSlug, TRAIL_WORDS } from '../support/action-steps';

const SEE = { action: 'see actions for schools', roles: 'any' } as const;
const SAY = { action: 'say how an action for a school stands', roles: 'any' } as const;

/** What panels agreed with schools: what is still to be done, who does it, and whether somebody else has checked it. */
@Controller()
export class SchoolActionsController {
  constructor(
    private readonly actions: SchoolActions,
    private readonly officers: Officers,
    private readonly clock: Clock,
  ) {}

  @Get(paths.around.schoolActions)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor): Promise<Page> {
    const all = await this.actions.list(officer);
    return page('around/school-actions', { rows: all.map((action) => this.row(action)) });
  }

  @Get(paths.around.schoolAction(':id'))
  @Policy(SEE)
  async one(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const { action, trail } = await this.actions.find(officer, id);
    return page('around/school-action', {
      ...this.row(action),
      due: longDay(action.dueOn),
      agreed: `${action.panel}, ${longDay(action.agreedOn)}`,
      email: action.ownerEmail,
      evidence: action.evidence,
      links: eventsOfAction(action.state)
        .filter((type): type is PersonalEvent => type in ACTION_STEPS)
        .filter((type) => this.actions.maySay(officer, action, type))
        .map((type) => ({
          title: ACTION_STEPS[type].title,
          href: paths.around.schoolActionStep(id, actionSlug(type)),
        })),
      trail: trail.map(({ type, words, at, by }) => ({
        title: TRAIL_WORDS[type] ?? type,
        on: longDay(londonDay(at)),
        by,
        words,
      })),
    });
  }

  @Get(paths.around.schoolActionStep(':id', ':step'))
  @Policy(SAY)
  async ask(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
  ): Promise<Page> {
    return blankForm((await this.form(officer, id, step)).form);
  }

  @Post(paths.around.schoolActionStep(':id', ':step'))
  @Policy(SAY)
  async say(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { form, type } = await this.form(officer, id, step);
    return sentForm(form, body, async (typed) => {
      await this.actions.tell(officer, id, { type, typed });
      return redirect(paths.around.schoolAction(id), { flash: ACTION_STEPS[type].done });
    });
  }

  private async form(officer: Actor, id: string, step: string) {
    const { action } = await this.actions.find(officer, id);
    const type = actionEventOf(step);
    if (!type) throw new NotFoundException();
    const people = type === 'REASSIGNED' ? await this.officers.list(officer) : [];
    const form: PanelForm = {
      title: ACTION_STEPS[type].title,
      lead: `${action.text} (${action.school})`,
      schema: actionForms[type],
      action: paths.around.schoolActionStep(id, step),
      submit: ACTION_STEPS[type].submit,
      back: { text: 'The action', href: paths.around.schoolAction(id) },
      choices: {
        officers: people
          .filter(({ active }) => active)
          .map(({ id: value, name }) => ({ value, text: name })),
      },
    };
    return { form, type };
  }

  private row(action: SchoolAction) {
    return {
      href: paths.around.schoolAction(action.id),
      text: action.text,
      school: action.school,
      owner: action.ownerName,
      panel: action.panel,
      due: shortDay(action.dueOn),
      state: actionStateOf(action, this.clock.today()),
    };
  }
}
