import { type Actor, mayRecord } from '@app/access';
import {
  advance,
  type EventDefinition,
  type Facts,
  type Instruction,
  NotAllowedNow,
  passedOn,
  type Pathway,
  permissionsOf,
  type Step,
  weightOf,
} from '@app/pathways';
import { titleOf } from '@app/letters';
import { type CalendarDay } from '@app/statutory-calendar';
import { type ChosenCase } from './chosen-cases.repository';

/** What would happen to one case. */
export interface Forecast {
  readonly reference: string;
  readonly version: number;
  readonly name: string;
  readonly schoolName: string | null;
  readonly now: string;
  /** Where it would stand; undefined when it would stay where it is, or is refused. */
  readonly then: string | undefined;
  /** What follows: messages and tasks, in words. */
  readonly follows: readonly string[];
  /** Why it cannot be done; undefined when it can. */
  readonly refused: string | undefined;
}

/** One step for several cases. */
export interface BulkStep {
  readonly pathway: Pathway;
  readonly type: string;
  readonly definition: EventDefinition;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly occurredOn: CalendarDay;
}

/** What is scarce and is used up from case to case. */
export interface Supply {
  /** Weight that the chosen worker can still take on. */
  room: number;
  freePlaces: number;
}

/** Judges each case by the machine itself, in order, so that the last place and the last room are given once. */
export function forecast(
  actor: Actor,
  chosen: readonly ChosenCase[],
  step: BulkStep,
  supply: Supply,
): Forecast[] {
  const left = { ...supply };
  return chosen.map((each) => one(actor, each, step, left));
}

function one(actor: Actor, each: ChosenCase, step: BulkStep, left: Supply): Forecast {
  const { reference, version, name, schoolName } = each;
  const words = {
    reference,
    version,
    name,
    schoolName,
    now: standing(step.pathway, each.state.value),
  };
  const nothing = { ...words, then: undefined, follows: [] };
  if (each.pathway !== step.pathway.name)
    return { ...nothing, refused: 'This is a case of another kind' };
  if (!mayRecord(actor, each, step.definition))
    return { ...nothing, refused: 'You may not record this step on this case' };
  try {
    const after = advance(step.pathway, each.state, {
      type: step.type,
      occurredOn: step.occurredOn,
      payload: step.payload,
      facts: factsOf(actor, each, step, left),
    });
    use(step, after, left);
    const then = standing(step.pathway, after.state.value);
    return {
      ...words,
      then: then === words.now ? undefined : then,
      follows: followsOf(after.instructions),
      refused: undefined,
    };
  } catch (error) {
    if (!(error instanceof NotAllowedNow)) throw error;
    return { ...nothing, refused: error.reasons.map(({ text }) => text).join('. ') };
  }
}

function factsOf(
  actor: Actor,
  each: ChosenCase,
  { payload, occurredOn }: BulkStep,
  left: Supply,
): Facts {
  return {
    actorMay: permissionsOf(actor.roles),
    passed: passedOn(each.clocks, occurredOn),
    contactExists: each.hasContact,
    identityKnown: each.isIdentityKnown,
    placeAvailable: left.freePlaces > 0,
    topOfList: false,
    withinCaseload: weightOf(payload, each.state.context) <= left.room,
    onRollAtDestination:
      each.childUrn !== null && each.childUrn === each.state.context['destination'],
    stillYear7: true,
  };
}

function use({ type, payload }: BulkStep, { instructions, state }: Step, left: Supply): void {
  if (type === 'ALLOCATED') left.room -= weightOf(payload, state.context);
  if (instructions.some((it) => it.type === 'place.claim')) left.freePlaces -= 1;
}

/** Where a case stands: its stage, the family’s agreement, and who holds it. */
export function standing({ copy }: Pathway, value: Readonly<Record<string, string>>): string {
  const said = (region: string) => copy.states[region]?.[value[region] ?? ''];
  return [said('work'), said('consent'), said('ownership')]
    .filter(Boolean)
    .join(', ')
    .replace(/, (.)/g, (_, first: string) => `, ${first.toLowerCase()}`);
}

/** What follows a step, in words: messages and tasks. */
export function followsOf(instructions: readonly Instruction[]): string[] {
  return instructions.flatMap((it) => {
    if (it.type === 'message.send')
      return [`${titleOf(it.notice)}: to ${it.to.map((who) => READERS[who] ?? who).join(', ')}`];
    if (it.type === 'task.open') return [`Task: ${it.task}`];
    if (it.type === 'place.claim') return ['A place is held'];
    return it.type === 'place.release' ? ['The place becomes free'] : [];
  });
}

const READERS: Readonly<Record<string, string>> = {
  family: 'the family',
  school: 'the school',
  destination_school: 'the secondary school',
  owner: 'the worker',
  manager: 'the manager',
  transition_lead: 'the transition lead',
  referrer: 'whoever nominated the child',
  health: 'health',
  social_care: 'social care',
  advisers: 'the service that was asked',
  settings: 'the consulted schools',
  new_authority: 'the new council',
  ehe_team: 'the home education team',
  dsl: 'the safeguarding lead',
};
