import { type Actor } from '@app/access';
import { fieldsOf, pathwayNamed, type Role } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { asTyped } from '../../apps/web/src/forms/as-typed';
import { aPersona, aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, WENDMOOR } from '../support/given';
import { happenedOn, TODAY, wordsOf } from './cases-given';

let db: TestDatabase;
let app: NestFastifyApplication;
const people: Record<string, Browser> = {};
const actors: Record<string, Actor> = {};

const TEAM: Readonly<Record<string, readonly Role[]>> = {
  placer: ['placement_officer'],
  manager: ['send_manager'],
  second: ['send_manager'],
  chair: ['panel_chair'],
  finance: ['finance_officer'],
};

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  for (const [who, roles] of Object.entries(TEAM)) {
    const id = await aPersona(db.statements, who, roles);
    const name = `Person ${who}`;
    actors[who] = { id, authority: WENDMOOR, name, roles, teamId: null, schoolUrn: null };
  }
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  for (const who of Object.keys(TEAM)) people[who] = await new Browser(app).signIn(who);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
});

const ON = '2027-01-11';

async function aPackage(by: string, ...steps: string[]) {
  const child = await aChild(db.statements);
  const door = aDoor(db.statements, ON);
  const opened = await aCaseAt(door, actors[by]!, 'eotas_package', child, [
    [ON, 'EOTAS_CONSIDERED'],
  ]);
  for (const type of steps) {
    await door.casework.record(actors[by]!, opened.reference, {
      type,
      occurredOn: ON,
      payload: { ...pathwayNamed('eotas_package').events[type]!.example },
    });
  }
  return opened.reference;
}

const versionOf = async (reference: string) => {
  const sql = 'SELECT version FROM send_case WHERE reference = $1';
  const [row] = await db.statements.run<{ version: number }>('', sql, [reference]);
  return row?.version;
};
const lastPayload = async (reference: string) => {
  const sql = `SELECT e.payload FROM case_event e JOIN send_case c ON c.id = e.case_id
    WHERE c.reference = $1 ORDER BY e.version DESC LIMIT 1`;
  const [row] = await db.statements.run<{ payload: Record<string, unknown> }>('', sql, [reference]);
  return row?.payload;
};

/** What a browser would send from this page: every field of its form as it stands. */
function fieldsOn(html: string): Record<string, string> {
  const form = /<form class="cw-form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const attribute = (tag: string, name: string) =>
    new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const inputs = [...form.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag))
    .filter((tag) => attribute(tag, 'name') !== '_csrf')
    .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]);
  const areas = [...form.matchAll(/(<textarea[^>]*>)([^<]*)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => [attribute(tag, 'name'), text],
  );
  const selects = [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(
    ([, tag = '', options = '']) => [
      attribute(tag, 'name'),
      /value="([^"]*)" selected/.exec(options)?.[1] ?? '',
    ],
  );
  return Object.fromEntries([...inputs, ...areas, ...selects]) as Record<string, string>;
}

const proposal = pathwayNamed('eotas_package').events['PACKAGE_PROPOSED']!;
const answers = {
  ...(asTyped(fieldsOf(proposal.payload), proposal.example) as Record<string, string>),
  ...happenedOn(TODAY),
};
const partsOn = (html: string) => html.match(/class="govuk-fieldset cw-row"/g)?.length;

