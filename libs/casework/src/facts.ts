import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import {
  type FactName,
  type Facts,
  passedOn,
  pathwayNamed,
  permissionsOf,
  said,
  PERMISSIONS,
  type Permission,
} from '@app/pathways';
import { addMonths, type CalendarDay, isYoungPerson, ncYearOn } from '@app/statutory-calendar';
import { type CaseRow } from './case-row';
import { OPEN_WORDS } from './support/actions/action-sql';

/** What the facts are asked about. */
export interface FactQuestion {
  readonly actor: Actor;
  readonly subject: CaseRow;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly needs: readonly FactName[];
}

/** Facts that take a look at other rows. */
const LOOKED_UP: readonly FactName[] = [
  'placeAvailable',
  'topOfList',
  'openCaseExists',
  'withinCaseload',
  'contactExists',
  'identityKnown',
  'actorProposed',
  'passed',
  'openActions',
];

/** Puts beside an event what its guards may ask, read from the records: at most one statement. */
export async function factsFor(runner: Runner, question: FactQuestion): Promise<Facts> {
  const { subject, occurredOn, needs, actor } = question;
  return {
    actorMay: mayDo(actor),
    passed: passedOn(subject.clocks, occurredOn),
    ...(needs.includes('onRollAtDestination') && {
      onRollAtDestination:
        subject.childUrn !== null && subject.childUrn === subject.state.context['destination'],
    }),
    ...(needs.includes('closedWithinYear') && {
      closedWithinYear: subject.closedOn !== null && occurredOn <= addMonths(subject.closedOn, 12),
    }),
    ...(needs.includes('youngPerson') && { youngPerson: isYoungPerson(subject.dob, occurredOn) }),
    ...(needs.includes('stillYear7') && { stillYear7: ncYearOn(subject.dob, occurredOn) === '7' }),
    ...(await lookedUp(runner, question)),
  };
}

/** Only what the guards of this event ask: history keeps no more than the judgement rests on. */
export function onlyNeeded(facts: Facts, needs: readonly FactName[]): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => needs.includes(name as FactName)),
  );
}

/** The permissions that ride on the event; the system may do what a timer needs. */
export function mayDo(actor: Actor): Permission[] {
  return actor.roles.includes('system')
    ? (Object.keys(PERMISSIONS) as Permission[])
    : permissionsOf(actor.roles);
}

async function lookedUp(
  runner: Runner,
  { subject, payload, occurredOn, needs, actor }: FactQuestion,
): Promise<Facts> {
  const wanted = needs.filter((need) => LOOKED_UP.includes(need));
  if (!wanted.length) return {};
  const [row] = await runner.run<Facts>('case-facts', FACTS, [
    actor.authority,
    subject.id,
    subject.childId,
    subject.pathway,
    subject.cohort,
    occurredOn,
    uuidOr(payload['workerId']),
    Number(payload['weight'] ?? 1),
    said({ payload }, 'survivingCase') ?? '',
    wanted,
    pathwayNamed(subject.pathway).proposals ?? [],
    uuidOr(actor.id),
  ]);
  return Object.fromEntries(wanted.map((name) => [name, row?.[name] ?? false]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id if it is one, else null: a guard then says no, and the database is not asked nonsense. */
export function uuidOr(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null;
}

/** A free place is one that nobody holds from this day on; the numbers are those of the parameters. */
export const freePlace = ({
  programme,
  cohort,
  day,
}: {
  programme: string;
  cohort: string;
  day: string;
}) => `
  p.authority = $1 AND p.programme = ${programme} AND p.cohort = ${cohort}
  AND NOT EXISTS (SELECT 1 FROM place_holding o WHERE o.place_id = p.id AND o.during && daterange(${day}::date, NULL))`;

/** Rank of the waiting list: score, then care status, no named school, nomination day, drawn order (handbook 4.3). */
export const WAITING_ORDER = `
  coalesce((w.state->'context'->>'tvs')::int, 0) DESC, (h.care_status IN ('cp', 'cla')) DESC,
  (w.state->'value'->>'destination' = 'unknown') DESC, w.opened_on,
  (SELECT (n.payload->>'drawnNumber')::int FROM case_event n WHERE n.case_id = w.id AND n.version = 1) NULLS LAST, w.reference`;

const FACTS = `
SELECT
  CASE WHEN 'placeAvailable' = ANY($10::text[]) THEN EXISTS (SELECT 1 FROM place p WHERE ${freePlace({ programme: '$4', cohort: '$5', day: '$6' })}) END AS "placeAvailable",
  CASE WHEN 'topOfList' = ANY($10::text[]) THEN $2::uuid = (
    SELECT w.id FROM send_case w JOIN child h ON h.id = w.child_id
    WHERE w.authority = $1 AND w.pathway = $4 AND w.cohort = $5 AND w.open AND w.stage = 'waitlisted'
    ORDER BY ${WAITING_ORDER} LIMIT 1) END AS "topOfList",
  CASE WHEN 'openCaseExists' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM send_case o WHERE o.authority = $1 AND o.open AND o.pathway = $4 AND o.id <> $2::uuid
    AND (o.child_id = $3::uuid OR o.reference = $9)) END AS "openCaseExists",
  CASE WHEN 'withinCaseload' = ANY($10::text[]) THEN coalesce((
    SELECT f.active AND $8::numeric + coalesce((
      SELECT sum(coalesce((SELECT (e.payload->>'weight')::numeric FROM effective_event e WHERE e.case_id = o.id AND e.type = 'ALLOCATED' ORDER BY e.version DESC LIMIT 1), 1))
      FROM send_case o WHERE o.owner_id = f.id AND o.open AND o.stage <> 'monitoring' AND o.id <> $2::uuid), 0) <= f.caseload_max
    FROM officer f WHERE f.id = $7::uuid AND f.authority = $1), false) END AS "withinCaseload",
  CASE WHEN 'contactExists' = ANY($10::text[]) THEN EXISTS (SELECT 1 FROM contact t WHERE t.child_id = $3::uuid) END AS "contactExists",
  CASE WHEN 'identityKnown' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM child h WHERE h.id = $3::uuid AND (h.upn IS NOT NULL OR h.urn IS NOT NULL)) END AS "identityKnown",
  CASE WHEN 'actorProposed' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM effective_event e WHERE e.case_id = $2::uuid AND e.type = ANY($11::text[]) AND e.actor_id = $12::uuid) END AS "actorProposed",
  CASE WHEN 'passed' = ANY($10::text[]) THEN ARRAY(
    SELECT concat_ws(':', k.code, nullif(k.subject, '')) FROM clock k WHERE k.case_id = $2::uuid AND k.status <> 'void' AND k.due_on < $6::date) END AS passed,
  CASE WHEN 'openActions' = ANY($10::text[]) THEN ARRAY(${OPEN_WORDS}) END AS "openActions"`;
