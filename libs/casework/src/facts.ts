import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import {
  type FactName,
  type Facts,
  passedOn,
  plannedDays,
  pathwayNamed,
  permissionsOf,
  said,
  PERMISSIONS,
  type Permission,
  settingIn,
  weightOf,
} from '@app/pathways';
import {
  addDays,
  addMonths,
  ageOn,
  type Calendar,
  type CalendarDay,
  isYoungPerson,
  ncYearOn,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type CaseRow } from './case-row';
import { carriedBy, mostCarried, wholePost } from './caseload';
import { freePlace, placeVacant, topOfList } from './free-places';
import { mostDeferrals, slotAvailable } from './panel-terms.sql';
import { OPEN_WORDS } from './support/actions/action-sql';

/** What the facts are asked about. */
export interface FactQuestion {
  readonly actor: Actor;
  readonly subject: CaseRow;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly needs: readonly FactName[];
  /** The calendar of the child’s school; asked for only when a fact counts school days. */
  readonly calendar: () => Promise<Calendar>;
}

/** Facts that take a look at other rows. */
const LOOKED_UP: readonly FactName[] = [
  'placeAvailable',
  'placeVacant',
  'slotAvailable',
  'topOfList',
  'openCaseExists',
  'withinCaseload',
  'contactExists',
  'identityKnown',
  'actorProposed',
  'passed',
  'openActions',
  'capacity',
  's19WithoutOwner',
  'quorate',
  'mostDeferrals',
];

/** Known only of a case that stands on an agenda, or stood on one. */
const OF_AN_ITEM: readonly FactName[] = ['quorate', 'mostDeferrals'];

/** Facts that are known before anything is typed: pages ask them for the buttons, with the door's own words. */
export const BEFORE_ANSWERS: readonly FactName[] = [
  'placeAvailable',
  'placeVacant',
  'topOfList',
  'openCaseExists',
  'contactExists',
  'identityKnown',
  'onRollAtDestination',
  'stillYear7',
  'closedWithinYear',
  'youngPerson',
  'age',
  'capacity',
  's19WithoutOwner',
  'openActions',
  'actorProposed',
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
    ...(needs.includes('age') && { age: ageOn(subject.dob, occurredOn) }),
    ...(needs.includes('schoolDay') && (await schoolDayOf(question))),
    ...(needs.includes('schoolDaysPlanned') && plannedDays(question, await question.calendar())),
    ...(needs.includes('youngPerson') && { youngPerson: isYoungPerson(subject.dob, occurredOn) }),
    ...(needs.includes('stillYear7') && { stillYear7: ncYearOn(subject.dob, occurredOn) === '7' }),
    ...(await lookedUp(runner, question)),
  };
}