describe('a form with rows, without JavaScript', () => {
  it('keeps wrong numbers as they were typed, at their cells, and records nothing', async () => {
    const reference = await aPackage('placer');
    const url = `/cases/${reference}/do/package-proposed`;
    const blank = await people['placer']!.get(url);
    expect([blank.statusCode, partsOn(blank.body)]).toEqual([200, 2]);
    const before = await versionOf(reference);
    const wrong = await people['placer']!.post(url, {
      ...fieldsOn(blank.body),
      ...answers,
      'lines.0.hours': 'ten',
      'lines.1.cost': '£135.001',
      'lines.1.endsOn-day': '31',
      'lines.1.endsOn-month': '2',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('<a href="#lines-0-hours">Line 1: Hours a week: enter a number');
    expect(wrong.body).toContain('<a href="#lines-1-cost">Line 2: Cost a week, in pounds: enter');
    expect(wrong.body).toContain(
      '<a href="#lines-1-endsOn-day">Line 2: Ends on: enter a real date',
    );
    expect(fieldsOn(wrong.body)).toMatchObject({
      'lines.0.hours': 'ten',
      'lines.1.cost': '£135.001',
      'lines.1.endsOn-day': '31',
      'lines.1.provider': 'Harbour Therapies',
    });
    expect(await versionOf(reference)).toBe(before);
  });

  it('adds a part when asked, drops the empty ones and records pence', async () => {
    const reference = await aPackage('placer');
    const url = `/cases/${reference}/do/package-proposed`;
    const first = await people['placer']!.get(url);
    const before = await versionOf(reference);
    const more = await people['placer']!.post(url, {
      ...fieldsOn(first.body),
      ...answers,
      'lines.0.hours': 'ten',
      another: 'lines',
    });
    expect([more.statusCode, partsOn(more.body)]).toEqual([200, 3]);
    expect(more.body).not.toContain('There is a problem');
    expect(fieldsOn(more.body)).toMatchObject({ 'lines.0.hours': 'ten', 'lines.2.provider': '' });
    expect(await versionOf(reference)).toBe(before);

    const done = await people['placer']!.post(url, {
      ...fieldsOn(more.body),
      'lines.0.hours': '10',
      'lines.0.cost': '£1,420.50',
    });
    expect(done.statusCode).toBe(303);
    expect(await lastPayload(reference)).toMatchObject({
      lines: [
        { provider: 'Fen Tutors', hours: 10, cost: 142_050 },
        { provider: 'Harbour Therapies', hours: 1.5, cost: 13_500 },
      ],
    });
    const told = wordsOf((await people['placer']!.get(`/cases/${reference}/timeline`)).body);
    expect(told).toContain('Package proposed');
  });

  it('opens with the rows that every paper has, and takes the whole options table', async () => {
    const child = await aChild(db.statements);
    const door = aDoor(db.statements, ON);
    const { reference } = await aCaseAt(door, actors['placer']!, 'placement_request', child, [
      [ON, 'REQUEST_PREPARED'],
    ]);
    const url = `/cases/${reference}/do/submitted`;
    const blank = await people['placer']!.get(url);
    expect(partsOn(blank.body)).toBe(6);
    expect(fieldsOn(blank.body)).toMatchObject({
      'options.0.option': 'current_support',
      'options.5.option': 'alternative_provision',
    });
    const { payload, example } = pathwayNamed('placement_request').events['SUBMITTED']!;
    const typed = asTyped(fieldsOf(payload), example) as Record<string, string>;
    const done = await people['placer']!.post(url, { ...fieldsOn(blank.body), ...typed });
    expect(done.statusCode).toBe(303);
    expect(await lastPayload(reference)).toEqual(payload.parse(example));
  });
});

describe('four eyes', () => {
  it('keep the manager who proposed from deciding, in words; another one decides', async () => {
    const reference = await aPackage('manager', 'PACKAGE_PROPOSED');
    const url = `/cases/${reference}/do/package-agreed`;
    const own = await people['manager']!.get(url);
    expect(wordsOf(own.body)).toContain('You proposed this package');
    expect(own.body).not.toContain('<form class="cw-form"');
    const before = await versionOf(reference);
    const form = await people['second']!.get(url);
    const typed = { ...fieldsOn(form.body), reasons: 'It makes all of section F' };
    const forced = await people['manager']!.post(url, typed);
    expect(forced.statusCode).toBe(422);
    expect(await versionOf(reference)).toBe(before);
    expect((await people['second']!.post(url, typed)).statusCode).toBe(303);
  });

  it('let finance pay a bid, and see bids alone', async () => {
    const child = await aChild(db.statements);
    const door = aDoor(db.statements, ON);
    const bid = await aCaseAt(door, actors['placer']!, 'inclusion_fund_bid', child, [
      [ON, 'BID_SUBMITTED'],
      [ON, 'BID_CHECKED'],
    ]);
    await door.casework.record(actors['manager']!, bid.reference, {
      type: 'BID_AGREED',
      occurredOn: ON,
      payload: { amount: 120_000, reasons: 'Fair' },
    });
    const url = `/cases/${bid.reference}/do/payment-made`;
    const pays = async (amount: string) => {
      const form = await people['finance']!.get(url);
      const typed = { ...fieldsOn(form.body), amount, paidTo: 'school', reference: 'LED-1' };
      return people['finance']!.post(url, typed);
    };
    const linesOfWork = async () =>
      wordsOf((await people['finance']!.get('/my-work')).body).match(/Pay what was agreed/g) ?? [];
    expect(await linesOfWork()).toHaveLength(1);
    expect((await pays('200')).statusCode).toBe(303);
    expect(await linesOfWork()).toHaveLength(1);
    expect((await pays('1,000')).statusCode).toBe(303);
    expect(await lastPayload(bid.reference)).toMatchObject({ amount: 100_000 });
    expect(await linesOfWork()).toEqual([]);
    const other = await aPackage('placer');
    expect((await people['finance']!.get(`/cases/${other}`)).statusCode).toBe(404);
  });
});

describe('opening a bid', () => {
  it('for general staffing is refused in words, with everything typed kept and no case made', async () => {
    const child = await aChild(db.statements);
    const url = `/children/${child}/open/inclusion-fund-bid`;
    const blank = await people['placer']!.get(url);
    const { payload, example } = pathwayNamed('inclusion_fund_bid').events['BID_SUBMITTED']!;
    const typed = asTyped(fieldsOf(payload), example) as Record<string, string>;
    const refused = await people['placer']!.post(url, {
      ...fieldsOn(blank.body),
      ...typed,
      'lines.1.kind': 'staffing',
      'lines.1.item': 'Five hours of a teaching assistant',
    });
    expect(refused.statusCode).toBe(422);
    expect(wordsOf(refused.body)).toContain('does not pay for general staffing');
    expect(fieldsOn(refused.body)).toMatchObject({
      'lines.1.item': 'Five hours of a teaching assistant',
      'lines.0.cost': '940',
    });
    const sql = 'SELECT count(*)::int AS n FROM send_case WHERE child_id = $1';
    expect(await db.statements.run('', sql, [child])).toEqual([{ n: 0 }]);
  });
});
