import { type Actor } from '@app/access';
import { type EventDefinition, fieldsOf, possibilities, pathwayNamed } from '@app/pathways';
import { Officers, Schools } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { dayAsTyped, dayField } from '../forms/day-field';
import { type Answers, readAnswers } from '../forms/event-form';
import { type Choices, fieldModels } from '../forms/field-model';
import { type FormBody } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { type BulkAsked } from './bulk-asked';
import { type ChosenCase, ChosenCases, MOST_CHOSEN } from './chosen-cases.repository';

/** Steps that are about one child alone: measures, plans, scores. They have their own form on the case. */
const ABOUT_ONE_CHILD = [
  'SCORE_CONFIRMED',
  'BASELINE_COMPLETED',
  'HANDOVER_HELD',
  'EXIT_SETTLED',
  'EXIT_EXTENDED',
  'FOLLOW_UP_RECORDED',
  'CHECK_IN_RECORDED',
  'PLACE_RELEASED',
  'CONSENT_GIVEN',
  'ESCALATED',
  'FINAL_ISSUED',
  'DRAFT_ISSUED',
  'EXCEPTION_CLAIMED',
];

/** Rare for one case, but a colleague who is away has many. */
const FOR_A_COLLEAGUE = ['COVER_STARTED', 'COVER_ENDED'];

/** The form of one step for several cases. */
@Injectable()
export class BulkForms {
  constructor(
    private readonly cases: ChosenCases,
    private readonly officers: Officers,
    private readonly schools: Schools,
    private readonly clock: Clock,
  ) {}

  /** Which step, of those that at least one of the chosen cases can take now. */
  async stepPage(actor: Actor, asked: BulkAsked): Promise<Page> {
    const chosen = await this.cases.read(actor, asked.references);
    const steps = this.stepsFor(actor, chosen);
    return page('bulk/step', {
      ...asked,
      chosen,
      steps,
      action: paths.bulk.form,
      tooMany: asked.references.length > MOST_CHOSEN,
    });
  }

  /** The questions of the step, filled in with what was typed; `answers` says what is wrong with it. */
  async formPage(
    actor: Actor,
    asked: BulkAsked,
    { answers, body = {} }: { answers?: Answers; body?: FormBody } = {},
  ): Promise<Page> {
    const chosen = await this.cases.read(actor, asked.references);
    const definition = definitionOf(chosen, asked.type);
    if (!chosen.length || !definition) return this.stepPage(actor, asked);
    const problems = answers?.problems ?? [];
    const typed: FormBody = answers?.typed ?? {
      ...dayAsTyped('occurredOn', this.clock.today()),
      ...body,
    };
    const fields = fieldsOf(definition.payload).filter(({ name }) => !(name in asked.fixed));
    const choices = await this.choices(actor, chosen[0]?.pathway);
    const model = {
      ...asked,
      chosen,
      problems,
      action: paths.bulk.check,
      title: definition.title,
      hint: definition.hint,
      fields: [
        ...fieldModels(fields, typed, { problems, choices }),
        this.whenField(typed, problems),
      ],
    };
    return page('bulk/form', model, { status: problems.length ? 422 : 200 });
  }

  /** Reads the answers of the form. */
  async read(
    actor: Actor,
    chosen: readonly ChosenCase[],
    definition: EventDefinition,
    body: FormBody,
  ): Promise<Answers> {
    const mayBackdate = actor.roles.some(
      (role) => role === 'send_manager' || role === 'transition_lead',
    );
    return readAnswers(definition.payload, body, {
      today: this.clock.today(),
      mayBackdate,
      choices: await this.choices(actor, chosen[0]?.pathway),
    });
  }

  private whenField(typed: FormBody, problems: Answers['problems']) {
    const problem = problems.find(({ field }) => field === 'occurredOn-day')?.text;
    const example = this.clock.today().split('-').reverse().map(Number).join(' ');
    return dayField('occurredOn', 'When did this happen?', typed, {
      problem,
      hint: `The same day for all. For example, ${example}`,
    });
  }

  private stepsFor(actor: Actor, chosen: readonly ChosenCase[]) {
    const pathway = chosen[0] && pathwayNamed(chosen[0].pathway);
    if (!pathway) return [];
    const offered = Object.entries(pathway.events).filter(
      ([type, { roles, prominence, payload }]) =>
        (prominence !== 'rare' || FOR_A_COLLEAGUE.includes(type)) &&
        !ABOUT_ONE_CHILD.includes(type) &&
        !fieldsOf(payload).some(({ kind }) => kind === 'rows') &&
        roles.some((role) => actor.roles.includes(role)),
    );
    const types = offered.map(([type]) => type);
    const counts = new Map<string, number>();
    for (const each of chosen) {
      const open = possibilities(
        pathway,
        each.state,
        { occurredOn: this.clock.today(), facts: GIVEN },
        types,
      );
      for (const { type } of open.filter(({ reasons }) => !reasons.length))
        counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return offered
      .flatMap(([type, { title }]) =>
        counts.has(type) ? [{ type, title, count: counts.get(type) ?? 0 }] : [],
      )
      .sort((a, b) => b.count - a.count);
  }

  private async choices(actor: Actor, pathway: string | undefined): Promise<Choices> {
    const [officers, schools] = await Promise.all([
      this.officers.list(actor),
      this.schools.list(actor, { openOnly: true }),
    ]);
    const heldBy = pathway ? pathwayNamed(pathway).heldBy : [];
    const workers = officers.filter(
      ({ roles, active }) => active && heldBy.some((role) => roles.includes(role)),
    );
    return {
      officers: workers.map(({ id, name, teamName }) => ({
        value: id,
        text: teamName ? `${name}, ${teamName}` : name,
      })),
      schools: schools.map(({ urn, name }) => ({ value: urn, text: name })),
    };
  }
}

const GIVEN = {
  placeAvailable: true,
  withinCaseload: true,
  identityKnown: true,
  contactExists: true,
  onRollAtDestination: true,
  stillYear7: true,
  capacity: true,
  placeVacant: true,
  slotAvailable: true,
};

/** The event that was asked for, as the pathway of the chosen cases describes it. */
export function definitionOf(
  chosen: readonly ChosenCase[],
  type: string,
): EventDefinition | undefined {
  const first = chosen[0];
  return first && pathwayNamed(first.pathway).events[type];
}
