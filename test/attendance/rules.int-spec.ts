import { NightlyRules, AtRiskReader } from '@app/attendance';
import { CaseworkService, PolicyPacks } from '@app/casework';
import { openTasks } from '@app/letters';
import { addDays, weekdayOf } from '@app/statutory-calendar';
import { aCaseAt, aDoor, anOfficer, WENDMOOR } from '../support/given';
import { aFeedCouncil, type FeedCouncil, upnOf } from './a-feed';

let council: FeedCouncil;
let rules: NightlyRules;
let reader: AtRiskReader;
let packs: PolicyPacks;
let casework: CaseworkService;
beforeAll(async () => {
  council = await aFeedCouncil('2026-11-20');
  const { statements, clock, calendars } = council;
  casework = new CaseworkService(statements, clock, calendars);
  packs = new PolicyPacks(statements);
  rules = new NightlyRules(statements, clock, calendars, casework, packs);
  reader = new AtRiskReader(statements, calendars);
});
afterAll(() => council.db.drop());

const line = (
  serial: number,
  start: string,
  end: string,
  sessions: number,
  more: Record<string, string> = {},
) => ({
  UPN: upnOf(serial),
  DOB: '01/10/2013',
  Category: 'SUSP',
  'Start date': start,
  'End date': end,
  Sessions: String(sessions),
  ...more,
});
/** Codes for every weekday from one day to another; there is school on all of them. */
function register(serial: number, from: string, to: string, codes: readonly string[]) {
  const rows: Record<string, string>[] = [];
  for (let day = from, n = 0; day <= to; day = addDays(day, 1)) {
    if (['Sat', 'Sun'].includes(weekdayOf(day))) continue;
    for (const Session of ['AM', 'PM'])
      rows.push({
        UPN: upnOf(serial),
        DOB: '01/10/2013',
        Date: day,
        Session,
        Code: codes[n++ % codes.length]!,
      });
  }
  return rows;
}
const hitsOf = (childId: string) =>
  council.rows<{ rule: string; route: string; words: string; on: string; ended: string | null }>(
    'SELECT rule, route, words, hit_on AS "on", ended_on AS ended FROM rule_hit WHERE child_id = $1 ORDER BY hit_on, length(rule), rule',
    childId,
  );
const casesOf = (childId: string) =>
  council.rows<{ id: string; reference: string; stage: string; open: boolean }>(
    `SELECT id, reference, stage, open FROM send_case WHERE child_id = $1 AND pathway = 'tats_case' ORDER BY reference`,
    childId,
  );
const night = async (day: string) => {
  council.at(day);
  const result = await rules.run(WENDMOOR);
  await openTasks(council.statements, await rules.tasks(WENDMOOR));
  return result;
};
const tasksOf = async (caseId: string) =>
  (
    await council.rows<{ text: string; done: string | null }>(
      `SELECT text, done_on AS done FROM task WHERE case_id = $1 AND source_key LIKE 'data:%' ORDER BY source_key`,
      caseId,
    )
  ).map(({ text, done }) => (done ? `${text} (done)` : text));

