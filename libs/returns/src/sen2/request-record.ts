import { excuseOf } from '@app/casework';
import { excusedBy } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Collection, inYear } from './collection';
import { type CaseEvent, type CaseFacts, saidIn } from './facts';
import { type Assessment, type NamedPlan, type Outcome, type Request } from './records';

const SOURCES: Readonly<Record<string, string>> = {
  parent: '1',
  young_person: '1',
  school: '2',
  health: '3',
  social_care: '4',
};
const NEVER_WAS = ['CASE_VOIDED', 'WRONG_CHILD', 'DUPLICATE_FOUND'];
const LEFT = ['REQUEST_WITHDRAWN', 'FAMILY_WITHDREW', 'CHILD_MOVED_LA', 'DECEASED'];
const ASSESSED = ['AGREED_TO_ASSESS', 'ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED'];
const PLANNED = ['AGREED_TO_ISSUE', 'PLAN_CONCEDED', 'PLAN_ORDERED', 'DRAFT_ISSUED'];

/** An assessment case as the return counts it: the first decisions, as known at the end of the calendar year. */
export interface Journey {
  readonly received: CaseEvent;
  readonly toAssess: CaseEvent | undefined;
  readonly assessed: boolean;
  readonly refusedPlan: CaseEvent | undefined;
  /** A plan is to be made: agreed, conceded or ordered. */
  readonly planned: boolean;
  readonly final: CaseEvent | undefined;
  readonly left: CaseEvent | undefined;
  readonly events: readonly CaseEvent[];
}

/**
 * Reads a case up to the end of the calendar year; a final plan counts up to survey day, since the plan is active then.
 * @returns undefined for a request after the year, and for a case that never was one
 */
export function journeyOf({ events }: CaseFacts, { to, census }: Collection): Journey | undefined {
  const [received] = events;
  if (!received || received.on > to || events.some(({ type }) => NEVER_WAS.includes(type)))
    return undefined;
  const known = events.filter(({ type, on }) => on <= (type === 'FINAL_ISSUED' ? census : to));
  const first = (...types: string[]) => known.find(({ type }) => types.includes(type));
  const final = first('FINAL_ISSUED');
  const ended = first(...LEFT);
  return {
    received,
    toAssess: first('AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS'),
    assessed: first(...ASSESSED) !== undefined,
    refusedPlan: first('REFUSED_TO_ISSUE'),
    planned: first(...PLANNED) !== undefined,
    final,
    left: final && ended && final.on <= ended.on ? undefined : ended,
    events: known,
  };
}

/** Whether the request belongs in the return for its own sake: it was open, or came to its end, in the year. */
export function isInScope(journey: Journey, { from }: Collection): boolean {
  const done = doneOn(journey);
  return done === null || done >= from;
}

function doneOn({ final, left, toAssess, assessed, refusedPlan, planned }: Journey) {
  if (final) return final.on;
  if (left) return left.on;
  if (toAssess?.type === 'REFUSED_TO_ASSESS' && !assessed) return toAssess.on;
  return refusedPlan && !planned ? refusedPlan.on : null;
}

/** Whether there was mediation, and whether there was an appeal. */
interface Disputed {
  readonly mediation: boolean;
  readonly tribunal: boolean;
}

/** What belongs to the plan that a request led to; `later` is what was disputed about it after the assessment. */
interface OfPlan extends Pick<Request, 'activeplan' | 'planId'> {
  readonly namedplan: NamedPlan | null;
  readonly later: Disputed;
}

const either = (one: Disputed, other: Disputed): Disputed => ({
  mediation: one.mediation || other.mediation,
  tribunal: one.tribunal || other.tribunal,
});

const DISPUTES = { mediation: 'MEDIATION_REQUESTED', tribunal: 'APPEAL_LODGED' } as const;

/** What was disputed in the calendar year about a plan between its reviews. */
export function disputedLater(matters: readonly CaseFacts[], collection: Collection): Disputed {
  const events = matters.flatMap((matter) => matter.events);
  const happened = (wanted: string) =>
    events.some(({ type, on }) => type === wanted && inYear(on, collection));
  return {
    mediation: happened(DISPUTES.mediation),
    tribunal: happened(DISPUTES.tribunal),
  };
}

