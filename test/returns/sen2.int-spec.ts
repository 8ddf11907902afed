import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCauseway } from '../console/run-causeway';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { type ACouncil, aCouncilWithPlans, RETURN_DAY } from './a-council-with-plans';
import { type Blade, bladeIn, type Row } from './blade-folder';
import { dayIn, faultsIn } from './sen2-specification';

let db: TestDatabase;
let council: ACouncil;
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = RETURN_DAY;
  council = await aCouncilWithPlans(db.statements);
  folder = await mkdtemp(join(tmpdir(), 'returns-'));
}, 120_000);
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true, force: true });
  await db.drop();
});

const sen2 = (out: string, ...more: string[]) =>
  runCauseway('sen2', '--year', '2026', '--out', join(folder, out), ...more);
const rowsOf = (blade: Blade, surname: string) => {
  const [request] = blade.under('person', blade.person(surname), 'requests');
  const [assessment] = blade.under('requests', request, 'assessment');
  const [plan] = blade.under('assessment', assessment, 'namedplan');
  const [active] = blade.under('requests', request, 'activeplans');
  return { request, assessment, plan, active };
};
const said = (row: Row | undefined, ...names: string[]) => names.map((name) => row?.[name]);

describe('causeway sen2', () => {
  it('writes files that the specification finds nothing wrong with', async () => {
    const { code, out } = await sen2('whole');
    expect(out).toContain('SEN2 2026: 13 people');
    expect(out).not.toContain('error ');
    expect(code).toBe(0);
    const blade = await bladeIn(join(folder, 'whole'));
    expect(blade.names).toContain('Blade-Export_02-02-2026_activeplans.csv');
    expect(blade.names).toHaveLength(9);
    expect(faultsIn(blade)).toEqual([]);
    expect(said(blade.of('sen2')[0], 'dmo', 'dco', 'dsco')).toEqual(['', '', '']);
    expect(said(blade.of('sen2')[0], 'collection', 'year', 'referencedate', 'lea')).toEqual([
      'SEN2',
      '2026',
      '2026-Jan-15 00:00:00',
      '899',
    ]);
  });

  it('says what became of each request, first decisions first', async () => {
    const blade = await bladeIn(join(folder, 'whole'));
    const request = (surname: string) =>
      said(rowsOf(blade, surname).request, 'requestoutcome', 'requestsource');
    const assessed = (surname: string) => rowsOf(blade, surname).assessment?.['assessmentoutcome'];
    expect(request('Issued')).toEqual(['Y', '2']);
    expect(request('Pending')).toEqual(['A', '1']);
    expect(request('Refused')).toEqual(['N', '5']);
    expect(request('Withdrawn')).toEqual(['W', '1']);
    expect(request('Historic')).toEqual(['H', '2']);
    expect(blade.person('Earlier')).toBeUndefined();
    expect(blade.person('Longago')).toBeUndefined();
    expect(assessed('Assessing')).toBe('A');
    expect(assessed('Moved')).toBe('W');
    expect(rowsOf(blade, 'Moved').request?.['exported']).toBe('937');
    const overturned = rowsOf(blade, 'Overturned');
    expect(
      said(overturned.request, 'requestoutcome', 'requestmediation', 'requesttribunal'),
    ).toEqual(['N', 'true', 'false']);
    expect(overturned.assessment?.['assessmentoutcome']).toBe('A');
  });

  it('dates plans by the day they were sent, and marks those that the law excuses', async () => {
    const blade = await bladeIn(join(folder, 'whole'));
    const issued = rowsOf(blade, 'Issued');
    expect(dayIn(issued.plan?.['startdate'])).toBe('2025-06-18');
    expect(issued.assessment?.['week20']).toBe('false');
    expect(rowsOf(blade, 'Excused').assessment?.['week20']).toBe('true');
    const [named] = blade.under('namedplan', issued.plan, 'plandetail');
    expect(said(named, 'urn', 'sensetting', 'sensettingother')).toEqual([
      '',
      'OTH',
      'Mainstream school',
    ]);
  });

  it('reports plans in force on survey day, with the last review, the places and the needs', async () => {
    const blade = await bladeIn(join(folder, 'whole'));
    const { active, plan } = rowsOf(blade, 'Standing');
    expect(said(plan, 'pb', 'oa', 'dp')).toEqual(['true', 'false', 'Y']);
    expect(['reviewmeeting', 'reviewdraft', 'lastreview'].map((it) => dayIn(active?.[it]))).toEqual(
      ['2025-11-04', '2025-11-28', '2025-11-28'],
    );
    expect(active?.['reviewoutcome']).toBe('A');
    const [place] = blade.under('activeplans', active, 'placementdetail');
    expect(said(place, 'urn', 'senunitindicator')).toEqual(['199020', 'true']);
    const needs = blade.under('activeplans', active, 'senneed').map(({ sentype }) => sentype);
    expect(needs).toEqual(['ASD', 'SLCN']);
    expect(rowsOf(blade, 'Arrived').active?.['transferla']).toBe('937');
    const [college] = blade.under('namedplan', rowsOf(blade, 'Athome').plan, 'plandetail');
    expect(said(college, 'urn', 'ukprn', 'sensetting')).toEqual(['', '10009999', '']);
    expect(said(rowsOf(blade, 'Assessing').request, 'rya')).toEqual(['true']);
    expect(said(rowsOf(blade, 'Standing').assessment, 'othermediation', 'othertribunal')).toEqual([
      'false',
      'true',
    ]);
    const ended = rowsOf(blade, 'Ended');
    expect(said(ended.plan, 'ceasereason')).toEqual(['3']);
    expect(ended.active).toBeUndefined();
  });

  it('keeps names, numbers and keys out of what it prints, and writes down who made it', async () => {
    const { out, err } = await sen2('quiet');
    expect(out + err).not.toMatch(/Standing|Rowan|E869999926001/);
    const looks = await db.statements.run(
      '',
      "SELECT page FROM access_log WHERE action = 'file.downloaded'",
      [],
    );
    expect(looks).toContainEqual({ page: 'SEN2 return 2026' });
  });

  it('marks the XML as provisional', async () => {
    const names = await readdir(join(folder, 'whole'));
    expect(names).toContain('SEN2_899_2026_provisional.xml');
    const xml = await readFile(join(folder, 'whole', 'SEN2_899_2026_provisional.xml'), 'utf8');
    expect(xml).toMatch(/<!-- Provisional/);
    expect(xml.match(/<Person>/g)).toHaveLength(13);
    expect(xml).toContain('<Week20>1</Week20>');
    expect(await readFile(join(folder, 'whole', 'README.txt'), 'utf8')).toContain('ReviewOutcome');
  });

  it('writes nothing while there are errors, unless it is asked for a draft', async () => {
    const wrong = council.children['Pending'];
    await db.statements.run('', 'UPDATE child SET ethnicity = NULL WHERE id = $1', [wrong]);
    const { code, out } = await sen2('refused');
    expect(code).toBe(1);
    expect(out).toContain('error 104 Ethnicity: 1 × ');
    expect(await readdir(join(folder, 'refused'))).toEqual([]);
    expect((await sen2('drafted', '--draft')).code).toBe(0);
    expect((await bladeIn(join(folder, 'drafted'))).names).toHaveLength(9);
    await db.statements.run('', "UPDATE child SET ethnicity = 'WBRI' WHERE id = $1", [wrong]);
  });

  it.each([['20x6'], ['1999']])('ends --year %s with 2', async (year) => {
    const { code, err } = await runCauseway('sen2', '--year', year, '--out', join(folder, 'no'));
    expect([code, err]).toEqual([2, expect.stringContaining('is not the year of a return')]);
  });
});