/** Whether pupils are in school on the day of the meeting; nothing where the school's terms are not known. */
async function schoolDayOf({ payload, calendar }: FactQuestion): Promise<Facts> {
  const day = said({ payload }, 'meetingOn');
  if (!day) return {};
  try {
    return { schoolDay: (await calendar()).isSchoolDay(day) };
  } catch (error) {
    if (error instanceof TermsNotLoaded) return {};
    throw error;
  }
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
  const { context } = subject.state;
  const ofMeetings = (key: string) => settingIn(pathwayNamed('tats_case'), key, context);
  const [row] = await runner.run<Facts>('case-facts', FACTS, [
    actor.authority,
    subject.id,
    subject.childId,
    subject.pathway,
    subject.cohort,
    occurredOn,
    uuidOr(payload['workerId']),
    weightOf(payload, context),
    said({ payload }, 'survivingCase') ?? '',
    wanted,
    pathwayNamed(subject.pathway).proposals ?? [],
    uuidOr(actor.id),
    said({ payload }, 'unitUrn') ?? said({ payload: context }, 'unitUrn') ?? null,
    said({ payload }, 'meetingOn') ?? addDays(occurredOn, ofMeetings('daysToNextMeeting')),
    pathwayNamed(subject.pathway).heldBy,
    pathwayNamed(subject.pathway).places?.programme ?? null,
    wholePost(subject.pathway, context),
  ]);
  return Object.fromEntries(
    wanted
      .filter((name) => !OF_AN_ITEM.includes(name) || row?.[name] !== null)
      .map((name) => [name, row?.[name] ?? false]),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id if it is one, else null: a guard then says no, and the database is not asked nonsense. */
export function uuidOr(value: unknown): string | null {
  return typeof value === 'string' && UUID.test(value) ? value : null;
}

const FACTS = `
SELECT
  CASE WHEN 'placeAvailable' = ANY($10::text[]) THEN EXISTS (SELECT 1 FROM place p WHERE ${freePlace({ programme: '$4', cohort: '$5', day: '$6' })}) END AS "placeAvailable",
  CASE WHEN 'placeVacant' = ANY($10::text[]) THEN ${placeVacant('$13', '$16')} END AS "placeVacant",
  CASE WHEN 'slotAvailable' = ANY($10::text[]) THEN ${slotAvailable('$14')} END AS "slotAvailable",
  CASE WHEN 'topOfList' = ANY($10::text[]) THEN ${topOfList('$13')} END AS "topOfList",
  CASE WHEN 'openCaseExists' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM send_case o WHERE o.authority = $1 AND o.open AND o.pathway = $4 AND o.id <> $2::uuid
    AND (o.child_id = $3::uuid OR o.reference = $9)) END AS "openCaseExists",
  CASE WHEN 'withinCaseload' = ANY($10::text[]) THEN coalesce((
    SELECT f.active AND $8::numeric + ${carriedBy('f.id', '$4', '$2')} <= ${mostCarried('f', '$17')}
    FROM officer f WHERE f.id = $7::uuid AND f.authority = $1), false) END AS "withinCaseload",
  CASE WHEN 'contactExists' = ANY($10::text[]) THEN EXISTS (SELECT 1 FROM contact t WHERE t.child_id = $3::uuid) END AS "contactExists",
  CASE WHEN 'identityKnown' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM child h WHERE h.id = $3::uuid AND (h.upn IS NOT NULL OR h.urn IS NOT NULL)) END AS "identityKnown",
  CASE WHEN 'actorProposed' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM effective_event e WHERE e.case_id = $2::uuid AND e.type = ANY($11::text[]) AND e.actor_id = $12::uuid) END AS "actorProposed",
  CASE WHEN 'passed' = ANY($10::text[]) THEN ARRAY(
    SELECT concat_ws(':', k.code, nullif(k.subject, '')) FROM clock k WHERE k.case_id = $2::uuid AND k.status <> 'void' AND k.due_on < $6::date) END AS passed,
  CASE WHEN 'capacity' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM officer f WHERE f.authority = $1 AND f.active AND f.roles && $15::text[] AND f.caseload_max > (
      SELECT count(*) FROM send_case o WHERE o.owner_id = f.id AND o.open AND o.pathway = $4)) END AS capacity,
  CASE WHEN 's19WithoutOwner' = ANY($10::text[]) THEN EXISTS (
    SELECT 1 FROM send_case o WHERE o.child_id = $3::uuid AND o.open AND o.pathway = 's19_request' AND o.owner_id IS NULL) END AS "s19WithoutOwner",
  CASE WHEN 'quorate' = ANY($10::text[]) THEN (
    SELECT i.status = 'open' AND coalesce(i.quorate, false) FROM sitting_item i
    WHERE i.case_id = $2::uuid AND i.status IN ('listed', 'open')) END AS quorate,
  CASE WHEN 'mostDeferrals' = ANY($10::text[]) THEN ${mostDeferrals} END AS "mostDeferrals",
  CASE WHEN 'openActions' = ANY($10::text[]) THEN ARRAY(${OPEN_WORDS}) END AS "openActions"`;
