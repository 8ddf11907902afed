import { type Actor, systemActor } from '@app/access';
import { NotAllowedNow } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../test/support/given';
import { Referrals } from '.';

let db: TestDatabase;
let reviewer: Actor;
let manager: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  reviewer = await anOfficer(db.statements, 'Perpetua Lindqvist', ['review_officer']);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
});
afterAll(() => db.drop());

const TODAY = '2027-01-21';
const waitingFor = async (child: string) => {
  const referrals = new Referrals(db.statements, aDoor(db.statements, TODAY).clock);
  return (await referrals.waiting(reviewer)).filter(({ childId }) => childId === child);
};

it('leaves the next review waiting, filled in with the day this one was concluded', async () => {
  const child = await aChild(db.statements);
  const door = aDoor(db.statements, TODAY);
  await aCaseAt(door, reviewer, 'annual_review', child, [
    ['2026-09-07', 'REVIEW_OPENED'],
    ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-11-03' }],
    ['2026-11-03', 'MEETING_HELD'],
    ['2026-11-16', 'REPORT_RECEIVED'],
    ['2026-11-27', 'DECISION_AMEND'],
    ['2027-01-20', 'FINAL_AMENDED_ISSUED'],
  ]);
  expect(await waitingFor(child)).toMatchObject([
    {
      pathway: 'annual_review',
      answers: { reviewKind: 'ordinary', arrangedBy: 'school', lastConcludedOn: '2026-11-27' },
    },
  ]);
});

it('takes a review to the case about ending the plan, where no one officer can end it', async () => {
  const child = await aChild(db.statements);
  const door = aDoor(db.statements, TODAY);
  await aCaseAt(door, reviewer, 'annual_review', child, [
    ['2026-09-07', 'REVIEW_OPENED'],
    ['2026-09-14', 'MEETING_ARRANGED', { meetingOn: '2026-11-03' }],
    ['2026-11-03', 'MEETING_HELD'],
    ['2026-11-16', 'REPORT_RECEIVED'],
    ['2026-11-27', 'DECISION_CEASE'],
  ]);
  const [referral] = await waitingFor(child);
  expect(referral).toMatchObject({ pathway: 'cessation', answers: { flaggedBy: 'review' } });
  const needs = { situation: 'needs_met', consulted: ['parent', 'head'] };
  const { reference } = await aCaseAt(door, manager, 'cessation', child, [
    ['2026-11-30', 'CANDIDATE_FLAGGED', { ...referral!.answers }],
    ['2026-12-01', 'CONSULTATION_STARTED', { ...needs, reviewedOn: '2026-11-27' }],
    ['2026-12-14', 'VIEWS_RECEIVED'],
  ]);
  door.clock.set(new Date('2027-01-21T09:00:00Z'));
  const issue = (actor: Actor) =>
    door.casework.record(actor, reference, {
      type: 'NOTICE_ISSUED',
      occurredOn: '2026-12-15',
      payload: {
        reasons: 'Every outcome is met',
        outcomes: ['Reads alone: met'],
        destination: 'education',
        sen2Reason: '2',
      },
    });
  await expect(issue(manager)).rejects.toThrow(NotAllowedNow);
  const second = await anOfficer(db.statements, 'Ignatius Brandt', ['send_manager']);
  expect((await issue(second)).stages['work']).toBe('notified');
  await expect(
    door.casework.record(systemActor(manager.authority), reference, {
      type: 'APPEAL_WINDOW_ENDED',
      occurredOn: '2027-01-21',
      payload: {},
    }),
  ).rejects.toThrow(NotAllowedNow);
});
