import { fieldsOf, type FormField, pathways, type Role, ROLES } from '@app/pathways';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { asTyped } from '../../apps/web/src/forms/as-typed';
import { aPersona, aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, aDoor, anAuthority, places, WENDMOOR } from '../support/given';
import { happenedOn } from './cases-given';

const TODAY = '2027-01-12';
const MARK = 'Typed by somebody with cold hands';
const EVERYBODY = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'system');

let db: TestDatabase;
let app: NestFastifyApplication;
let browser: Browser;
const cases: Record<string, string> = {};
const told = { forms: 0, refused: 0 };

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await places(db.statements, 5, '2027');
  const id = await aPersona(db.statements, 'everybody', EVERYBODY);
  const actor = {
    id,
    authority: WENDMOOR,
    name: 'Everybody',
    roles: EVERYBODY,
    teamId: null,
    schoolUrn: null,
  };
  const door = aDoor(db.statements, TODAY);
  for (const { name, events, opensWith } of pathways) {
    const { reference } = await door.casework.open(actor, {
      pathway: name,
      childId: await aChild(db.statements),
      occurredOn: TODAY,
      payload: events[opensWith]!.example,
    });
    cases[name] = reference;
  }
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  browser = await new Browser(app).signIn('everybody');
}, 120_000);
afterAll(async () => {
  process.stdout.write(
    `Bad answers: ${told.forms} forms of ${pathways.length} pathways, ${told.refused} refused, nothing written\n`,
  );
  await app?.close();
  await db?.drop();
});

/** Everything that a step could change. */
async function written(): Promise<unknown> {
  const tables = [
    'case_event',
    'clock',
    'task',
    'instruction',
    'message',
    'referral',
    'place_holding',
  ];
  const counts = tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  const heads =
    "(SELECT string_agg(version::text || encode(head_hash, 'hex'), ',' ORDER BY id) FROM send_case) AS heads";
  return db.statements.run('', `SELECT ${[...counts, heads].join(', ')}`, []);
}

type Typed = Record<string, string | string[]>;

/** Every field answered with what it cannot take: a word for a number, a code that no form offers. */
function nonsense(fields: readonly FormField[], within = ''): Typed {
  return Object.assign(
    {},
    ...fields.map((field): Typed => {
      const name = within + field.name;
      if (field.kind === 'group') return nonsense(field.fields ?? [], `${name}.`);
      if (field.kind === 'rows') return nonsense(field.fields ?? [], `${name}.0.`);
      if (field.kind === 'day')
        return { [`${name}-day`]: '31', [`${name}-month`]: '2', [`${name}-year`]: MARK };
      return { [name]: ['text', 'area', 'lines'].includes(field.kind) ? 'x'.repeat(5000) : MARK };
    }),
  ) as Typed;
}

const isTyping = ({ kind, fields = [] }: FormField): boolean =>
  ['group', 'rows'].includes(kind)
    ? fields.some(isTyping)
    : ['day', 'whole', 'decimal', 'money'].includes(kind);

const slug = (type: string) => type.toLowerCase().replaceAll('_', '-');

describe.each(pathways)('$name', ({ name, events, opensWith }) => {
  const own = Object.entries(events).filter(
    ([type, { roles }]) => type !== opensWith && roles.some((role) => role !== 'system'),
  );

  it.each(own)(
    '%s: wrong kinds of answers are refused in words, and what was typed stays',
    async (type, { payload }) => {
      const fields = fieldsOf(payload);
      if (!fields.length) return;
      told.forms += 1;
      const before = await written();
      const answer = await browser.post(`/cases/${cases[name]}/do/${slug(type)}`, {
        ...nonsense(fields),
        ...happenedOn(TODAY),
        expectedVersion: '1',
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('There is a problem');
      expect(answer.body).not.toMatch(
        /expected string|Invalid input|received undefined|Too (big|small)/,
      );
      if (fields.some(isTyping)) expect(answer.body).toContain(MARK);
      expect(await written()).toEqual(before);
      told.refused += 1;
    },
  );

  it.each(own)(
    '%s: nothing answered, a version that is past, and a foreign case',
    async (type, { payload, example }) => {
      const at = `/cases/${cases[name]}/do/${slug(type)}`;
      const before = await written();
      const empty = await browser.post(at, { ...happenedOn(TODAY), expectedVersion: '1' });
      if (empty.statusCode === 303) return;
      expect([409, 422]).toContain(empty.statusCode);
      const typed = asTyped(fieldsOf(payload), example) as Typed;
      const backwards = Object.fromEntries<string | string[]>(Object.entries(typed).reverse());
      const stale = await browser.post(at, {
        ...happenedOn(TODAY),
        ...backwards,
        expectedVersion: '0',
      });
      expect([409, 422]).toContain(stale.statusCode);
      const foreign = await browser.post(`/cases/ZZ-9999/do/${slug(type)}`, {
        ...typed,
        ...happenedOn(TODAY),
      });
      expect(foreign.statusCode).toBe(404);
      expect(await written()).toEqual(before);
      told.refused += 3;
    },
  );
});
