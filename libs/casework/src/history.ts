import { type Runner } from '@app/database';
import { type Clock, passedOn, type PathwayEvent } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { BEFORE_HISTORY, sealOf } from './history-hash';

/** A restatement: what a former event said wrongly, and what is right. */
export const FACT_CORRECTED = 'FACT_CORRECTED';

/** A compensating event: the step of that version is taken back (correction 13). */
export const STEP_UNDONE = 'STEP_UNDONE';

/** The case went over to another version of its pathway, or back: `{ from, to }`. */
export const CASE_MIGRATED = 'CASE_MIGRATED';

/** The council’s own dates were counted again in the calendar of another school: `{ fromUrn, toUrn, dates }`. */
export const CLOCKS_RECOUNTED = 'CLOCKS_RECOUNTED';

/** One line of a case's history, as it was written. */
export interface HistoryRow {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly occurredOn: CalendarDay;
  readonly payload: Record<string, unknown>;
  readonly facts: PathwayEvent['facts'];
  readonly stages: Record<string, string>;
  readonly actorId: string | null;
  readonly actorRole: string;
  readonly recordedAt: Date;
  readonly definitionHash: Buffer;
  readonly hash: Buffer;
}

/** What a correction says: which event, the new words, and why. */
export interface Correction {
  readonly version: number;
  readonly occurredOn?: { readonly from: CalendarDay; readonly to: CalendarDay };
  readonly payload?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
  readonly reason: string;
  /** Dates that moved by it. */
  readonly dates?: readonly {
    readonly code: string;
    readonly subject: string;
    readonly from: CalendarDay;
    readonly to: CalendarDay;
  }[];
}

/** The whole history of a case, oldest first. */
export async function historyOf(runner: Runner, caseId: string): Promise<HistoryRow[]> {
  return runner.run<HistoryRow>('case-events', HISTORY, [caseId]);
}

/** The whole histories of several cases, by their ids. */
export async function historiesOf(
  runner: Runner,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  const rows = await runner.run<HistoryRow>('cases-events', HISTORIES, [caseIds]);
  const histories = new Map<string, HistoryRow[]>(caseIds.map((id) => [id, []]));
  for (const row of rows) histories.get(row.caseId)?.push(row);
  return histories;
}

const LINES = `
SELECT case_id AS "caseId", version, type, occurred_on AS "occurredOn", payload, facts, stages, actor_id AS "actorId", actor_role AS "actorRole",
  recorded_at AS "recordedAt", definition_hash AS "definitionHash", hash
FROM case_event`;

const HISTORY = `${LINES} WHERE case_id = $1 ORDER BY version`;

const HISTORIES = `${LINES} WHERE case_id = ANY ($1::uuid[]) ORDER BY case_id, version`;

/** The version at which the chain breaks; undefined when every line is as it was written. */
export function brokenAt(rows: readonly HistoryRow[]): number | undefined {
  let former: Buffer = BEFORE_HISTORY;
  for (const [index, row] of rows.entries()) {
    if (row.version !== index + 1 || !sealOf(former, row).equals(row.hash)) return index + 1;
    former = row.hash;
  }
  return undefined;
}

/** The events as they are known today: what was corrected put in, what was taken back left out. */
export function asCorrected(rows: readonly HistoryRow[]): HistoryRow[] {
  const corrections = rows
    .filter(({ type }) => type === FACT_CORRECTED)
    .map(({ payload }) => payload as unknown as Correction);
  const undone = rows
    .filter(({ type }) => type === STEP_UNDONE)
    .map(({ payload }) => payload['version']);
  return rows
    .filter(
      ({ type, version }) =>
        type !== FACT_CORRECTED && type !== STEP_UNDONE && !undone.includes(version),
    )
    .map((row) =>
      corrections.filter(({ version }) => version === row.version).reduce(corrected, row),
    );
}

function corrected(row: HistoryRow, { occurredOn, payload }: Correction): HistoryRow {
  const said = Object.fromEntries(
    Object.entries(payload ?? {}).map(([field, { to }]) => [field, to]),
  );
  return {
    ...row,
    occurredOn: occurredOn?.to ?? row.occurredOn,
    payload: { ...row.payload, ...said },
  };
}

/** A line of history as the machine sees it. */
export function eventOf(
  { type, occurredOn, payload, facts }: HistoryRow,
  clocks: readonly Clock[],
): PathwayEvent {
  return {
    type,
    occurredOn,
    payload,
    facts: { ...facts, passed: passedOn(clocks, occurredOn) },
  };
}
