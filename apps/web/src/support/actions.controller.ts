import { type Actor } from '@app/access';
import {
  actionForms,
  Actions,
  actionsShownTo,
  type OpenedCase,
  OwnActions,
  type PersonalEvent,
} from '@app/casework';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { actionFacts, actionLinks, actionRow } from './action-model';
import { ACTION_STEPS, actionEventOf, actionSlug, TRAIL_WORDS } from './action-steps';
import { Colleagues } from './colleagues.service';
import { type SupportForm } from './support-form';
import { SupportForms } from './support-forms.service';

const SEE = { action: 'see the actions of a case', roles: 'any', relation: 'case' } as const;
const WORK = { ...SEE, action: 'work on the actions of a case' } as const;
const PART = 'actions';
const ONE = 'one action';
const SECTION = 'Actions';
const STEP = [':reference', ':id', ':step'] as const;

/** Actions of a case: who is to do what, by when, and who checked it. */
@Controller()
export class ActionsController {
  constructor(
    private readonly forms: SupportForms,
    private readonly actions: Actions,
    private readonly colleagues: Colleagues,
    private readonly own: OwnActions,
  ) {}

  @Get(paths.support.actions(':reference'))
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const opened = await this.forms.see(officer, reference, PART);
    const all = await this.actions.of(officer.authority, opened.file.id);
    const rows = actionsShownTo(officer, opened.relation, all);
    const isOver = ({ state }: { state: string }) => state === 'done' || state === 'cancelled';
    return this.forms.show(opened, SECTION, 'actions', {
      toDo: rows.filter((row) => !isOver(row)).map((row) => actionRow(row, opened)),
      over: rows.filter(isOver).map((row) => actionRow(row, opened)),
      addHref: this.forms.mayWork(officer, opened) ? paths.support.addAction(reference) : undefined,
    });
  }

  @Get(paths.support.addAction(':reference'))
  @Policy(WORK)
  async blank(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Query() query: unknown,
  ): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    return this.forms.blank(opened, await this.adding(officer, opened, sourceIn(query)));
  }

  @Post(paths.support.addAction(':reference'))
  @Policy(WORK)
  async add(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const source = sourceIn(body);
    const form = await this.adding(officer, opened, source);
    return this.forms.sent(opened, form, body, async (details) => {
      await this.actions.add(officer, opened, details, { source });
      return redirect(form.cancelHref, { flash: 'The action is added.' });
    });
  }

  @Get(paths.support.action(':reference', ':id'))
  @Policy(SEE)
  async show(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
  ): Promise<Page | Redirect> {
    const owned = await this.own.open(officer, id);
    if (owned && !owned.hasCase) return redirect(paths.work.action(id));
    const opened = await this.forms.see(officer, reference, ONE);
    const action = await this.mustFind(officer, opened, id);
    return this.forms.show(opened, SECTION, 'action', {
      action: actionFacts(action, opened),
      links: this.forms.mayWork(officer, opened) ? actionLinks(action, opened, officer) : [],
      trail: action.trail.map((line) => ({
        title: TRAIL_WORDS[line.type] ?? line.type,
        by: line.by,
        on: plainDay(line.occurredOn),
        words: line.words === 'PATHWAY_CLOSED' ? 'The case ended.' : line.words,
        owner: line.owner,
        due: plainDay(line.dueOn),
      })),
      backHref: paths.support.actions(reference),
    });
  }

  @Get(paths.support.actionStep(...STEP))
  @Policy(WORK)
  async step(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('step') slug: string,
  ): Promise<Page> {
    const opened = await this.forms.work(officer, reference, PART);
    const action = await this.mustFind(officer, opened, id);
    return this.forms.blank(opened, await this.telling(officer, opened, action, slug));
  }

  @Post(paths.support.actionStep(...STEP))
  @Policy(WORK)
  async tell(
    @SignedIn() officer: Actor,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Param('step') slug: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const opened = await this.forms.work(officer, reference, PART);
    const action = await this.mustFind(officer, opened, id);
    const type = mustBe(slug);
    const form = await this.telling(officer, opened, action, slug);
    return this.forms.sent(opened, form, body, async (typed) => {
      await this.actions.tell(officer, opened, id, { type, typed });
      return redirect(paths.support.action(reference, id), { flash: ACTION_STEPS[type].done });
    });
  }

  private async mustFind(officer: Actor, { file }: OpenedCase, id: string) {
    const action = await this.actions.find(officer.authority, file.id, id);
    if (!action) throw new NotFoundException();
    return action;
  }

  private async adding(
    officer: Actor,
    opened: OpenedCase,
    source: 'case' | 'plan',
  ): Promise<SupportForm> {
    const { reference } = opened.file;
    return {
      section: SECTION,
      title: 'Add an action',
      lead: 'One person does it, by a day, and somebody else checks that it is done.',
      schema: actionForms.add,
      action: paths.support.addAction(reference),
      submit: 'Add the action',
      cancelHref:
        source === 'plan' ? paths.support.plan(reference) : paths.support.actions(reference),
      hidden: [{ name: 'for', value: source }],
      choices: await this.colleagues.of(officer, opened),
    };
  }

  private async telling(
    officer: Actor,
    opened: OpenedCase,
    { id, text }: { id: string; text: string },
    slug: string,
  ): Promise<SupportForm> {
    const type = mustBe(slug);
    const { title, submit } = ACTION_STEPS[type];
    const { reference } = opened.file;
    return {
      section: SECTION,
      title,
      lead: text,
      schema: actionForms[type],
      action: paths.support.actionStep(reference, id, actionSlug(type)),
      submit,
      cancelHref: paths.support.action(reference, id),
      ...(type === 'REASSIGNED' && { choices: await this.colleagues.of(officer, opened) }),
    };
  }
}

/** Whether the action belongs to the plan. */
const sourceIn = (from: unknown) => (one(from, 'for') === 'plan' ? 'plan' : 'case');

function mustBe(slug: string): PersonalEvent {
  const type = actionEventOf(slug);
  if (!type) throw new NotFoundException();
  return type;
}
