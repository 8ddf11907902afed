import { type Actor } from '@app/access';
import { hdPolicy, NotAllowedNow } from '@app/pathways';
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

const UNIT = '199020';
const OTHER_UNIT = '199025';
const PANEL = '2026-09-30';

let db: TestDatabase;
let chair: Actor;

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  chair = await anOfficer(db.statements, 'Imogen Farrow', ['panel_chair', 'send_manager']);
  await places(db.statements, hdPolicy.placesPerUnit, UNIT, { programme: hdPolicy.programme });
});
afterEach(() => db.drop());

const enquiry: JourneyStep = ['2026-09-14', 'ENQUIRY_LOGGED'];
const toPanel = (referral: Record<string, unknown> = {}, on = '2026-09-16'): JourneyStep[] => [
  [on, 'REFERRAL_SUBMITTED', referral],
  ['2026-09-21', 'ELIGIBILITY_PASSED'],
];
const offer: JourneyStep = [PANEL, 'PANEL_OFFER', { unitUrn: UNIT }];
const wait: JourneyStep = [PANEL, 'PANEL_WAITLIST', { unitUrn: UNIT, matchOk: true }];

async function aReferral(...steps: JourneyStep[]): Promise<string> {
  const child = await aChild(db.statements, { dob: '2014-03-01', urn: '199001' });
  const door = aDoor(db.statements, enquiry[0]);
  const all = [enquiry, ...(steps.length ? steps : toPanel())] as const;
  return (await aCaseAt(door, chair, 'hd_referral', child, all)).reference;
}

async function theirs(...many: JourneyStep[][]): Promise<string[]> {
  const references: string[] = [];
  for (const steps of many) references.push(await aReferral(...steps));
  return references;
}

const said = (reference: string, [occurredOn, type, payload]: JourneyStep) =>
  aDoor(db.statements, occurredOn).casework.record(chair, reference, {
    type,
    occurredOn,
    payload: payload ?? {},
  });

async function refusal(act: Promise<unknown>) {
  const error: unknown = await act.then(
    () => new Error('It was allowed'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof NotAllowedNow)) throw error;
  return error.reasons;
}

interface Held {
  readonly number: number;
  readonly reference: string;
  readonly until: string | null;
}
const holdings = () =>
  db.statements.run<Held>(
    '',
    `SELECT p.number, c.reference, upper(h.during)::text AS until
     FROM place_holding h JOIN place p ON p.id = h.place_id JOIN send_case c ON c.id = h.case_id
     WHERE p.programme = 'hd_unit' ORDER BY p.number, lower(h.during)`,
    [],
  );
const stageOf = async (reference: string) =>
  (
    await db.statements.run<{ stage: string }>(
      '',
      'SELECT stage FROM send_case WHERE reference = $1',
      [reference],
    )
  )[0]?.stage;

const four = () => [toPanel(), toPanel(), toPanel(), toPanel()].map((steps) => [...steps, offer]);