/** The request of a case. `plan` is the plan it led to, `activeplan` the same while it is in force. */
export function requestOf(
  { reference }: CaseFacts,
  journey: Journey,
  { namedplan, later, ...plan }: OfPlan,
  collection: Collection,
): Request {
  const { received, toAssess, left } = journey;
  const decided = firstDecision(toAssess, left, collection);
  const overturned = journey.events.find(({ type }) =>
    ['ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED'].includes(type),
  );
  return {
    reference,
    ...plan,
    receiveddate: received.on,
    requestsource: SOURCES[saidIn(received, 'source') ?? ''] ?? '5',
    rya: received.payload['rya'] === true,
    requestoutcome: decided.outcome,
    requestoutcomedate: decided.on,
    ...flags('request', disputed(journey, 'REFUSED_TO_ASSESS', overturned)),
    exported: left?.type === 'CHILD_MOVED_LA' ? saidIn(left, 'newLaCode') : null,
    assessment: journey.assessed ? assessmentOf(journey, { namedplan, later }, collection) : null,
  };
}

/** The first decision: what a mediation or the Tribunal changes later shows in flags, never here. */
function firstDecision(
  decision: CaseEvent | undefined,
  left: CaseEvent | undefined,
  collection: Collection,
): { outcome: Outcome; on: CalendarDay | null } {
  if (!decision) return { outcome: left ? 'W' : 'A', on: null };
  if (!inYear(decision.on, collection)) return { outcome: 'H', on: null };
  return { outcome: decision.type === 'REFUSED_TO_ASSESS' ? 'N' : 'Y', on: decision.on };
}

function assessmentOf(
  journey: Journey,
  { namedplan, later }: Pick<OfPlan, 'namedplan' | 'later'>,
  collection: Collection,
): Assessment {
  const { final, refusedPlan } = journey;
  const overturned = journey.events.find(
    ({ type, on }) =>
      refusedPlan &&
      on >= refusedPlan.on &&
      ['PLAN_CONCEDED', 'PLAN_ORDERED', 'FINAL_ISSUED'].includes(type),
  );
  const { outcome, on } = outcomeOf(journey, collection);
  return {
    assessmentoutcome: outcome,
    assessmentoutcomedate: on,
    ...flags('assessment', disputed(journey, 'REFUSED_TO_ISSUE', overturned)),
    ...flags('other', either(disputed(journey, 'FINAL_ISSUED', undefined), later)),
    week20: outcome === 'Y' && final ? isExcused(journey) : null,
    namedplan,
  };
}

function outcomeOf({ refusedPlan, final, left, planned }: Journey, collection: Collection) {
  const said = (outcome: Outcome, on: CalendarDay | null = null) => ({ outcome, on });
  const decision = refusedPlan ?? final;
  if (decision && decision.on < collection.from) return said('H');
  if (refusedPlan) return said('N', refusedPlan.on);
  if (final) return said('Y', final.on);
  if (left) return said('W');
  return said(planned ? 'Y' : 'A');
}

const TWENTY_WEEKS = { code: 'w20', subject: '' } as const;

/** Whether one of the grounds of regulation 13(3) was recorded for the 20 weeks. */
function isExcused({ events }: Journey): boolean {
  const claimed = events.filter(({ type }) => type === 'EXCEPTION_CLAIMED').flatMap(excusedBy);
  return excuseOf(TWENTY_WEEKS, claimed) !== null;
}

/** What was disputed between a decision and whatever changed it. */
function disputed({ events }: Journey, decision: string, until: CaseEvent | undefined): Disputed {
  const from = events.findIndex(({ type }) => type === decision);
  const to = until ? events.indexOf(until) : events.length;
  const between = from < 0 ? [] : events.slice(from, Math.max(from, to));
  return {
    mediation: between.some(({ type }) => type === DISPUTES.mediation),
    tribunal: between.some(({ type }) => type === DISPUTES.tribunal),
  };
}

const flags = <Of extends 'request' | 'assessment' | 'other'>(
  of: Of,
  { mediation, tribunal }: Disputed,
) =>
  ({ [`${of}mediation`]: mediation, [`${of}tribunal`]: tribunal }) as Record<
    `${Of}mediation` | `${Of}tribunal`,
    boolean
  >;
