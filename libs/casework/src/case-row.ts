import { type Protected, relationColumns } from '@app/access';
import { type Runner } from '@app/database';
import { type Clock, type PathwayState, type Regions } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** A clock as the door reads it: with the columns it is known by. */
export type ClockRow = Clock;

/** The event recorded under a command key, when it was used before. */
export interface RepeatedEvent {
  readonly caseId: string;
  readonly reference: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly recordedAt: string;
  readonly stages: Regions;
  readonly bodyHash: string;
}

/** A case as it stands: read in one statement, without a lock. For a step with its open clocks, for people with all of them. */
export interface CaseRow extends Protected {
  readonly id: string;
  readonly reference: string;
  readonly childId: string;
  readonly pathwayVersion: number;
  readonly version: number;
  readonly state: PathwayState;
  readonly open: boolean;
  readonly openedOn: CalendarDay;
  readonly closedOn: CalendarDay | null;
  readonly coverUntil: CalendarDay | null;
  readonly cohort: string | null;
  readonly headHash: Buffer;
  readonly dob: CalendarDay;
  readonly clocks: readonly ClockRow[];
  readonly repeated: RepeatedEvent | null;
}

/** Rows of values and not of names: PostgreSQL makes them in a third of the time, and this is read for every event. */
const clocks = (which = '') => `
  (SELECT coalesce(json_agg(json_build_array(k.code, k.subject, k.occurrence, k.rule, k.basis, k.anchor, k.due_on,
     (k.fires_at AT TIME ZONE 'Europe/London')::date, k.sends, k.status, k.ended_on, k.calendar_version)), '[]')
   FROM clock k WHERE k.case_id = c.id ${which}) AS clocks`;

type ClockValues = readonly [
  Clock['code'],
  Clock['subject'],
  Clock['occurrence'],
  Clock['rule'],
  Clock['basis'],
  Clock['anchor'],
  Clock['dueOn'],
  Clock['firesOn'],
  Clock['sends'],
  Clock['status'],
  Clock['endedOn'],
  Clock['calendarVersion'],
];

function clockFrom([
  code,
  subject,
  occurrence,
  rule,
  basis,
  anchor,
  dueOn,
  firesOn,
  sends,
  status,
  endedOn,
  calendarVersion,
]: ClockValues): Clock {
  return {
    code,
    subject,
    occurrence,
    rule,
    basis,
    anchor,
    dueOn,
    firesOn,
    sends,
    status,
    endedOn,
    calendarVersion,
  };
}

/** The event that already used a command key. */
export const REPEATED = `
  (SELECT jsonb_build_object('caseId', e.case_id, 'reference', r.reference, 'version', e.version, 'type', e.type, 'occurredOn', e.occurred_on,
     'recordedAt', to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'stages', e.stages, 'bodyHash', encode(e.body_hash, 'hex'))
   FROM case_event e JOIN send_case r ON r.id = e.case_id WHERE e.authority = $1 AND e.command_key = $3)`;

const COLUMNS = `
  c.id, c.reference, c.child_id AS "childId", c.pathway, c.pathway_version AS "pathwayVersion", c.version, c.state,
  c.open, c.opened_on AS "openedOn", c.closed_on AS "closedOn", c.owner_id AS "ownerId", c.cover_id AS "coverId", c.cover_until AS "coverUntil",
  c.team_id AS "teamId", c.cohort, c.restricted, c.head_hash AS "headHash", h.urn AS "childUrn", h.dob,
  h.care_status AS "careStatus", ${relationColumns()}`;

/** $1 authority, $2 reference, $3 command key or null. */
const read = (ofClocks: string) => `
SELECT ${COLUMNS}, ${ofClocks}, ${REPEATED} AS repeated
FROM send_case c JOIN child h ON h.id = c.child_id
WHERE c.authority = $1 AND c.reference = $2`;

const READ_FOR_STEP = read(clocks(`AND k.status = 'open'`));
const READ_WHOLE = read(clocks());

type ReadRow = Omit<CaseRow, 'clocks'> & { readonly clocks: readonly ClockValues[] };

/**
 * Reads what a step must know: the case with its open clocks, and the event that used this command key before.
 * Undefined when the authority has no such case.
 */
export async function readForStep(
  runner: Runner,
  authority: string,
  reference: string,
  commandKey: string | undefined,
): Promise<CaseRow | undefined> {
  const values = [authority, reference, commandKey ?? null];
  return caseFrom(await runner.run<ReadRow>('case-read', READ_FOR_STEP, values));
}

/** Reads a case with every clock it ever had. Undefined when the authority has no such case. */
export async function readWhole(
  runner: Runner,
  authority: string,
  reference: string,
): Promise<CaseRow | undefined> {
  const values = [authority, reference, null];
  return caseFrom(await runner.run<ReadRow>('case-read-whole', READ_WHOLE, values));
}

function caseFrom([row]: readonly ReadRow[]): CaseRow | undefined {
  return row && { ...row, clocks: row.clocks.map(clockFrom) };
}

/** $1 authority, $2 child, $3 pathway: every open case of a child, locked; for the rare act that several cases must agree on. */
export const OPEN_CASES_OF_CHILD = `
SELECT c.reference FROM send_case c WHERE c.authority = $1 AND c.child_id = $2 AND c.open ORDER BY c.id FOR UPDATE`;
