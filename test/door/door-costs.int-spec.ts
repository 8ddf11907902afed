import { type Actor } from '@app/access';
import { type Recorded } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, londonInstant } from '@app/statutory-calendar';
import { Client } from 'pg';
import { aTestDatabase, type TestDatabase } from '../support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
} from '../support/given';
import { aPrivateServer, type PrivateServer } from './private-server';

const CASES = 40;
const MOST_STATEMENTS = 3;
const MOST_LOG = 3000;
/** Read once in five seconds for a whole authority, however many events there are. */
const NOT_OF_ONE_EVENT = 'calendars-read';

/** What one kind of event cost, over all cases. */
interface Cost {
  readonly type: string;
  readonly statements: number;
  readonly transactionIds: number;
  /** Bytes of write-ahead log, in the middle of all cases: a page that fills up is not one event's cost. */
  readonly log: number;
}

let server: PrivateServer;
let db: TestDatabase;
let lead: Actor;
let door: ReturnType<typeof aDoor>;
let sent: (string | undefined)[] = [];

beforeAll(async () => {
  server = await aPrivateServer();
  db = await aTestDatabase();
  await ask('ALTER SYSTEM SET autovacuum = off');
  await ask('SELECT pg_reload_conf()');
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', ['transition_lead', 'send_manager', 'y6_worker', 'ehc_officer'], { caseloadMax: 900 });
  await places(db.statements, CASES, '2026');
  door = aDoor(db.statements, '2025-11-17');
}, 60_000);
afterAll(async () => {
  await db?.drop();
  await server?.stop();
});

const ask = (sql: string) => db.statements.run<Record<string, string>>('', sql, []);

it.each([
  ['y6_transition', () => toPrimaryPhase(lead.id), Y6_EVENTS],
  ['ehc_needs_assessment', () => toAdvice(lead.id), EHC_EVENTS],
] as const)('records an event of %s in three statements, one transaction and 3 kB of log', async (pathway, path, events) => {
  const cases = [];
  for (let i = 0; i < CASES; i++) cases.push(await aCaseAt(door, lead, pathway, await aChild(db.statements), path()));
  await ask('ANALYZE');
  const costs: Cost[] = [];
  for (const event of events) costs.push(await costOf(pathway, cases, event));
  process.stdout.write(`${pathway}\n${costs.map(asLine).join('\n')}\n`);
  const ordinary = costs.slice(1);
  expect(ordinary.filter(({ statements }) => statements > MOST_STATEMENTS)).toEqual([]);
  expect(ordinary.filter(({ transactionIds }) => transactionIds !== 1)).toEqual([]);
  expect(ordinary.filter(({ log }) => log > MOST_LOG)).toEqual([]);
}, 120_000);

async function costOf(pathway: string, cases: readonly Recorded[], [day, type, payload]: JourneyStep): Promise<Cost> {
  door.clock.set(londonInstant(day, '09:00'));
  const payloadOf = { ...pathwayNamed(pathway).events[type]!.example, ...payload };
  const logs: number[] = [];
  let most = 0;
  const spy = jest.spyOn(Client.prototype, 'query');
  const idsBefore = await transactionIds();
  for (const { reference } of cases) {
    const before = await logPosition();
    spy.mockClear();
    await door.casework.record(lead, reference, { type, occurredOn: day, payload: payloadOf, commandKey: `${type}-${day}-${reference}` });
    sent = spy.mock.calls.map(([query]) => (query as unknown as { name?: string }).name);
    most = Math.max(most, sent.filter((name) => name !== NOT_OF_ONE_EVENT).length);
    logs.push(Number(await logPosition() - before));
  }
  const ids = (await transactionIds()) - idsBefore;
  spy.mockRestore();
  logs.sort((a, b) => a - b);
  return { type, statements: most, transactionIds: ids / cases.length, log: logs[logs.length >> 1]! };
}

/** Asking for neither of these writes anything itself. */
const logPosition = async () => BigInt((await ask("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::text AS at"))[0]!['at']!);
const transactionIds = async () => Number((await ask('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next'))[0]!['next']);

const asLine = ({ type, statements, transactionIds: ids, log }: Cost) =>
  `  ${type}: ${statements} statements, ${ids} transaction id, ${log} bytes of log`;

type Path = readonly [JourneyStep, ...JourneyStep[]];

const toPrimaryPhase = (workerId: string): Path => [
  ['2025-11-17', 'NOMINATION_SUBMITTED'],
  ['2025-11-24', 'SCREENING_STARTED'],
  ['2025-11-28', 'SCORE_CONFIRMED'],
  ['2025-12-10', 'PANEL_ACCEPTED'],
  ['2025-12-11', 'CONSENT_REQUESTED'],
  ['2025-12-16', 'CONSENT_GIVEN'],
  ['2025-12-17', 'ALLOCATED', { workerId }],
  ['2026-01-07', 'AGREEMENT_CONFIRMED'],
  ['2026-01-26', 'BASELINE_COMPLETED'],
];
const Y6_EVENTS: JourneyStep[] = [
  ['2026-01-27', 'VISIT_LOGGED'],
  ['2026-01-29', 'VISIT_LOGGED'],
  ['2026-02-02', 'ATTENDANCE_LOADED'],
  ['2026-02-03', 'DESTINATION_OFFERED'],
  ['2026-02-04', 'DESTINATION_CONFIRMED'],
];
const toAdvice = (workerId: string): Path => [
  ['2026-01-05', 'REQUEST_RECEIVED'],
  ['2026-01-12', 'ALLOCATED', { workerId }],
  ['2026-01-26', 'PANEL_LISTED'],
  ['2026-01-26', 'AGREED_TO_ASSESS'],
];
const EHC_EVENTS: JourneyStep[] = [
  ['2026-01-27', 'ADVICE_CHASED', { adviser: 'school' }],
  ['2026-01-28', 'ADVICE_CHASED', { adviser: 'school' }],
  ['2026-01-29', 'ADVICE_RECEIVED', { adviser: 'school' }],
];
const _day: CalendarDay = '2026-01-01';
void _day;