it('puts a child forward with what was found, once, and the same night twice changes nothing', async () => {
  const [at, beside] = [await council.aPupil(1), await council.aPupil(2)];
  await council.load('suspensions', [
    line(1, '05/05/2026', '11/05/2026', 10),
    line(2, '05/05/2026', '11/05/2026', 9),
  ]);
  expect(await night('2026-11-20')).toMatchObject({ looked: 2, hits: 1, opened: 1, refused: 0 });
  expect(await hitsOf(at)).toEqual([
    {
      rule: 'T2',
      route: 'list',
      words: '5 days suspended over three terms, in primary school',
      on: '2026-11-20',
      ended: null,
    },
  ]);
  expect(await hitsOf(beside)).toEqual([]);
  const [opened] = await casesOf(at);
  const [first] = await council.rows<{ payload: object; actorRole: string }>(
    'SELECT payload, actor_role AS "actorRole" FROM case_event WHERE case_id = $1 AND version = 1',
    opened?.id,
  );
  expect(first).toMatchObject({
    actorRole: 'system',
    payload: {
      source: 'data_rule',
      rule: 'T2',
      ruleValues:
        'T2: 5 days suspended over three terms, in primary school (5 January 2026 to 20 November 2026)',
      pexRisk: 'none',
      before: 'first',
    },
  });
  const before = await council.rows('SELECT * FROM rule_hit');
  expect(await night('2026-11-20')).toMatchObject({ hits: 0, ended: 0, opened: 0, evidence: 0 });
  expect(await council.rows('SELECT * FROM rule_hit')).toEqual(before);
  expect(await casesOf(at)).toHaveLength(1);
});

it('adds what is found later to the open case, and lets go of what no longer holds', async () => {
  const child = await council.aPupil(3);
  await council.load('suspensions', [line(3, '02/11/2026', '12/11/2026', 12)]);
  await night('2026-11-20');
  const [only] = await casesOf(child);
  const [put] = await council.rows<{ words: string }>(
    `SELECT payload->>'ruleValues' AS words FROM case_event WHERE case_id = $1 AND version = 1`,
    only?.id,
  );
  expect(put?.words).toMatch(/^T2: 6 days suspended .*\. Also: T4$/);
  await council.load('suspensions', [line(3, '16/11/2026', '18/11/2026', 6)]);
  expect(await night('2026-11-21')).toMatchObject({ opened: 0 });
  const hits = await council.rows<{ rule: string; caseId: string; ended: string | null }>(
    'SELECT rule, case_id AS "caseId", ended_on AS ended FROM rule_hit WHERE child_id = $1 ORDER BY hit_on, length(rule), rule',
    child,
  );
  expect(hits.map(({ rule, ended }) => `${rule} ${ended ?? 'stands'}`)).toEqual([
    'T2 2026-11-21',
    'T4 2026-11-21',
    'T2 stands',
    'T4 stands',
  ]);
  expect(new Set(hits.map(({ caseId }) => caseId))).toEqual(new Set([only?.id]));
  expect(await casesOf(child)).toHaveLength(1);
});

it('is quiet for 6 school weeks after advice, then asks again; and leaves a finished case alone until there is something new', async () => {
  const child = await council.aPupil(4);
  const coordinator = await anOfficer(council.statements, 'Imogen Thackeray', [
    'panel_coordinator',
    'panel_chair',
  ]);
  await council.load('suspensions', [line(4, '04/09/2026', '10/09/2026', 10)]);
  await night('2026-09-11');
  const [first] = await casesOf(child);
  council.at('2026-09-14');
  const record = (type: string, payload: object = {}) =>
    casework.record(coordinator, first?.reference ?? '', {
      type,
      occurredOn: '2026-09-14',
      payload,
    });
  await record('TRIAGE_STARTED');
  await record('SIGNPOSTED', {
    belowThreshold: true,
    advice: ['One key adult', 'Quiet start', 'Look again'],
  });
  await council.load('suspensions', [line(4, '21/09/2026', '22/09/2026', 4)]);
  expect(await night('2026-11-03')).toMatchObject({ opened: 0 });
  expect(await casesOf(child)).toEqual([{ ...first, stage: 'signposted', open: false }]);
  expect(await night('2026-11-04')).toMatchObject({ opened: 1 });
  const [, second] = await casesOf(child);
  expect(second).toMatchObject({ stage: 'identified', open: true });
  const [payload] = await council.rows<{ before: string }>(
    `SELECT payload->>'before' AS before FROM case_event WHERE case_id = $1 AND version = 1`,
    second?.id,
  );
  expect(payload).toEqual({ before: 'within_two_terms' });

  const manager = await anOfficer(council.statements, 'Marguerite Osei', ['send_manager']);
  await casework.record(manager, second?.reference ?? '', {
    type: 'CASE_VOIDED',
    occurredOn: '2026-11-04',
    payload: { reason: 'Opened twice' },
  });
  expect(await night('2026-11-05')).toMatchObject({ opened: 0 });
  await council.load('suspensions', [line(4, '05/11/2026', '05/11/2026', 1)]);
  expect(await night('2026-11-06')).toMatchObject({ opened: 1 });
  expect(await casesOf(child)).toHaveLength(3);
});