it.each([1, 2, 3])(
  'gives four places to four of five children who are offered one at once, race %i',
  async () => {
    const five = await theirs(toPanel(), toPanel(), toPanel(), toPanel(), toPanel());
    const { casework } = aDoor(db.statements, PANEL);
    const outcomes = await Promise.allSettled(
      five.map((reference) =>
        casework.record(chair, reference, {
          type: 'PANEL_OFFER',
          occurredOn: PANEL,
          payload: { unitUrn: UNIT, matchOk: true },
        }),
      ),
    );
    const refused = outcomes.flatMap((it) =>
      it.status === 'rejected' ? [it.reason as unknown] : [],
    );
    expect(refused).toEqual([expect.any(NotAllowedNow)]);
    expect((refused[0] as NotAllowedNow).reasons).toMatchObject([
      { guard: 'placeVacant', text: 'All 4 places of this unit are taken' },
    ]);
    const held = await holdings();
    expect(held.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(new Set(held.map(({ reference }) => reference)).size).toBe(4);
    const stages = await Promise.all(five.map(stageOf));
    expect(stages.sort()).toEqual(['offered', 'offered', 'offered', 'offered', 'panel_listed']);
  },
);

it('refuses a second holder of a place also where somebody writes to the database directly', async () => {
  const [first] = await theirs(...four());
  const fifth = await aReferral();
  const doubled = db.statements.run(
    '',
    `INSERT INTO place_holding (place_id, case_id, during)
     SELECT h.place_id, (SELECT id FROM send_case WHERE reference = $2), h.during
     FROM place_holding h JOIN send_case c ON c.id = h.case_id WHERE c.reference = $1`,
    [first, fifth],
  );
  await expect(doubled).rejects.toMatchObject({ code: '23P01' });
  expect(await holdings()).toHaveLength(4);
});

it('keeps the places of one unit apart from those of another', async () => {
  await places(db.statements, 1, OTHER_UNIT, { programme: hdPolicy.programme });
  await theirs(...four());
  const fifth = await aReferral();
  await refusal(said(fifth, [PANEL, 'PANEL_OFFER', { unitUrn: UNIT, matchOk: true }]));
  await said(fifth, [PANEL, 'PANEL_OFFER', { unitUrn: OTHER_UNIT, matchOk: true }]);
  expect(await stageOf(fifth)).toBe('offered');
});

it('frees the place of a declined offer at once', async () => {
  const [first] = await theirs(...four());
  const fifth = await aReferral(...toPanel(), wait);
  await refusal(said(fifth, ['2026-10-05', 'PLACE_VACATED', { matchOk: true }]));
  await said(first!, ['2026-10-05', 'OFFER_DECLINED']);
  await said(fifth, ['2026-10-05', 'PLACE_VACATED', { matchOk: true }]);
  const held = (await holdings()).filter(({ until }) => until === null);
  expect(held.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(held[0]).toMatchObject({ reference: fifth });
  const asked = await db.statements.run(
    '',
    "SELECT id FROM task WHERE text LIKE 'Offer the free unit place%'",
    [],
  );
  expect(asked).toHaveLength(1);
});

const STAY: JourneyStep[] = [
  ['2026-10-01', 'CONSENT_GIVEN'],
  ['2026-10-05', 'OFFER_ACCEPTED'],
  ['2026-10-12', 'ADMITTED'],
  ['2026-11-30', 'ASSESSMENT_REVIEW_STARTED'],
  ['2026-12-02', 'START_REINTEGRATION'],
  ['2027-01-06', 'STEP_UP'],
  ['2027-01-20', 'STEP_UP'],
  ['2027-02-03', 'STEP_UP'],
  ['2027-02-24', 'EXIT_REVIEW_STARTED'],
  ['2027-03-01', 'EXIT_MAINSTREAM'],
];

it('keeps the place for 10 school days after a return to mainstream, and not a day longer', async () => {
  const [home] = await theirs([...toPanel(), offer, ...STAY], ...four().slice(1));
  const fifth = await aReferral(...toPanel(), wait);
  expect((await holdings()).find(({ reference }) => reference === home)?.until).toBe('2027-03-16');
  const reasons = await refusal(said(fifth, ['2027-03-15', 'PLACE_VACATED', { matchOk: true }]));
  expect(reasons.map(({ guard }) => guard)).toEqual(['placeVacant']);
  await said(fifth, ['2027-03-16', 'PLACE_VACATED', { matchOk: true }]);
  expect(await stageOf(fifth)).toBe('offered');
});

it('offers a free place by the points of the waiting list, and to the next child where one is left out', async () => {
  const [first] = await theirs(...four());
  const [intended, issued, early] = await theirs(
    [...toPanel({ exclusion: 'intended', tatsPriority: 60 }), wait],
    [...toPanel({ exclusion: 'issued' }), wait],
    [...toPanel({ exclusion: 'none' }, '2026-09-15'), wait],
  );
  await said(first!, ['2026-10-05', 'OFFER_DECLINED']);
  const offerTo = (reference: string) =>
    said(reference, ['2026-10-06', 'PLACE_VACATED', { matchOk: true }]);
  for (const other of [issued!, early!]) {
    const reasons = await refusal(offerTo(other));
    expect(reasons.map(({ guard }) => guard)).toEqual(['topOfList']);
  }
  await said(intended!, ['2026-10-06', 'PLACE_SKIPPED', { reasonCode: 'MATCH_CONFLICT' }]);
  await refusal(offerTo(intended!));
  await offerTo(issued!);
  await said(issued!, ['2026-10-08', 'OFFER_DECLINED']);
  await said(intended!, ['2026-10-08', 'PLACE_VACATED', { matchOk: true }]);
  expect(await stageOf(intended!)).toBe('offered');
});

it('lists as many new children for a meeting as the terms of the Team Around the School say, and says so to the next', async () => {
  await db.statements.run('', TERMS, [WENDMOOR]);
  const door = aDoor(db.statements, '2026-10-12');
  const triage: readonly [JourneyStep, JourneyStep] = [
    ['2026-10-12', 'CHILD_IDENTIFIED'],
    ['2026-10-13', 'TRIAGE_STARTED'],
  ];
  const listed: JourneyStep = ['2026-10-14', 'LISTED_FOR_MEETING', { meetingOn: '2026-10-21' }];
  for (let n = 0; n < 2; n++)
    await aCaseAt(door, chair, 'tats_case', await aChild(db.statements), [...triage, listed]);
  const third = await aCaseAt(door, chair, 'tats_case', await aChild(db.statements), triage);
  const reasons = await refusal(said(third.reference, listed));
  expect(reasons).toMatchObject([
    { guard: 'slotAvailable', text: 'Every slot of that meeting is taken' },
  ]);
  await said(third.reference, ['2026-10-14', 'LISTED_FOR_MEETING', { meetingOn: '2026-11-04' }]);
  expect(await stageOf(third.reference)).toBe('listed');
});

const TERMS = `
WITH panel AS (INSERT INTO panel (authority, code, name) VALUES ($1, 'tats', 'Team Around the School') RETURNING id)
INSERT INTO panel_terms (panel_id, number, authority, valid_from, terms, reason, set_at)
SELECT id, 1, $1, '2026-09-01'::date, '{"fresh": {"count": 2, "minutes": 12}}', 'Two at a time', now() FROM panel`;
