import { type Runner } from '@app/database';
import { type CalendarDay, isYoungPerson } from '@app/statutory-calendar';
import {
  type AddressBook,
  type ClockCard,
  type FamilyContact,
  type LetterSubject,
  type OfficerCard,
  type SchoolCard,
} from './letter-subject';

interface SubjectRow extends Omit<LetterSubject, 'child' | 'event' | 'standIns'> {
  readonly firstName: string;
  readonly names: readonly string[];
  readonly dob: CalendarDay;
  readonly copies: boolean | null;
  readonly capacity: { representative?: string; standing?: string } | null;
  readonly urn: string | null;
  readonly held: boolean;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly byTimer: boolean;
  readonly stage: string;
}

/** The case as it stands today, with the event of that version; undefined when there is none. */
export async function readSubject(
  runner: Runner,
  asked: { authority: string; caseId: string; version: number; today: CalendarDay },
): Promise<LetterSubject | undefined> {
  const values = [asked.authority, asked.caseId, asked.version, asked.today];
  const [row] = await runner.run<SubjectRow>('letters-subject', SUBJECT, values);
  if (!row) return undefined;
  const { firstName, names, dob, urn, held, copies, capacity, ...others } = row;
  const { type, occurredOn, payload, byTimer, stage, ...rest } = others;
  return {
    ...rest,
    child: { firstName, names, urn, held, isYoungPerson: isYoungPerson(dob, asked.today) },
    standIns: {
      family: copies ?? false,
      representative: capacity?.representative ?? null,
      isParent: capacity?.standing === 'parent',
    },
    event: { type, occurredOn, payload, byTimer, stage },
  };
}

/** Everyone a letter about this case may be for. */
export async function readAddressBook(
  runner: Runner,
  subject: LetterSubject,
): Promise<AddressBook> {
  const { authority, caseId, ownerId, coverId, openedBy, child } = subject;
  const people = [ownerId, coverId, openedBy].filter(Boolean);
  const family = await runner.run<FamilyContact>('letters-family', FAMILY, [authority, caseId]);
  const officers = await runner.run<OfficerCard>('letters-officers', OFFICERS, [
    authority,
    people,
    child.urn,
  ]);
  const schools = await runner.run<SchoolCard>('letters-schools', SCHOOLS, [
    authority,
    urnsOf(subject),
  ]);
  const clocks = await runner.run<ClockCard>('letters-clocks', CLOCKS, [authority, caseId]);
  return {
    family,
    officers,
    schools: new Map(schools.map((school) => [school.urn, school])),
    clocks,
  };
}

function urnsOf({ child, context, event: { payload } }: LetterSubject): string[] {
  const settings = Array.isArray(payload['settings']) ? (payload['settings'] as unknown[]) : [];
  const named = [
    child.urn,
    context['destination'],
    context['namedUrn'],
    payload['urn'],
    ...settings,
  ];
  return named.filter((urn): urn is string => typeof urn === 'string');
}

/** A record whose family mail must be released by a person (handbook annex c, correction 5). */
export const HELD = `
  (h.restricted OR c.restricted OR h.flags ? 'safe_address' OR c.state->'value'->>'safeguarding' IN ('flagged', 'restricted'))`;

/** The newest word of this child, on any case, of the types that are given: as the named expression. */
const lastSaid = (types: string, expression: string) => `
  (SELECT ${expression} FROM effective_event g JOIN send_case gc ON gc.id = g.case_id
   WHERE gc.child_id = c.child_id AND g.type IN (${types}) ORDER BY g.occurred_on DESC, g.recorded_at DESC LIMIT 1)`;

const COPIES = lastSaid(
  `'CONSENT_GIVEN', 'CONSENT_REFUSED', 'CONSENT_WITHDRAWN'`,
  `g.type = 'CONSENT_GIVEN' AND g.payload->>'giver' IN ('young_person', 'representative') AND g.payload->'scope' ? 'family_copies'`,
);

const SUBJECT = `
SELECT c.id AS "caseId", c.authority, a.name AS council, a.settings, c.reference, c.pathway, c.version, c.open,
  c.state->'value' AS regions, c.state->'context' AS context,
  c.owner_id AS "ownerId", CASE WHEN c.cover_until >= $4 THEN c.cover_id END AS "coverId", c.team_id AS "teamId",
  coalesce(h.preferred_name, h.legal_forename) AS "firstName",
  array_remove(ARRAY[h.preferred_name, h.legal_forename, h.legal_surname], NULL) AS names, h.dob, h.urn, ${COPIES} AS copies,
  ${lastSaid(`'CONSENT_GIVEN'`, `g.payload->'capacity'`)} AS capacity, ${HELD} AS held,
  f.payload->'parentAware' IS DISTINCT FROM 'false'::jsonb OR c.state->'value'->>'consent' <> 'not_sought' AS "familyAware",
  f.actor_id AS "openedBy", e.type, e.occurred_on AS "occurredOn", e.payload, e.actor_role = 'system' AS "byTimer",
  e.stages->>'work' AS stage
FROM send_case c
JOIN authority a ON a.code = c.authority
JOIN child h ON h.id = c.child_id
JOIN case_event f ON f.case_id = c.id AND f.version = 1
JOIN case_event e ON e.case_id = c.id AND e.version = $3
WHERE c.authority = $1 AND c.id = $2`;

const FAMILY = `
SELECT t.id, t.name, t.has_pr = 'yes' AS "hasPr", coalesce(t.relation, '') AS relation, coalesce(t.relation, '') ~* '^(the )?(young person|self)$' AS "isSelf", t.email, t.address, t.language, t.format
FROM contact t JOIN send_case c ON c.child_id = t.child_id
WHERE t.authority = $1 AND c.id = $2 ORDER BY t.name, t.id`;

const OFFICERS = `
SELECT id, name, email, roles, team_id AS "teamId", school_urn AS "schoolUrn"
FROM officer
WHERE authority = $1 AND active
  AND (id = ANY($2::uuid[]) OR roles && ARRAY['send_manager', 'transition_lead', 'ep'] OR (school_urn = $3 AND 'school_senco' = ANY(roles)))
ORDER BY name, id`;

const SCHOOLS = `SELECT urn, name, email FROM school WHERE authority = $1 AND urn = ANY($2::text[])`;

const CLOCKS = `
SELECT code, subject, due_on AS "dueOn" FROM clock
WHERE authority = $1 AND case_id = $2 AND status <> 'void' ORDER BY occurrence, due_on`;
