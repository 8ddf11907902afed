import { Client } from 'pg';
import { type TestDatabase } from '../support/database';

/** What one kind of event cost. */
export interface EventCost {
  readonly type: string;
  /** Statements that the driver sent for one event, at most. */
  readonly statements: number;
  /** Transaction ids that the server gave out, for each event. */
  readonly transactionIds: number;
  /** Bytes of write-ahead log, in the middle of all cases: a page that fills up is not one event's cost. */
  readonly log: number;
  /** The same, on average. */
  readonly logOnAverage: number;
}

/** Read once in five seconds for a whole authority, however many events there are. */
const NOT_OF_ONE_EVENT = 'calendars-read';

/** Counts what the database is asked and what it writes while `record` does its work once for each case. */
export async function costOf<Case>(
  { statements }: TestDatabase,
  type: string,
  cases: readonly Case[],
  record: (subject: Case) => Promise<unknown>,
): Promise<EventCost> {
  const ask = async (sql: string) =>
    Number((await statements.run<{ n: string }>('', sql, []))[0]!.n);
  const logPosition = () => ask("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS n");
  const nextId = () => ask('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS n');
  const driver = jest.spyOn(Client.prototype, 'query');
  const logs: number[] = [];
  let most = 0;
  const firstId = await nextId();
  for (const subject of cases) {
    const before = await logPosition();
    driver.mockClear();
    await record(subject);
    most = Math.max(most, driver.mock.calls.filter(([asked]) => countsAs(asked)).length);
    logs.push((await logPosition()) - before);
  }
  const ids = (await nextId()) - firstId;
  driver.mockRestore();
  return {
    type,
    statements: most,
    transactionIds: ids / cases.length,
    log: logs.sort((a, b) => a - b)[logs.length >> 1] ?? 0,
    logOnAverage: Math.round(logs.reduce((sum, bytes) => sum + bytes, 0) / logs.length),
  };
}

const countsAs = (asked: unknown) => (asked as { name?: string }).name !== NOT_OF_ONE_EVENT;
