import { isPassword } from './is-password';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { runCauseway } from './run-causeway';

let db: TestDatabase;
const before = { ...process.env };

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
});
afterAll(async () => {
  process.env = before;
  await db.drop();
});

const PERSON = [
  '--council',
  'Northmoor Council',
  '--code',
  '936',
  '--name',
  'Jo Fielding',
  '--email',
  'jo@northmoor.example.org',
];

async function withPassword(password: string, ...args: string[]) {
  process.env['CAUSEWAY_SETUP_PASSWORD'] = password;
  try {
    return await runCauseway('setup', ...args);
  } finally {
    delete process.env['CAUSEWAY_SETUP_PASSWORD'];
  }
}

const rowsOf = (table: string) =>
  db.statements.run<Record<string, unknown>>('', `SELECT * FROM ${table}`, []);

describe('an empty database', () => {
  it('is named by the doctor, with what to do', async () => {
    const { code, out } = await runCauseway('doctor');
    expect(code).toBe(1);
    expect(out).toContain('Wrong  Nobody is set up here: the database is empty.');
    expect(out).toContain('What to do: Run “causeway setup”');
  });

  it('is not filled with invented people in production', async () => {
    process.env['NODE_ENV'] = 'production';
    const [prepared, loaded] = [await runCauseway('prepare'), await runCauseway('demo', 'load')];
    process.env['NODE_ENV'] = 'test';
    expect([prepared.code, loaded.code]).toEqual([0, 1]);
    expect(prepared.err).toContain('causeway setup');
    expect(loaded.err).toContain('invented people have no place there');
    expect(await rowsOf('authority')).toEqual([]);
  });

  it.each([
    ['a code of two digits', [...PERSON.slice(0, 3), '93', ...PERSON.slice(4)], 'three digits'],
    [
      'the code of the demonstration',
      [...PERSON.slice(0, 3), '899', ...PERSON.slice(4)],
      'code of the demonstration',
    ],
    ['an address without an @', [...PERSON.slice(0, 7), 'jo'], 'not an e-mail address'],
    ['no name', [...PERSON.slice(0, 5), ' ', ...PERSON.slice(6)], 'at least two letters'],
  ])('is not set up with %s', async (_what, args, words) => {
    const { code, err } = await withPassword('lantern otter kettle willow', ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(await rowsOf('authority')).toEqual([]);
  });

  it.each(['short', 'aaaaaaaaaaaaaaaaaaaa', 'jo@northmoor', 'northmoor'])(
    'is not set up with the password %s',
    async (password) => {
      const { code, err, out } = await withPassword(password, ...PERSON);
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/password/i);
      expect(err).not.toContain(password);
      expect(await rowsOf('authority')).toEqual([]);
    },
  );

  it('is set up with a council and its first administrator, whose password is kept as a hash', async () => {
    const { code, err } = await withPassword('lantern otter kettle willow', ...PERSON);
    expect(code).toBe(0);
    expect(err).toContain('Northmoor Council is set up');
    expect(await rowsOf('authority')).toMatchObject([
      { code: '936', name: 'Northmoor Council', is_demo: false },
    ]);
    const [officer] = await rowsOf('officer');
    expect(officer).toMatchObject({ name: 'Jo Fielding', roles: ['administrator'], persona: null });
    const hash = String(officer?.['password_hash']);
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await isPassword(hash, 'lantern otter kettle willow')).toBe(true);
    expect(await isPassword(hash, 'lantern otter kettle willows')).toBe(false);
  });
});

describe('a real installation', () => {
  it.each([
    ['setup', ['setup', ...PERSON]],
    ['demo load', ['demo', 'load']],
    ['demo reset', ['demo', 'reset']],
    ['demo remove', ['demo', 'remove']],
  ])('is never touched by %s', async (_what, args) => {
    const { code, err } = await runCauseway(...args);
    expect(code).toBe(1);
    expect(err).toContain('Northmoor Council');
    expect(err).toContain('Nothing was changed');
    expect(await rowsOf('officer')).toHaveLength(1);
  });

  it('has nobody to sign in as, and prepare leaves it alone', async () => {
    expect(await runCauseway('prepare')).toMatchObject({ code: 0 });
    expect(await runCauseway('personas')).toEqual({ code: 0, out: '', err: '' });
    expect(await rowsOf('authority')).toHaveLength(1);
  });

  it('is told by the doctor that terms are missing and that nobody may import', async () => {
    const { code, out } = await runCauseway('doctor');
    expect(code).toBe(1);
    expect(out).toContain('Wrong  Northmoor Council has no term dates');
    expect(out).toContain('Fine   There is an administrator who can sign in.');
    const refused = await runCauseway('import', 'nominations', 'test/samples/nominations-41.csv');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('Panel coordinator, Transition lead, SEND manager');
  });

  it('is warned of terms that end soon, of messages in doubt and of work that nobody does', async () => {
    const run = (sql: string) => db.statements.run('', sql, []);
    await run(`INSERT INTO school_calendar (authority, name, terms, inset, is_default)
      VALUES ('936', 'Northmoor schools', jsonb_build_array(jsonb_build_array('2020-09-01', (CURRENT_DATE + 20)::text)), '[]', true)`);
    await run(`INSERT INTO child (id, authority, legal_forename, legal_surname, dob, created_at)
      VALUES ('00000000-0000-4000-8000-000000000001', '936', 'Robin', 'Ash', '2016-01-01', now())`);
    await run(`INSERT INTO send_case (id, authority, reference, child_id, pathway, pathway_version, version, state, stage, open, opened_on, head_hash)
      VALUES ('00000000-0000-4000-8000-000000000002', '936', 'EHC-1', '00000000-0000-4000-8000-000000000001', 'ehc_needs_assessment', 1, 1, '{}', 'requested', true, '2026-01-01', '\\x00')`);
    await run(`INSERT INTO instruction (case_id, version, number, authority, kind, detail, not_before)
      VALUES ('00000000-0000-4000-8000-000000000002', 1, 0, '936', 'message.send', '{}', now() - interval '3 hours')`);
    await run(`INSERT INTO message (authority, key, case_id, case_version, notice, recipient, channel, subject, body, due_at, status)
      SELECT '936', status, '00000000-0000-4000-8000-000000000002', 1, 'N-50', 'family', 'email', 's', 'b', now(), status
      FROM unnest(ARRAY['in_doubt', 'failed', 'for_release']) AS status`);
    const { code, out } = await runCauseway('doctor');
    expect(code).toBe(1);
    expect(out).toMatch(
      /Look {3}The term dates of Northmoor schools are loaded to \d+ \w+ \d{4} only\./,
    );
    expect(out).toContain(
      '1 follow-up of a recorded step should have been dealt with, the oldest 3 hours ago',
    );
    expect(out).toContain('1 message may or may not have been sent');
    expect(out).toContain('1 message could not be sent');
    expect(out).toContain('wait for an officer to release');
    expect(out).toContain('EHC-1: the end of the history is missing');
    const verified = await runCauseway('verify-history');
    expect(verified).toMatchObject({ code: 1, out: 'EHC-1: the end of the history is missing\n' });
    expect(await runCauseway('verify-history', 'EHC-404')).toMatchObject({ code: 2 });
  });
});
