import { AccessDenied, type Actor } from '@app/access';
import { NotAllowedNow, pathwayNamed } from '@app/pathways';
import { aTestDatabase, type TestDatabase } from '../../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
} from '../../../../test/support/given';
import { BadPayload, brokenAt, Calendars, historyOf, UndoService, VersionConflict } from '..';

let db: TestDatabase;
let lead: Actor;
let worker: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', [
    'transition_lead',
    'send_manager',
    'ehc_officer',
  ]);
  worker = await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker']);
  await places(db.statements, 1, '2026');
});
afterAll(() => db.drop());

const toPanel: [JourneyStep, ...JourneyStep[]] = [
  ['2025-11-17', 'NOMINATION_SUBMITTED'],
  ['2025-11-24', 'SCREENING_STARTED'],
  ['2025-11-28', 'SCORE_CONFIRMED'],
];
const REQUEST: [JourneyStep, ...JourneyStep[]] = [
  ['2026-01-05', 'REQUEST_RECEIVED'],
  ['2026-01-26', 'PANEL_LISTED'],
];

const exampleOf = (pathway: string, type: string) => ({
  ...pathwayNamed(pathway).events[type]!.example,
});

/** Everything of a case that an undo must put back, as it is stored. */
async function standing(caseId: string) {
  const [row] = await db.statements.run(
    '',
    'SELECT state, stage, open, owner_id, next_due_at, due_day FROM send_case WHERE id = $1',
    [caseId],
  );
  const clocks = await db.statements.run(
    '',
    `SELECT code, subject, occurrence, anchor, due_on, status, ended_on, fires_at FROM clock WHERE case_id = $1 ORDER BY 1, 2, 3`,
    [caseId],
  );
  const held = await db.statements.run(
    '',
    'SELECT count(*)::int AS places FROM place_holding WHERE case_id = $1 AND upper_inf(during)',
    [caseId],
  );
  return { row, clocks, held };
}

async function aCase(pathway: string, steps: [JourneyStep, ...JourneyStep[]]) {
  const door = aDoor(db.statements, '2026-01-26');
  const at = await aCaseAt(door, lead, pathway, await aChild(db.statements), steps);
  door.clock.set(new Date('2026-01-26T09:00:00Z'));
  const undo = new UndoService(db.statements, door.clock, new Calendars(db.statements));
  return { ...at, door, undo };
}

it('puts case, clocks and place back where they were, keeps the history whole, and lets the step be done again', async () => {
  const { caseId, reference, door, undo } = await aCase('y6_transition', toPanel);
  const before = await standing(caseId);
  const accept = () =>
    door.casework.record(lead, reference, {
      type: 'PANEL_ACCEPTED',
      occurredOn: '2025-12-05',
      payload: exampleOf('y6_transition', 'PANEL_ACCEPTED'),
    });
  const accepted = await accept();
  const after = await standing(caseId);
  expect(after.row).toMatchObject({ stage: 'accepted' });
  expect(after.held).toEqual([{ places: 1 }]);

  const preview = await undo.preview(lead, reference);
  expect(preview).toMatchObject({ type: 'PANEL_ACCEPTED', against: undefined });
  expect(preview.stages).toMatchObject({ work: 'moderation' });
  expect(preview.clocks).toContainEqual(
    expect.objectContaining({ code: 'accept_timeout', change: 'gone' }),
  );
  expect(preview.left).toMatchObject({ place: 'claimed', told: [] });
  expect(await standing(caseId)).toEqual(after);

  await undo.undo(lead, reference, {
    reason: 'The wrong child was read out',
    tellThem: false,
    expectedVersion: accepted.version,
  });
  expect(await standing(caseId)).toEqual(before);
  const rows = await historyOf(db.statements, caseId);
  expect(rows.map(({ type }) => type).slice(-2)).toEqual(['PANEL_ACCEPTED', 'STEP_UNDONE']);
  expect(brokenAt(rows)).toBeUndefined();
  expect(
    await db.statements.run(
      '',
      'SELECT 1 FROM task WHERE case_id = $1 AND done_on IS NULL AND source_key LIKE $2',
      [caseId, `${caseId}:${accepted.version}:%`],
    ),
  ).toEqual([]);

  await accept();
  expect((await standing(caseId)).clocks).toEqual(after.clocks);
});

it('stops messages that have not left', async () => {
  const { caseId, reference, undo, version } = await aCase('ehc_needs_assessment', REQUEST);
  await undo.undo(lead, reference, {
    reason: 'Listed for the wrong panel',
    tellThem: false,
    expectedVersion: version,
  });
  const waiting = await db.statements.run(
    '',
    'SELECT 1 FROM instruction WHERE case_id = $1 AND version = $2 AND done_at IS NULL',
    [caseId, version],
  );
  expect(waiting).toEqual([]);
});

