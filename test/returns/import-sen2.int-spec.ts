import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCauseway } from '../console/run-causeway';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority } from '../support/given';
import { aCouncilWithPlans, RETURN_DAY } from './a-council-with-plans';
import { type Blade, bladeIn, type Row } from './blade-folder';
import { faultsIn } from './sen2-specification';

const databases: TestDatabase[] = [];
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  process.env['CAUSEWAY_TODAY'] = RETURN_DAY;
  folder = await mkdtemp(join(tmpdir(), 'taken-over-'));
  await aCouncilWithPlans((await aDatabase()).statements);
  await exported('first');
}, 120_000);
afterAll(async () => {
  process.env = before;
  await rm(folder, { recursive: true, force: true });
  for (const db of databases) await db.drop();
});
jest.setTimeout(120_000);

async function aDatabase(): Promise<TestDatabase> {
  const db = await aTestDatabase();
  databases.push(db);
  process.env['DATABASE_URL'] = db.url;
  return db;
}

async function anEmptyCouncil(): Promise<TestDatabase> {
  const db = await aDatabase();
  await anAuthority(db.statements);
  return db;
}

const exported = (name: string) =>
  runCauseway('sen2', '--year', '2026', '--out', join(folder, name), '--draft');
const taken = (name: string) => runCauseway('import', 'sen2', join(folder, name));

/** A person with everything below, without the numbers that link them. */
function wholePerson(blade: Blade, surname: string): object {
  const bare = (row: Row | undefined) =>
    Object.fromEntries(
      Object.entries(row ?? {}).filter(
        ([name]) => !/tableid$|^NativeId$|orderseqcolumn$/.test(name),
      ),
    );
  const person = blade.person(surname);
  const [request] = blade.under('person', person, 'requests');
  const [assessment] = blade.under('requests', request, 'assessment');
  const [plan] = blade.under('assessment', assessment, 'namedplan');
  const [active] = blade.under('requests', request, 'activeplans');
  return {
    rows: [person, request, assessment, plan, active].map(bare),
    places: blade.under('namedplan', plan, 'plandetail').map(bare),
    attends: blade.under('activeplans', active, 'placementdetail').map(bare),
    needs: blade.under('activeplans', active, 'senneed').map(bare),
  };
}

it('takes a return over into an empty council, which then exports the same', async () => {
  await anEmptyCouncil();
  const { code, out, err } = await taken('first');
  expect([code, out]).toEqual([0, '13 children and 7 plans taken over.\n']);
  expect(err).toContain('3 requests and assessments are under way');
  await exported('second');
  const [first, second] = [
    await bladeIn(join(folder, 'first')),
    await bladeIn(join(folder, 'second')),
  ];
  expect(faultsIn(second)).toEqual([]);
  for (const surname of ['Athome', 'Arrived', 'Ended'])
    expect(wholePerson(second, surname)).toEqual(wholePerson(first, surname));
  await anEmptyCouncil();
  await taken('second');
  await exported('third');
  const third = await bladeIn(join(folder, 'third'));
  const people = (blade: Blade) => blade.of('person').map((row) => row['surname'] ?? '');
  expect(people(third).toSorted()).toEqual(people(second).toSorted());
  for (const surname of people(second))
    expect(wholePerson(third, surname)).toEqual(wholePerson(second, surname));
});

it('takes nothing over twice, and not into a council that has children', async () => {
  await anEmptyCouncil();
  await taken('first');
  const { code, err } = await taken('first');
  expect(code).toBe(1);
  expect(err).toContain('This council has children on record already');
});

describe('a return that is wrong', () => {
  const spoilt = async (module: string, change: (text: string) => string) => {
    const name = `spoilt-${module}-${Math.random()}`;
    await cp(join(folder, 'first'), join(folder, name), { recursive: true });
    const file = (await readdir(join(folder, name))).find((it) => it.endsWith(`_${module}.csv`))!;
    const path = join(folder, name, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
    return name;
  };

  it.each([
    [
      'a day that is none',
      'person',
      (t: string) => t.replace('2011-Oct-01', '2011-Oct-41'),
      'which is not a day',
    ],
    [
      'a row under nothing',
      'requests',
      (t: string) => t.replace(/^1,1,1,899,1,/m, '1,1,1,899,99,'),
      'it belongs to no person',
    ],
    [
      'a code that is none',
      'placementdetail',
      (t: string) => t.replace(',EHE,', ',XYZ,'),
      'no code of the return',
    ],
    [
      'a column that is missing',
      'namedplan',
      (t: string) => t.replace('assessmenttableid', 'other'),
      'lacks the column assessmenttableid',
    ],
    ['an empty surname', 'person', (t: string) => t.replace('Pending', ''), 'surname is empty'],
  ])(
    'is refused for %s, with the place and no name, and nothing is written',
    async (_, module, change, words) => {
      const db = await anEmptyCouncil();
      const { code, out, err } = await taken(await spoilt(module, change));
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('Nothing was taken over.');
      expect(err).toContain(words);
      expect(err).not.toContain('Rowan');
      expect(await db.statements.run('', 'SELECT FROM child', [])).toEqual([]);
    },
  );

  it('ends a folder without an export with 2', async () => {
    await anEmptyCouncil();
    const { code, err } = await runCauseway('import', 'sen2', tmpdir());
    expect([code, err]).toEqual([2, expect.stringContaining('holds no export')]);
  });
});
