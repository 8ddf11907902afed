import { type Actor } from '@app/access';
import { aTestDatabase, type TestDatabase } from '../support/database';
import {
  aCaseAt,
  aChild,
  aDoor,
  anAuthority,
  anOfficer,
  type JourneyStep,
  WENDMOOR,
} from '../support/given';
import { aWebsite, type Person, wordsOf } from '../support/a-website';

const TODAY = '2026-12-02';
const FIRST: JourneyStep = ['2026-11-11', 'EXCLUSION_RECORDED', { firstDay: '2026-11-11' }];
const EDUCATION: JourneyStep = ['2026-11-17', 'EDUCATION_STARTED', { provider: 'Tuition' }];
const SUSPENDED: JourneyStep = [
  '2026-11-24',
  'EXCLUSION_RECORDED',
  { kind: 'suspension', firstDay: '2026-11-23', schoolDays: 2, daysInTerm: 4 },
];

let db: TestDatabase;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Actor;
let people: Record<'manager' | 'saso' | 'reader', Person>;
const cases: Record<string, string> = {};

async function anExclusion(surname: string, ...steps: [JourneyStep, ...JourneyStep[]]) {
  const child = await aChild(db.statements, { forename: 'Rowan', surname, dob: '2014-03-01' });
  const door = aDoor(db.statements, TODAY);
  cases[surname] = (await aCaseAt(door, manager, 'exclusion', child, steps)).reference;
  return child;
}

/** What a school has sent about a child. */
async function reported(child: string, day: string, outcome: string | null): Promise<void> {
  await db.statements.run(
    '',
    `WITH pupil AS (
       INSERT INTO feed_pupil (authority, key, urn, match, why, child_id, seen_at)
       VALUES ($1, $2::text, '199020', 'auto', 'test', $2::uuid, now())
       ON CONFLICT (authority, key) DO UPDATE SET seen_at = now() RETURNING id)
     INSERT INTO suspension (authority, pupil_id, urn, category, start_on, half_days, outcome, loaded_at)
     SELECT $1, id, '199020', 'PERM', $3, 0, $4, now() FROM pupil`,
    [WENDMOOR, child, day, outcome],
  );
}

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
  const known = await anExclusion('Waiting', FIRST);
  await anExclusion('Taught', FIRST, EDUCATION, ['2026-11-27', 'GOVERNORS_UPHELD']);
  await anExclusion('Cancelled', FIRST, ['2026-11-13', 'EXCLUSION_CANCELLED']);
  await anExclusion('Suspended', SUSPENDED);
  await reported(known, '2026-11-11', null);
  for (const [surname, outcome] of [
    ['Unknown', null],
    ['Quashed', 'quashed'],
  ] as const) {
    const child = await aChild(db.statements, { forename: 'Rowan', surname, dob: '2013-03-01' });
    await reported(child, '2026-11-16', outcome);
  }
  site = await aWebsite(db.url, TODAY);
  people = {
    manager: await site.signedIn(manager),
    saso: await site.signedIn(await anOfficer(db.statements, 'Josie Hart', ['saso'])),
    reader: await site.signedIn(await anOfficer(db.statements, 'Dee Reader', ['data_analyst'])),
  };
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

it('shows who is excluded, where it stands, and the next date with its why', async () => {
  const { status, text } = await people.manager.get('/exclusions');
  expect(status).toBe(200);
  const words = wordsOf(text);
  expect(words).toMatch(
    /Rowan Waiting .* In force Get full-time education started Wed 18 November 2026/,
  );
  expect(words).toMatch(
    /Rowan Taught .* Upheld by the governors Education since Tue 17 November 2026/,
  );
  expect(words).toMatch(/Rowan Suspended .* Suspension In force Nothing is due/);
  expect(words).not.toContain('Rowan Cancelled');
  expect(text).toContain(`href="/cases/${cases['Waiting']}/why/sixth_school_day/1"`);
});

it('opens behind each number the rows that it counts', async () => {
  const { text } = await people.manager.get('/exclusions');
  const views = [
    ...text.matchAll(/href="(\/exclusions[^"]*)"[^>]*>([^<]+) <span class="cw-count">(\d+)/g),
  ].map(([, href = '', name = '', count]) => ({ href, name, count: Number(count) }));
  expect(views.map(({ name, count }) => [name, count])).toEqual([
    ['Open', 3],
    ['Without education', 1],
    ['Permanent, standing', 2],
    ['No longer stand', 1],
    ['All', 4],
  ]);
  for (const { href, count } of views) {
    const opened = await people.manager.get(href);
    expect([href, opened.text.match(/data-l="Stands"/g)?.length ?? 0]).toEqual([href, count]);
    const file = await people.manager.get(href.replace('/exclusions', '/exclusions/download'));
    expect(file.text.trim().split('\r\n')).toHaveLength(1 + count);
  }
  const gone = wordsOf((await people.manager.get('/exclusions?view=gone')).text);
  expect(gone).toMatch(/Rowan Cancelled .* Cancelled by the head No longer counts Nothing is due/);
});

it('names what schools sent and nobody has recorded, to those who see every exclusion', async () => {
  const words = wordsOf((await people.manager.get('/exclusions')).text);
  const part = words.slice(words.indexOf('In schools’ data, not recorded here'));
  expect(part).toMatch(/Rowan Unknown .* 16 November 2026/);
  expect(part).not.toContain('Quashed');
  expect(part).not.toContain('Waiting');
  expect((await people.saso.get('/exclusions')).text).not.toContain('Unknown');
});

it('shows an officer only what is theirs, and the page to nobody else', async () => {
  expect(wordsOf((await people.saso.get('/exclusions')).text)).toContain('No exclusion is here');
  expect((await people.reader.get('/exclusions')).status).toBe(403);
});
