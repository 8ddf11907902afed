import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { runCauseway } from './run-causeway';

let db: TestDatabase;
let [lead, second] = ['', ''];
const before = { ...process.env };
const TODAY = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'law-'));

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = TODAY;
  await anAuthority(db.statements);
  const one = await anOfficer(db.statements, 'Marguerite Osei', ['ehc_officer', 'send_manager']);
  const other = await anOfficer(db.statements, 'Tobias Grey', ['send_manager']);
  [lead, second] = [`${one.id}@example.org`, `${other.id}@example.org`];
  await aCaseAt(
    aDoor(db.statements, TODAY),
    one,
    'ehc_needs_assessment',
    await aChild(db.statements),
    [['2026-11-03', 'REQUEST_RECEIVED']],
  );
});
afterAll(async () => {
  process.env = before;
  await db.drop();
});

const pack = {
  name: 'ACT-2026',
  title: 'An invented Act',
  source: 'invented',
  effectiveFrom: '2026-11-01',
  appliesBy: 'trigger',
  changes: [{ rule: 'EHCNA-DECIDE-6W', operator: 'withinWeeks', number: 5 }],
};
const fileOf = (content: object) => {
  const path = join(folder, 'pack.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const load = (...args: string[]) => runCauseway('rules', 'load', ...args);
const due = async () =>
  (
    await db.statements.run<{ due: string }>(
      '',
      "SELECT due_on AS due FROM clock WHERE code = 'w6'",
      [],
    )
  )[0]?.due;

describe('causeway rules', () => {
  it('lists the book and shows a rule of it', async () => {
    const list = await runCauseway('rules', 'list');
    expect(list.out.trim().split('\n').length).toBeGreaterThan(53);
    const shown = await runCauseway('rules', 'show', 'ehcna-decide-6w');
    expect(JSON.parse(shown.out)).toMatchObject({
      limits: { due: { operator: 'withinWeeks', number: 6 } },
      certainty: 'high',
    });
    expect((await runCauseway('rules', 'show', 'NEVER')).code).toBe(2);
  });

  it('ends what is not said with 2', async () => {
    expect((await load(fileOf(pack))).err).toContain('Say with --as');
    expect((await load('--as', lead)).err).toContain('Give either a FILE');
  });

  it('refuses a pack with all that is wrong, and keeps nothing', async () => {
    const { code, err } = await load(
      fileOf({ ...pack, changes: [{ rule: 'X' }, { rule: 'Y' }] }),
      '--as',
      lead,
    );
    expect(code).toBe(1);
    expect(err).toContain('changes 1: there is no rule X');
    expect(err).toContain('changes 2: there is no rule Y');
    expect(await db.statements.run('', 'SELECT * FROM law_pack', [])).toEqual([]);
  });

  it('prints one line a change, and changes it once a second person has approved', async () => {
    const { out, err } = await load(fileOf(pack), '--as', lead);
    expect(out.trim().split('\t').slice(1)).toEqual([
      'w6',
      '15 December 2026',
      '8 December 2026',
      'An invented Act (invented)',
    ]);
    expect(err).toContain('1 of 1 open case would change. Nothing is changed yet.');
    expect(await due()).toBe('2026-12-15');
    const id = /--approve (\S+)/.exec(err)?.[1] ?? '';
    expect((await load('--approve', id, '--as', lead)).err).toContain('Ask a second person');
    const done = await load('--approve', id, '--as', second);
    expect([done.code, done.err]).toEqual([0, 'Approved. 1 open case counts by it now.\n']);
    expect(await due()).toBe('2026-12-08');
  });
});
