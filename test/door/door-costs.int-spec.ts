import { randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { pathwayNamed } from '@app/pathways';
import { londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, aDoor, anAuthority, anOfficer, places } from '../support/given';
import { costOf, type EventCost } from './event-cost';
import { ordinaryWork } from './ordinary-work';
import { aPrivateServer, type PrivateServer } from './private-server';

const CASES = 40;
const MOST_STATEMENTS = 3;
/** 3 kB, as PostgreSQL counts them. */
const MOST_LOG = 3 * 1024;

let server: PrivateServer;
let db: TestDatabase;
let lead: Actor;

beforeAll(async () => {
  server = await aPrivateServer();
  db = await aTestDatabase();
  await db.statements.run('', 'ALTER SYSTEM SET autovacuum = off', []);
  await db.statements.run('', 'SELECT pg_reload_conf()', []);
  await anAuthority(db.statements);
  lead = await anOfficer(
    db.statements,
    'Marguerite Osei',
    ['transition_lead', 'send_manager', 'y6_worker', 'ehc_officer'],
    { caseloadMax: 900 },
  );
  await places(db.statements, 10 * CASES, '2026');
}, 60_000);
afterAll(async () => {
  await db?.drop();
  await server?.stop();
});

it.each(ordinaryWork)(
  'records an event of $pathway with three statements, one transaction and 3 kB of log',
  async ({ pathway, steps, startsLeg }) => {
    await walked(pathway, steps(lead.id));
    await db.statements.run('', 'ANALYZE', []);
    const costs = await walked(pathway, steps(lead.id));
    process.stdout.write(`${pathway}\n${costs.map(asLine).join('\n')}\n`);
    expect(costs.filter(({ statements }) => statements > MOST_STATEMENTS)).toEqual([]);
    expect(costs.filter(({ transactionIds }) => transactionIds !== 1)).toEqual([]);
    expect(average(costs.map(({ logOnAverage }) => logOnAverage))).toBeLessThanOrEqual(MOST_LOG);
    const everyday = costs.filter(({ type }) => !startsLeg.includes(type));
    expect(everyday.filter(({ log }) => log > MOST_LOG)).toEqual([]);
  },
  120_000,
);

const average = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

async function walked(
  pathway: string,
  [first, ...steps]: ReturnType<(typeof ordinaryWork)[number]['steps']>,
) {
  const { clock, casework } = aDoor(db.statements, first[0]);
  const { events } = pathwayNamed(pathway);
  const references: string[] = [];
  for (let i = 0; i < CASES; i++) {
    const opened = await casework.open(lead, {
      pathway,
      childId: await aChild(db.statements),
      occurredOn: first[0],
      payload: events[first[1]]!.example,
    });
    references.push(opened.reference);
  }
  const costs: EventCost[] = [];
  for (const [occurredOn, type, payload] of steps) {
    clock.set(londonInstant(occurredOn, '09:00'));
    const command = { type, occurredOn, payload: { ...events[type]!.example, ...payload } };
    costs.push(
      await costOf(db, type, references, (reference) =>
        casework.record(lead, reference, {
          ...command,
          commandKey: `${lead.id}:${randomUUID()}`,
        }),
      ),
    );
  }
  return costs;
}

const asLine = ({ type, statements, transactionIds, log, logOnAverage }: EventCost) =>
  `  ${type}: ${statements} statements, ${transactionIds} transaction id, ${log} bytes of log (${logOnAverage} on average)`;
