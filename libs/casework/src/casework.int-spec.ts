import { AccessDenied, type Actor, systemActor } from '@app/access';
import { NotAllowedNow } from '@app/pathways';
import { addDays } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  places,
  WENDMOOR,
} from '../../../test/support/given';
import {
  BadPayload,
  brokenAt,
  Calendars,
  CaseNotFound,
  CorrectionsService,
  historyOf,
  KeyUsedDifferently,
  VersionConflict,
} from '.';

let db: TestDatabase;
let lead: Actor;
let worker: Actor;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  lead = await anOfficer(db.statements, 'Marguerite Osei', [
    'transition_lead',
    'send_manager',
    'y6_worker',
    'ehc_officer',
  ]);
  worker = await anOfficer(db.statements, 'Tamsin Adeyemi', ['y6_worker'], { caseloadMax: 2 });
  await places(db.statements, 2, '2026');
});
afterAll(() => db.drop());

const count = async (table: string, caseId: string) =>
  Number(
    (
      await db.statements.run<{ n: string }>(
        '',
        `SELECT count(*) AS n FROM ${table} WHERE case_id = $1`,
        [caseId],
      )
    )[0]!.n,
  );

const nominated: JourneyStep = ['2025-11-17', 'NOMINATION_SUBMITTED'];
const toPanel: JourneyStep[] = [
  ['2025-11-24', 'SCREENING_STARTED'],
  ['2025-11-28', 'SCORE_CONFIRMED'],
];

