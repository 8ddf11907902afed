import { type Actor } from '@app/access';
import { NotAllowedNow } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
} from '../../../test/support/given';

const HUB = '199020';
const ENHANCED: readonly [JourneyStep, ...JourneyStep[]] = [
  ['2026-03-02', 'CHILD_NOTIFIED'],
  ['2026-03-16', 'LEVEL_SET', { level: 'enhanced' }],
];

let db: TestDatabase;
let lead: Actor;

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Imogen Farrow', ['transition_lead', 'send_manager']);
  await places(db.statements, 1, HUB, { programme: 'ey_hub' });
});
afterEach(() => db.drop());

async function aChildOnTheList(): Promise<string> {
  const child = await aChild(db.statements, { dob: '2022-01-03', urn: '199001' });
  const door = aDoor(db.statements, '2026-03-02');
  return (await aCaseAt(door, lead, 'ey_transition', child, ENHANCED)).reference;
}

const told = (reference: string, type: string, payload: Record<string, unknown> = {}) =>
  aDoor(db.statements, '2026-03-23').casework.record(lead, reference, {
    type,
    occurredOn: '2026-03-23',
    payload,
  });

it('gives each place of an inclusion hub to one child at a time', async () => {
  const [first, second] = [await aChildOnTheList(), await aChildOnTheList()];
  const outcomes = await Promise.allSettled(
    [first, second].map((reference) => told(reference, 'HUB_PLACE_GIVEN', { unitUrn: HUB })),
  );
  const refused = outcomes.flatMap((it) =>
    it.status === 'rejected' ? [it.reason as unknown] : [],
  );
  expect(refused).toEqual([expect.any(NotAllowedNow)]);
  expect((refused[0] as NotAllowedNow).reasons).toMatchObject([
    { guard: 'placeVacant', text: 'All places in this hub are taken' },
  ]);
});

it('gives it on when the child leaves the hub', async () => {
  const [first, second] = [await aChildOnTheList(), await aChildOnTheList()];
  await told(first, 'HUB_PLACE_GIVEN', { unitUrn: HUB });
  await told(first, 'HUB_PLACE_ENDED');
  await told(second, 'HUB_PLACE_GIVEN', { unitUrn: HUB });
  const [held] = await db.statements.run<{ reference: string }>(
    '',
    `SELECT c.reference FROM place_holding h JOIN send_case c ON c.id = h.case_id
     WHERE h.during @> DATE '2026-03-23'`,
    [],
  );
  expect(held?.reference).toBe(second);
});