it('does not take back what the family has been told in a letter of the law', async () => {
  const { caseId, reference, undo, door } = await aCase('ehc_needs_assessment', REQUEST);
  const { version } = await door.casework.record(lead, reference, {
    type: 'REFUSED_TO_ASSESS',
    occurredOn: '2026-01-26',
    payload: exampleOf('ehc_needs_assessment', 'REFUSED_TO_ASSESS'),
  });
  await db.statements.run(
    '',
    `INSERT INTO message (authority, key, case_id, case_version, notice, recipient, channel, subject, body, statutory, due_at, status, sent_at)
     VALUES ('899', $1, $2, $3, 'N-53', 'family:1', 'letter', 'We will not assess', 'Words', true, now(), 'sent', now())`,
    [`${caseId}:letter`, caseId, version],
  );
  const before = await standing(caseId);
  const told = undo.undo(lead, reference, {
    reason: 'A slip',
    tellThem: true,
    expectedVersion: version,
  });
  await expect(told).rejects.toBeInstanceOf(NotAllowedNow);
  await expect(told).rejects.toMatchObject({
    reasons: [{ text: expect.stringContaining('Record a new decision instead') as string }],
  });
  expect(await standing(caseId)).toEqual(before);
});

it('is for the one who did it or who answers for the team, wants a reason, and never skips over a newer step', async () => {
  const { reference, undo, version } = await aCase('y6_transition', toPanel);
  const command = { reason: 'A slip', tellThem: false, expectedVersion: version };
  await expect(
    undo.undo({ ...worker, roles: ['y6_worker'] }, reference, command),
  ).rejects.toThrow();
  await expect(
    undo.preview({ ...lead, id: worker.id, roles: ['panel_coordinator'] }, reference),
  ).rejects.toBeInstanceOf(AccessDenied);
  await expect(undo.undo(lead, reference, { ...command, reason: '  ' })).rejects.toBeInstanceOf(
    BadPayload,
  );
  await expect(
    undo.undo(lead, reference, { ...command, expectedVersion: version - 1 }),
  ).rejects.toBeInstanceOf(VersionConflict);
});

it('does not take the opening back', async () => {
  const { reference, undo, version } = await aCase('y6_transition', [toPanel[0]]);
  await expect(
    undo.undo(lead, reference, { reason: 'A slip', tellThem: false, expectedVersion: version }),
  ).rejects.toMatchObject({
    reasons: [{ text: 'This is how the case began. Void the case instead' }],
  });
});

it('opens the work of a closed case again in a new one, once, and within 12 months', async () => {
  const { caseId, reference, door } = await aCase('ehc_needs_assessment', [REQUEST[0]]);
  await door.casework.record(lead, reference, {
    type: 'REQUEST_WITHDRAWN',
    occurredOn: '2026-01-26',
    payload: exampleOf('ehc_needs_assessment', 'REQUEST_WITHDRAWN'),
  });
  const again = (key: string) =>
    door.casework.record(lead, reference, {
      type: 'CASE_REOPENED',
      occurredOn: '2026-01-26',
      payload: { reason: 'They asked again' },
      commandKey: key,
    });
  const first = await again('reopen-key-1');
  expect((await again('reopen-key-1')).next).toBe(first.next);
  const [row] = await db.statements.run<{ open: boolean; reopen_of: string; stage: string }>(
    '',
    'SELECT open, reopen_of, stage FROM send_case WHERE reference = $1',
    [first.next],
  );
  expect(row).toEqual({ open: true, reopen_of: caseId, stage: 'requested' });
  await expect(again('reopen-key-2')).rejects.toMatchObject({
    reasons: [{ guard: 'noOpenCase' }],
  });
  await expect(
    door.casework.record(lead, reference, { type: 'PANEL_LISTED', occurredOn: '2026-01-26' }),
  ).rejects.toBeInstanceOf(NotAllowedNow);

  const old = await aCase('ehc_needs_assessment', [REQUEST[0]]);
  await old.door.casework.record(lead, old.reference, {
    type: 'CASE_VOIDED',
    occurredOn: '2026-01-26',
    payload: { reason: 'Opened by mistake' },
  });
  old.door.clock.set(new Date('2027-01-27T09:00:00Z'));
  await expect(
    old.door.casework.record(lead, old.reference, {
      type: 'CASE_REOPENED',
      occurredOn: '2027-01-27',
      payload: { reason: 'Too late' },
    }),
  ).rejects.toMatchObject({ reasons: [{ guard: 'withinTwelveMonths' }] });
});
