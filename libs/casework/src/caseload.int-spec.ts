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

const DAY = '2025-12-17';
const REQUEST: readonly [JourneyStep, ...JourneyStep[]] = [[DAY, 'REQUEST_RECEIVED']];
const PLACE: readonly [JourneyStep, ...JourneyStep[]] = [
  ['2025-11-17', 'NOMINATION_SUBMITTED'],
  ['2025-11-24', 'SCREENING_STARTED'],
  ['2025-11-28', 'SCORE_CONFIRMED'],
  ['2025-12-10', 'PANEL_ACCEPTED'],
  ['2025-12-11', 'CONSENT_REQUESTED'],
  ['2025-12-16', 'CONSENT_GIVEN'],
];

describe('the caseload of a worker', () => {
  let db: TestDatabase;
  let lead: Actor;
  let worker: Actor;

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    const roles = ['transition_lead', 'send_manager', 'y6_worker', 'ehc_officer'] as const;
    lead = await anOfficer(db.statements, 'Marguerite Osei', roles);
    const both = ['y6_worker', 'ehc_officer'] as const;
    worker = await anOfficer(db.statements, 'Tamsin Adeyemi', both, { caseloadMax: 1 });
    await places(db.statements, 3, '2026');
  });
  afterAll(() => db.drop());

  async function given(pathway: string, [opened, ...steps]: typeof PLACE): Promise<unknown> {
    const allocated: JourneyStep = [DAY, 'ALLOCATED', { workerId: worker.id, weight: '1' }];
    const door = aDoor(db.statements, DAY);
    const child = await aChild(db.statements);
    return aCaseAt(door, lead, pathway, child, [opened, ...steps, allocated]);
  }

  it('is counted for each pathway by itself', async () => {
    await given('ehc_needs_assessment', REQUEST);
    await given('y6_transition', PLACE);
    await expect(given('y6_transition', PLACE)).rejects.toThrow(NotAllowedNow);
    await expect(given('ehc_needs_assessment', REQUEST)).rejects.toThrow(NotAllowedNow);
  });
});
