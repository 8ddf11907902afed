import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
} from '../../../test/support/given';

let db: TestDatabase;

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
});
afterEach(() => db.drop());

it('asks a parent while school age lasts, and the young person after', async () => {
  const lead = await anOfficer(db.statements, 'Imogen Farrow', ['transition_lead']);
  const child = await aChild(db.statements, { dob: '2009-09-30', urn: '199001' });
  const opening: readonly [JourneyStep] = [['2026-03-02', 'YOUNG_PERSON_LISTED', { ncYear: 11 }]];
  const door = aDoor(db.statements, '2026-03-02');
  const { reference } = await aCaseAt(door, lead, 'post16_transition', child, opening);
  const agrees = (giver: string, on: string) =>
    aDoor(db.statements, on).casework.record(lead, reference, {
      type: 'CONSENT_GIVEN',
      occurredOn: on,
      payload: { giver, giverHasPR: true, how: 'meeting', scope: ['support'] },
    });
  const no = { reasons: [expect.objectContaining({ guard: 'rightPersonDecides' })] };
  await expect(agrees('young_person', '2026-06-26')).rejects.toMatchObject(no);
  await agrees('parent', '2026-06-26');
  await expect(agrees('parent', '2026-06-27')).rejects.toMatchObject(no);
  await agrees('young_person', '2026-06-27');
});