it('asks a person to check a permanent exclusion, and to take it back when it is cancelled', async () => {
  const child = await council.aPupil(5);
  const perm = (outcome = '') =>
    line(5, '17/11/2026', '', 0, { Category: 'PERM', Sessions: '', Outcome: outcome });
  council.at('2026-11-20');
  await council.load('suspensions', [perm()]);
  await night('2026-11-20');
  expect(await hitsOf(child)).toMatchObject([{ rule: 'T1', route: 'urgent' }]);
  const [open] = await casesOf(child);
  expect(await tasksOf(open?.id ?? '')).toEqual([
    'Check the permanent exclusion with the school, and record it',
  ]);
  const chair = await anOfficer(council.statements, 'Gideon Wray', ['panel_chair']);
  council.at('2026-11-20');
  await casework.record(chair, open?.reference ?? '', {
    type: 'PERMANENTLY_EXCLUDED',
    occurredOn: '2026-11-20',
    payload: {
      exclusionFirstDay: '2026-11-17',
      ehcQuestion: { answer: 'not_now', parentTold: true, reason: 'Support has just begun' },
    },
  });
  const officer = await anOfficer(council.statements, 'Josie Hart', ['saso']);
  const { reference } = await casework.open(officer, {
    pathway: 'exclusion',
    childId: child,
    occurredOn: '2026-11-20',
    payload: { kind: 'permanent', firstDay: '2026-11-17' },
  });
  await council.load('suspensions', [perm('cancelled')]);
  expect(await night('2026-11-21')).toMatchObject({ opened: 0 });
  expect(await hitsOf(child)).toMatchObject([{ rule: 'T1', ended: '2026-11-21' }]);
  expect(await tasksOf(open?.id ?? '')).toEqual([
    'Open this work again: the exclusion no longer stands',
    'Check the permanent exclusion with the school, and record it (done)',
  ]);
  const [registered] = await council.rows<{ id: string }>(
    'SELECT id FROM send_case WHERE reference = $1',
    reference,
  );
  expect(await tasksOf(registered?.id ?? '')).toContain('Record what became of the exclusion');
  expect(await council.rows(`SELECT outcome FROM suspension WHERE category = 'PERM'`)).toEqual([
    { outcome: 'cancelled' },
  ]);
});

it('counts again when a file comes late, and reads the same for an agenda', async () => {
  const child = await council.aPupil(6);
  const summer = {
    UPN: upnOf(6),
    Term: 'Summer 2026',
    Possible: '100',
    Authorised: '2',
    Unauthorised: '0',
  };
  await council.load('attendance_summary', [summer]);
  await council.load(
    'attendance_sessions',
    register(6, '2026-11-09', '2026-11-20', ['/', '\\', '/', 'O']),
  );
  council.at('2026-11-22');
  const look = async () => (await reader.forChildren(WENDMOOR, [child], '2026-11-22')).get(child);
  const seen = await look();
  expect(seen?.attendance).toMatchObject({
    thisTerm: { possible: 20, absent: 5, attendance: 75, band: 'persistent' },
    fourWeeks: { possible: 20 },
    lastTerm: { possible: 100, attendance: 98 },
    year: { possible: 20 },
    threeTerms: { possible: 120, absent: 7 },
  });
  expect(seen?.weeks.slice(-3)).toEqual([
    { from: '2026-11-02', attendance: null },
    { from: '2026-11-09', attendance: 80 },
    { from: '2026-11-16', attendance: 70 },
  ]);
  expect(seen?.priority.parts.find(({ code }) => code === 'A')).toMatchObject({ points: 13 });
  await council.load('attendance_sessions', register(6, '2026-09-07', '2026-10-16', ['O']));
  expect((await look())?.attendance.year).toMatchObject({
    possible: 80,
    absent: 65,
    band: 'severe',
  });
  expect((await look())?.attendance.fourWeeks).toMatchObject({ possible: 20 });
  await night('2026-11-22');
  expect((await look())?.hits).toMatchObject([{ rule: 'T6', route: 'triage', endedOn: null }]);
});