describe('recording what happened on a case', () => {
  it('takes Y6-1 from nomination to visits in primary school, with its dates', async () => {
    const door = aDoor(db.statements, '2025-11-17');
    const child = await aChild(db.statements);
    const { reference, caseId } = await aCaseAt(door, lead, 'y6_transition', child, [
      nominated,
      ...toPanel,
      ['2025-12-10', 'PANEL_ACCEPTED'],
      ['2025-12-11', 'CONSENT_REQUESTED'],
      ['2025-12-16', 'CONSENT_GIVEN'],
      ['2025-12-17', 'ALLOCATED', { workerId: worker.id }],
      ['2026-01-07', 'AGREEMENT_CONFIRMED'],
      ['2026-01-26', 'BASELINE_COMPLETED'],
    ]);

    const [row] = await db.statements.run<Record<string, unknown>>(
      '',
      'SELECT * FROM send_case WHERE reference = $1',
      [reference],
    );
    expect(row).toMatchObject({
      stage: 'primary_phase',
      open: true,
      version: 9,
      owner_id: worker.id,
    });
    const clocks = await db.statements.run(
      '',
      'SELECT code, due_on, status FROM clock WHERE case_id = $1',
      [caseId],
    );
    expect(clocks).toEqual(
      expect.arrayContaining([
        { code: 'screen_sla', due_on: '2025-12-01', status: 'met' },
        { code: 'accept_timeout', due_on: '2026-01-15', status: 'met' },
        { code: 'baseline_sla', due_on: '2026-01-28', status: 'met' },
        { code: 'visit_gap', due_on: '2026-02-23', status: 'open' },
        { code: 'handover_due', due_on: '2026-06-19', status: 'open' },
      ]),
    );
    expect(await count('place_holding', caseId)).toBe(1);
    expect(await count('case_event', caseId)).toBe(9);
  });

  it('puts the third child on the waiting list when two places are taken, and says so when none is free', async () => {
    const door = aDoor(db.statements, '2025-11-17');
    const accepted: JourneyStep[] = [...toPanel, ['2025-12-10', 'PANEL_ACCEPTED']];
    const second = await aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
      nominated,
      ...accepted,
    ]);
    const third = await aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
      nominated,
      ...accepted,
    ]);
    expect([second.stages['work'], third.stages['work']]).toEqual(['accepted', 'waitlisted']);

    const early = door.casework.record(lead, third.reference, {
      type: 'PLACE_RELEASED',
      occurredOn: '2025-12-10',
    });
    await expect(early).rejects.toMatchObject({ reasons: [{ guard: 'placeAvailable' }] });
    await door.casework.record(lead, second.reference, {
      type: 'AGREEMENT_REFUSED',
      occurredOn: '2025-12-10',
    });
    const released = await door.casework.record(lead, third.reference, {
      type: 'PLACE_RELEASED',
      occurredOn: '2025-12-10',
    });
    expect(released.stages['work']).toBe('accepted');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lets one of two officers decide, race %i', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const { reference, version, caseId } = await aCaseAt(
      door,
      lead,
      'ehc_needs_assessment',
      await aChild(db.statements),
      [
        ['2026-01-05', 'REQUEST_RECEIVED'],
        ['2026-01-26', 'PANEL_LISTED'],
      ],
    );
    const command = { occurredOn: '2026-01-26', expectedVersion: version };
    const outcomes = await Promise.allSettled([
      door.casework.record(lead, reference, {
        ...command,
        type: 'AGREED_TO_ASSESS',
        payload: { advisers: ['parent', 'school'] },
      }),
      door.casework.record(lead, reference, {
        ...command,
        type: 'REFUSED_TO_ASSESS',
        payload: { reasons: 'Needs are met' },
      }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((it) => it.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toBeInstanceOf(VersionConflict);
    expect(lost.reason).toMatchObject({ by: 'Marguerite Osei', version: 3 });
    expect(await count('case_event', caseId)).toBe(3);
  });

  it('gives the same answer to the same key, and refuses the key for anything else', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const childId = await aChild(db.statements);
    const open = {
      pathway: 'ehc_needs_assessment',
      childId,
      occurredOn: '2026-01-05',
      payload: { source: 'parent', channel: 'email' },
      commandKey: `key-${childId}`,
    };
    const answers = await Promise.all([1, 2, 3].map(() => door.casework.open(lead, open)));
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    await expect(
      door.casework.open(lead, { ...open, occurredOn: '2026-01-04' }),
    ).rejects.toBeInstanceOf(KeyUsedDifferently);

    const { reference, caseId } = answers[0]!;
    const listed = {
      type: 'PANEL_LISTED',
      occurredOn: '2026-01-05',
      expectedVersion: 1,
      commandKey: `list-${childId}`,
    };
    const twice = await Promise.all(
      [1, 2].map(() => door.casework.record(lead, reference, listed)),
    );
    expect(twice[0]).toMatchObject({ version: 2, recordedAt: twice[1]!.recordedAt });
    expect(await count('case_event', caseId)).toBe(2);
  });

  it('never has two open cases of one kind for a child', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const childId = await aChild(db.statements);
    const open = {
      pathway: 'ehc_needs_assessment',
      childId,
      occurredOn: '2026-01-05',
      payload: { source: 'parent', channel: 'email' },
    };
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => door.casework.open(lead, open)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((it) => it.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason).toMatchObject({ reasons: [{ guard: 'noOpenCase' }] });
  });

  it('refuses what is not possible, and writes nothing', async () => {
    const door = aDoor(db.statements, '2025-11-17');
    const { reference, caseId } = await aCaseAt(
      door,
      lead,
      'y6_transition',
      await aChild(db.statements),
      [nominated, ...toPanel],
    );
    const tried = door.casework.record(lead, reference, {
      type: 'HANDOVER_HELD',
      occurredOn: '2025-11-28',
      payload: {
        attendees: ['A', 'B'],
        passportVersion: 1,
        passportApproved: true,
        agreedAdjustments: ['a', 'b', 'c'],
        keyAdult: 'K',
        dayOnePlan: 'P',
      },
    });
    await expect(tried).rejects.toBeInstanceOf(NotAllowedNow);
    await expect(tried).rejects.toMatchObject({
      reasons: [
        {
          guard: 'possibleFromHere',
          text: expect.stringContaining('Waiting for the panel') as string,
        },
      ],
    });
    expect(await count('case_event', caseId)).toBe(3);
  });

  it.each([
    ['a day in the future', { occurredOn: addDays('2025-11-28', 1) }, 'is in the future'],
    ['a day before the case was opened', { occurredOn: '2025-11-16' }, 'The case was opened later'],
    ['a day that does not exist', { occurredOn: '2025-02-31' }, 'Enter a real date'],
    ['no day', { occurredOn: undefined as never }, 'Enter a real date'],
    [
      'a field nobody knows',
      { payload: { note: 'x', state: 'accepted' } },
      'There is no field called state',
    ],
    [
      'a text that is too long',
      { payload: { note: 'x'.repeat(5000) } },
      '4,000 characters or fewer',
    ],
    ['an event of another pathway', { type: 'FINAL_ISSUED' }, 'has no event called'],
  ])('refuses %s in plain words', async (_, given, words) => {
    const door = aDoor(db.statements, '2025-11-17');
    const { reference, caseId } = await aCaseAt(
      door,
      lead,
      'y6_transition',
      await aChild(db.statements),
      [nominated],
    );
    const tried = door.casework.record(lead, reference, {
      type: 'SCREENING_STARTED',
      occurredOn: '2025-11-17',
      payload: {},
      ...given,
    });
    await expect(tried).rejects.toBeInstanceOf(BadPayload);
    await expect(tried).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining(words) as string }],
    });
    expect(await count('case_event', caseId)).toBe(1);
  });

  it('keeps a worker to 60 days back, but not a manager', async () => {
    const door = aDoor(db.statements, '2025-09-01');
    const { reference } = await aCaseAt(door, lead, 'y6_transition', await aChild(db.statements), [
      ['2025-09-03', 'NOMINATION_SUBMITTED'],
      ['2025-12-10', 'ALLOCATED', { workerId: worker.id }],
    ]);
    const late = { type: 'SCREENING_STARTED', occurredOn: '2025-09-04' };
    await expect(door.casework.record(worker, reference, late)).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('more than 60 days ago') as string }],
    });
    await expect(door.casework.record(lead, reference, late)).resolves.toMatchObject({
      version: 3,
    });
  });

  it('hides a case from those without a relation to it, and keeps decisions to those who decide', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const { reference } = await aCaseAt(
      door,
      lead,
      'ehc_needs_assessment',
      await aChild(db.statements),
      [['2026-01-05', 'REQUEST_RECEIVED']],
    );
    const stranger = await anOfficer(db.statements, 'Kit Larwood', ['y6_worker']);
    const listed = { type: 'PANEL_LISTED', occurredOn: '2026-01-05' };
    await expect(door.casework.record(stranger, reference, listed)).rejects.toBeInstanceOf(
      CaseNotFound,
    );
    const elsewhere = { ...lead, authority: '876' };
    await expect(door.casework.record(elsewhere, reference, listed)).rejects.toBeInstanceOf(
      CaseNotFound,
    );

    const officer = await anOfficer(db.statements, 'Petra Lindqvist', ['ehc_officer']);
    await door.casework.record(lead, reference, {
      type: 'ALLOCATED',
      occurredOn: '2026-01-05',
      payload: { workerId: officer.id },
    });
    const decide = {
      type: 'AGREED_TO_ASSESS',
      occurredOn: '2026-01-05',
      payload: { advisers: ['school'] },
    };
    await expect(door.casework.record(officer, reference, decide)).rejects.toBeInstanceOf(
      AccessDenied,
    );
  });

  it('refuses a school-day date past the loaded terms, naming whose terms are missing', async () => {
    const door = aDoor(db.statements, '2027-12-15');
    const open = {
      pathway: 'y6_transition',
      childId: await aChild(db.statements, { dob: '2016-10-01' }),
      occurredOn: '2027-12-15',
      payload: { nominatorRole: 'ep', reasons: ['anxiety'], ncYear: 6, parentAware: true },
    };
    await expect(door.casework.open(lead, open)).rejects.toThrow(/Wendmoor/);
  });

  it('lets a timer through the same door once', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const { reference, caseId } = await aCaseAt(
      door,
      lead,
      'y6_transition',
      await aChild(db.statements),
      [
        ['2026-01-06', 'NOMINATION_SUBMITTED'],
        ['2026-01-06', 'SCREENING_STARTED'],
        ['2026-01-06', 'SCORE_CONFIRMED'],
      ],
    );
    await db.statements.run('', 'DELETE FROM place_holding WHERE TRUE', []);
    await door.casework.record(lead, reference, {
      type: 'PANEL_ACCEPTED',
      occurredOn: '2026-01-06',
      payload: { band: 'targeted' },
    });
    door.clock.set('2026-02-10T00:05:00Z');
    const timeout = {
      type: 'AGREEMENT_TIMEOUT',
      occurredOn: '2026-02-10',
      commandKey: `clock-${caseId}`,
    };
    const fired = await Promise.all(
      [1, 2, 3].map(() => door.casework.record(systemActor(WENDMOOR), reference, timeout)),
    );
    expect(fired.filter(({ repeated }) => !repeated)).toHaveLength(1);
    const [second] = await db.statements.run(
      '',
      "SELECT due_on FROM clock WHERE case_id = $1 AND code = 'accept_timeout' AND status = 'open'",
      [caseId],
    );
    expect(second).toEqual({ due_on: '2026-03-03' });
  });

  it('closes every open case of a child who has died, stops messages and restricts the record, at once', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const childId = await aChild(db.statements);
    const first = await aCaseAt(door, lead, 'ehc_needs_assessment', childId, [
      ['2026-01-05', 'REQUEST_RECEIVED'],
    ]);
    const second = await aCaseAt(door, lead, 'y6_transition', childId, [
      ['2026-01-06', 'NOMINATION_SUBMITTED'],
    ]);
    await door.casework.record(lead, first.reference, {
      type: 'DECEASED',
      occurredOn: '2026-01-06',
      payload: { date: '2026-01-06', source: 'Social care' },
    });
    const cases = await db.statements.run(
      '',
      'SELECT stage, open, restricted FROM send_case WHERE id = ANY($1)',
      [[first.caseId, second.caseId]],
    );
    expect(cases).toEqual(
      [1, 2].map(() => ({ stage: 'closed_deceased', open: false, restricted: true })),
    );
    const waiting = await db.statements.run(
      '',
      "SELECT 1 FROM instruction WHERE case_id = $1 AND kind = 'message.send' AND done_at IS NULL",
      [first.caseId],
    );
    expect(waiting).toEqual([]);
    const open = await db.statements.run(
      '',
      "SELECT 1 FROM clock WHERE case_id = ANY($1) AND status = 'open'",
      [[first.caseId, second.caseId]],
    );
    expect(open).toEqual([]);
    const after = door.casework.record(lead, first.reference, {
      type: 'PANEL_LISTED',
      occurredOn: '2026-01-06',
    });
    await expect(after).rejects.toMatchObject({ reasons: [{ guard: 'caseOpen' }] });
  });

  it('corrects a mistyped day as a restatement: the dates that hang on it move, and the old words stay', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const { reference, caseId } = await aCaseAt(
      door,
      lead,
      'ehc_needs_assessment',
      await aChild(db.statements),
      [
        ['2026-01-05', 'REQUEST_RECEIVED'],
        ['2026-01-26', 'PANEL_LISTED'],
      ],
    );
    const corrections = new CorrectionsService(
      db.statements,
      door.clock,
      new Calendars(db.statements),
    );
    const command = {
      version: 1,
      occurredOn: '2026-01-04',
      reason: 'The e-mail came on Sunday',
      expectedVersion: 2,
    };
    const expected = [
      expect.objectContaining({ code: 'w20', from: '2026-05-25', to: '2026-05-24' }),
    ] as unknown[];
    expect(await corrections.preview(lead, reference, command)).toEqual(
      expect.arrayContaining(expected),
    );
    await corrections.correct(lead, reference, command);

    const clocks = await db.statements.run(
      '',
      "SELECT due_on FROM clock WHERE case_id = $1 AND code = 'w20'",
      [caseId],
    );
    expect(clocks).toEqual([{ due_on: '2026-05-24' }]);
    const rows = await historyOf(db.statements, caseId);
    expect(rows.map(({ type, occurredOn }) => [type, occurredOn])).toEqual([
      ['REQUEST_RECEIVED', '2026-01-05'],
      ['PANEL_LISTED', '2026-01-26'],
      ['FACT_CORRECTED', '2026-01-26'],
    ]);
    expect(brokenAt(rows)).toBeUndefined();
    await expect(
      corrections.correct(lead, reference, { ...command, expectedVersion: 3 }),
    ).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('Nothing is different') as string }],
    });
    await expect(
      corrections.correct(lead, reference, { ...command, reason: ' ', expectedVersion: 3 }),
    ).rejects.toBeInstanceOf(BadPayload);
  });

  it('shows where a line of history was changed behind its back', async () => {
    const door = aDoor(db.statements, '2026-01-05');
    const { caseId } = await aCaseAt(
      door,
      lead,
      'ehc_needs_assessment',
      await aChild(db.statements),
      [
        ['2026-01-05', 'REQUEST_RECEIVED'],
        ['2026-01-26', 'PANEL_LISTED'],
        ['2026-01-28', 'AGREED_TO_ASSESS'],
      ],
    );
    expect(brokenAt(await historyOf(db.statements, caseId))).toBeUndefined();
    await db.statements.run(
      '',
      'ALTER TABLE case_event DISABLE TRIGGER case_event_is_append_only',
      [],
    );
    await db.statements.run(
      '',
      "UPDATE case_event SET occurred_on = '2026-01-25' WHERE case_id = $1 AND version = 2",
      [caseId],
    );
    await db.statements.run(
      '',
      'ALTER TABLE case_event ENABLE TRIGGER case_event_is_append_only',
      [],
    );
    expect(brokenAt(await historyOf(db.statements, caseId))).toBe(2);
  });

  it('will not let history be rewritten', async () => {
    const rewrite = db.statements.run('', "UPDATE case_event SET type = 'FINAL_ISSUED'", []);
    await expect(rewrite).rejects.toThrow('append-only');
    await expect(db.statements.run('', 'DELETE FROM case_event', [])).rejects.toThrow(
      'append-only',
    );
  });
});
