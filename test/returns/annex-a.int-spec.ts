import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnnexA } from '@app/returns';
import { runCauseway } from '../console/run-causeway';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aDoor } from '../support/given';
import { type ACouncil, aCouncilWithPlans, RETURN_DAY } from './a-council-with-plans';
import { sheetsIn } from './sheets-of-a-workbook';

let db: TestDatabase;
let council: ACouncil;
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = RETURN_DAY;
  council = await aCouncilWithPlans(db.statements);
  folder = await mkdtemp(join(tmpdir(), 'annex-'));
  await supported();
}, 120_000);
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true, force: true });
  await db.drop();
});

/** One child has SEN support, figures of attendance, and suspensions of which one was cancelled. */
async function supported(): Promise<void> {
  const run = (sql: string, values: unknown[] = []) =>
    db.statements.run<{ id: string }>('', sql, values);
  const child = council.children['Refused'];
  await run(
    `UPDATE child SET sen_provision = 'K', care_status = 'cin', social_care_team = 'North', sex = 'M', primary_need = 'SEMH' WHERE id = $1`,
    [child],
  );
  const [pupil] = await run(
    `INSERT INTO feed_pupil (authority, key, urn, match, why, child_id, seen_at)
     VALUES ('899', 'k1', '199020', 'auto', 'same', $1, clock_timestamp()) RETURNING id`,
    [child],
  );
  for (const [on, category, outcome] of [
    ['2025-10-07', 'SUSP', null],
    ['2025-11-04', 'SUSP', 'cancelled'],
    ['2024-11-04', 'SUSP', null],
    ['2025-12-02', 'PERM', 'quashed'],
  ])
    await run(
      `INSERT INTO suspension (authority, pupil_id, urn, category, start_on, half_days, outcome, loaded_at)
       VALUES ('899', $1, '199020', $2, $3, 2, $4, clock_timestamp())`,
      [pupil?.id, category, on, outcome],
    );
  await run(
    `INSERT INTO attendance_summary (pupil_id, term, urn, authority, possible, authorised, unauthorised, late, ill, part_time)
     VALUES ($1, '2025-autumn', '199020', '899', 140, 9, 4, 0, 0, 0), ($1, '2023-autumn', '199020', '899', 140, 140, 0, 0, 0, 0)`,
    [pupil?.id],
  );
}

const LIST_2 = [
  'Unique ID',
  'UPN',
  'ULN',
  'Date of birth',
  'Gender',
  'Ethnicity',
  'SEN primary need',
  'Main education establishment – URN',
  'Main education establishment – phase',
  'Subsidiary education establishment – phase (dual registration)',
  'Suspensions',
  'Permanent exclusions',
  'Absence',
  'Pupil Premium',
  "Known to children's social care?",
  "Which children's social care team?",
  'Does the child or young person have a disability?',
];
const LIST_1 = [
  ...LIST_2.slice(0, 6),
  'Date initial EHC plan issued',
  'Date updated EHC plan issued',
  'Date EHC plan last reviewed',
  ...LIST_2.slice(6, 10),
  'Elective home education',
  ...LIST_2.slice(10),
];

describe('causeway annex-a', () => {
  it('writes two sheets of headings and rows, with true dates and numbers', async () => {
    const file = join(folder, 'annex-a.xlsx');
    const { code, out } = await runCauseway('annex-a', '--out', file);
    expect(code).toBe(0);
    expect(out).toContain('6 children with a plan, 1 with SEN support');
    const sheets = sheetsIn(await readFile(file));
    expect([...sheets.keys()]).toEqual(['List_1', 'List_2']);
    const [plans = [], support = []] = [...sheets.values()];
    expect(plans[0]).toEqual(LIST_1);
    expect(support[0]).toEqual(LIST_2);
    expect(support.slice(1)).toEqual([
      [
        council.children['Refused'],
        null,
        null,
        { day: '2011-10-01' },
        1,
        'WBRI',
        'SEMH',
        '199020',
        4,
        null,
        1,
        0,
        9.3,
        'No',
        'Yes',
        'North',
        'Yes',
      ],
    ]);
    const of = (surname: string) => plans.find(([id]) => id === council.children[surname]);
    expect(of('Standing')?.slice(3, 14)).toEqual([
      { day: '2011-10-01' },
      2,
      'WBRI',
      { day: '2019-03-04' },
      { day: '2024-05-01' },
      { day: '2025-11-28' },
      'ASD',
      '199020',
      4,
      null,
      'No',
    ]);
    expect(of('Athome')?.slice(10, 14)).toEqual([null, null, null, 'Yes']);
  });

  it('asks about what is missing, and nothing else', async () => {
    const annex = new AnnexA(db.statements, aDoor(db.statements, RETURN_DAY).clock);
    const asked = async () => annex.check(await annex.lists('899')).map(({ rule }) => rule.number);
    const usual = await asked();
    await db.statements.run(
      '',
      `UPDATE child SET sex = NULL, ethnicity = NULL, disabled = NULL, pupil_premium = NULL, primary_need = 'NSA', urn = NULL, social_care_team = NULL, upn = NULL, uln = NULL WHERE id = $1`,
      [council.children['Refused']],
    );
    const more = (await asked()).filter((number) => !usual.includes(number));
    expect(more).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A7', 'A9']);
    expect(usual).toEqual(expect.arrayContaining(['A6']));
  });
});