it('finds a timetable past its end and a red check-in in the records, and leaves severe absence with support alone', async () => {
  const { statements } = council;
  const door = aDoor(statements, '2026-09-21');
  const lead = await anOfficer(statements, 'Ruben Castellane', [
    'transition_lead',
    'send_manager',
    'y6_worker',
  ]);
  const child = await council.aPupil(7);
  await council.load('attendance_sessions', register(7, '2026-09-07', '2026-10-16', ['O']));
  await aCaseAt(door, lead, 'ebsna', child, [['2026-09-21', 'REQUEST_RECEIVED']]).catch(
    () => undefined,
  );
  const [support] = await council.rows<{ id: string }>(
    `SELECT id FROM send_case WHERE child_id = $1`,
    child,
  );
  expect(support).toBeDefined();
  await night('2026-11-22');
  expect(await hitsOf(child)).toEqual([]);
  await council.rows(
    `UPDATE send_case SET state = jsonb_set(state, '{value,timetable}', '"part_time_overdue"') WHERE id = $1`,
    support?.id,
  );
  await council.rows(
    `INSERT INTO clock (case_id, code, authority, basis, anchor, due_on, status, started_version, calendar_version)
     VALUES ($1, 'ptt_end', '899', 'local', '2026-10-01', '2026-11-13', 'met', 1, 'test')`,
    support?.id,
  );
  await night('2026-11-19');
  expect(await hitsOf(child)).toEqual([]);
  await night('2026-11-20');
  expect(await hitsOf(child)).toMatchObject([{ rule: 'T7', route: 'triage' }]);
});

it('says nothing about a pupil of whom nobody knows who it is, and finds them once a record fits', async () => {
  await council.load('suspensions', [line(9, '02/11/2026', '13/11/2026', 20)]);
  expect(await night('2026-11-20')).toMatchObject({ hits: 0, opened: 0 });
  const child = await council.aPupil(9);
  expect(await night('2026-11-21')).toMatchObject({ opened: 1 });
  expect((await hitsOf(child)).map(({ rule }) => rule)).toEqual(['T2', 'T4']);
});

it('finds children by the thresholds that the council has approved, and keeps which version found them', async () => {
  const child = await council.aPupil(10);
  await council.load('suspensions', [line(10, '05/11/2026', '11/11/2026', 9)]);
  await night('2026-11-23');
  expect(await hitsOf(child)).toEqual([]);
  const { statements } = council;
  const { id: proposer } = await anOfficer(statements, 'Ash Kerr', ['administrator']);
  const { id: approver } = await anOfficer(statements, 'Tobias Grey', ['send_manager']);
  await council.rows(
    `INSERT INTO policy_pack (authority, pathway, version, valid_from, numbers, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
     VALUES ($1, 'tats_case', 1, '2026-11-24', '{"finding.threeTermDays.primary": 4}', 'Sooner', $2, now(), 'approved', $3, now())`,
    WENDMOOR,
    proposer,
    approver,
  );
  packs.forget();
  await night('2026-11-24');
  expect(
    await council.rows('SELECT rule, settings FROM rule_hit WHERE child_id = $1', child),
  ).toEqual([{ rule: 'T2', settings: 1 }]);
});
