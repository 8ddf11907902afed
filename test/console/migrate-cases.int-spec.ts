import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { twoNewerVersions } from '../../libs/pathways/testing/newer-versions';
import { runCauseway } from './run-causeway';

let db: TestDatabase;
let manager: string;
const before = { ...process.env };
const TODAY = '2025-11-18';

beforeAll(async () => {
  twoNewerVersions();
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = TODAY;
  await anAuthority(db.statements);
  const lead = await anOfficer(db.statements, 'Marguerite Osei', [
    'transition_lead',
    'send_manager',
  ]);
  manager = `${lead.id}@example.org`;
  const child = await aChild(db.statements);
  await aCaseAt(aDoor(db.statements, TODAY), lead, 'y6_transition', child, [
    ['2025-11-17', 'NOMINATION_SUBMITTED'],
  ]);
});
afterAll(async () => {
  process.env = before;
  await db.drop();
});

const migrate = (...args: string[]) => runCauseway('migrate-cases', 'y6_transition', ...args);
const planned = async (by: string) => (await migrate('--to', '3', '--plan', '--as', by)).out.trim();
const stands = () =>
  db.statements.run('', 'SELECT pathway_version, version, head_hash FROM send_case', []);

describe('causeway migrate-cases', () => {
  it.each([
    ['nothing to do', []],
    ['two things at once', ['--plan', '--run', 'any']],
    ['an approval by nobody', ['--approve', 'any']],
    ['a plan to no version', ['--plan']],
    ['a plan to a version that is not published', ['--plan', '--to', '4']],
    ['a plan to what is no number', ['--plan', '--to', 'newest']],
    ['a plan to settings that are no number', ['--plan', '--to-policy', 'newest']],
  ])('ends %s with 2, says what to say, and changes nothing', async (_, args) => {
    const was = await stands();
    const { code, out, err } = await migrate(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Say /);
    expect(await stands()).toEqual(was);
  });

  it('ends an unknown pathway with 2, and names those there are', async () => {
    const { code, err } = await runCauseway('migrate-cases', 'year_6', '--plan', '--to', '3');
    expect(code).toBe(2);
    expect(err).toContain('There is no pathway year_6. There are: y6_transition, ');
  });

  it.each(['--run', '--undo', '--approve'])(
    'ends %s of a plan that is not there with 1',
    async (what) => {
      const { code, err } = await migrate(what, 'no-such-plan', '--as', manager);
      expect([code, err]).toEqual([1, 'There is no plan no-such-plan.\n']);
    },
  );

  it('ends a plan to settings that do not count with 1, and changes nothing', async () => {
    const was = await stands();
    const { code, err } = await migrate('--plan', '--to-policy', '7');
    expect([code, err]).toEqual([
      1,
      'Version 7 of the settings does not count today, or is not there.\n',
    ]);
    expect(await stands()).toEqual(was);
  });

  it('lets no planner approve, and runs nothing that no second person approved', async () => {
    const was = await stands();
    const plan = await planned(manager);
    const alone = await migrate('--approve', plan, '--as', manager);
    const stranger = await migrate('--approve', plan, '--as', 'nobody@example.org');
    const early = await migrate('--run', plan);
    expect([alone.code, stranger.code, early.code]).toEqual([1, 1, 1]);
    expect(alone.err).toContain('Ask a second person');
    expect(stranger.err).toContain('nobody@example.org');
    expect(early.err).toContain('Nobody has approved the plan yet');
    expect(await stands()).toEqual(was);
  });

  it('plans in words, runs, leaves a certificate, and takes back', async () => {
    const was = await stands();
    const plan = await planned('planner@example.org');
    await migrate('--approve', plan, '--as', manager);
    const ran = await migrate('--run', plan);
    expect(JSON.parse(ran.out)).toMatchObject({
      fromVersion: 1,
      decision: 'moves',
      dates: [{ code: 'screen_sla', because: 'The council now aims to start screening sooner' }],
    });
    expect(ran.err).toContain('1 case moved now');
    expect(await stands()).toMatchObject([{ pathway_version: 3 }]);
    const back = await migrate('--undo', plan);
    expect(back.err).toContain('1 case is back on the version they came from');
    expect(await stands()).toMatchObject([
      { pathway_version: was[0]?.['pathway_version'] as number },
    ]);
    expect((await migrate('--undo', plan)).code).toBe(1);
  });
});
