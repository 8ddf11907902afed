import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathways } from '@app/pathways';
import scenarios from '../vectors/scenarios.json';
import statutory from '../vectors/statutory.json';
import { jsonLines, runCauseway } from './run-causeway';

const VECTORS = join(__dirname, '../vectors/statutory.json');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-answers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileWith = (list: readonly unknown[]) =>
  fileOf({ calendar: scenarios.calendar, scenarios: list });

function fileOf(content: unknown): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

describe('causeway clocks', () => {
  it('works out every statutory vector, one line each', async () => {
    const ran = await runCauseway('clocks', VECTORS);
    const answers = new Map(jsonLines(ran).map((answer) => [answer['id'], answer]));
    expect(ran.code).toBe(0);
    expect(answers.size).toBe(statutory.vectors.length);
    for (const { id, rule, expected } of statutory.vectors)
      expect(answers.get(id)).toMatchObject({ id, rule, got: expected });
  });

  it('names an unknown rule, goes on with the others and ends with 1', async () => {
    const [known] = statutory.vectors;
    const vectors = [{ id: 'X', rule: 'NO-SUCH-RULE', input: {} }, known];
    const ran = await runCauseway('clocks', fileOf({ ...statutory, vectors }));
    expect(ran.code).toBe(1);
    expect(jsonLines(ran)).toEqual([
      { id: 'X', rule: 'NO-SUCH-RULE', error: expect.stringContaining('NO-SUCH-RULE') as string },
      { id: known!.id, rule: known!.rule, got: expect.objectContaining(known!.expected) as object },
    ]);
  });
});

const NAMES = pathways.map(({ name }) => name).join(', ');

describe('causeway replay', () => {
  it('plays the scenarios of our pathways to their states and dates', async () => {
    const ours = scenarios.scenarios.filter(({ machine }) =>
      pathways.some(({ name }) => name === machine),
    );
    const ran = await runCauseway('replay', fileWith(ours));
    const lines = jsonLines(ran);
    expect(ran.code).toBe(0);
    expect(lines).toHaveLength(ours.reduce((sum, { steps }) => sum + steps.length, 0));
    for (const { id, steps } of ours)
      for (const [at, step] of steps.entries()) {
        const line = lines.find((each) => each['scenario'] === id && each['step'] === at + 1);
        expect(line).toMatchObject({ state: { [step.region]: step.state }, refused: null });
        expect(line?.['due']).toMatchObject(step.due ?? {});
      }
  });

  it('says which machine it does not know, and ends with 1', async () => {
    const [first] = scenarios.scenarios;
    const ran = await runCauseway('replay', fileWith([{ ...first!, machine: 'truancy' }]));
    expect(ran.code).toBe(1);
    expect(jsonLines(ran)[0]?.['error']).toBe(`There is no pathway truancy. There are: ${NAMES}`);
  });

  it('prints a refused step with its reasons', async () => {
    const first = scenarios.scenarios.find(({ id }) => id === 'Y6-1')!;
    const steps = [first.steps[0], { ...first.steps[1], event: 'BASELINE_COMPLETED' }];
    const file = fileWith([{ ...first, steps }]);
    const [, refused] = jsonLines(await runCauseway('replay', file));
    expect(refused).toMatchObject({
      step: 2,
      state: { work: 'nominated' },
      refused: [
        {
          guard: 'possibleFromHere',
          text: expect.stringContaining('Finish the baseline') as string,
        },
      ],
    });
  });
});

describe('causeway events', () => {
  it.each(pathways.map((pathway) => [pathway.name, pathway] as const))(
    'describes every event of %s by schema, example and roles',
    async (name, pathway) => {
      const ran = await runCauseway('events', name);
      const { opensWith, events } = JSON.parse(ran.out) as {
        opensWith: string;
        events: Record<string, { schema: { type: string }; example: object; roles: string[] }>;
      };
      expect([ran.code, opensWith]).toEqual([0, pathway.opensWith]);
      expect(Object.keys(events)).toEqual(Object.keys(pathway.events));
      for (const { schema, example, roles } of Object.values(events)) {
        expect(schema.type).toBe('object');
        expect(example).toBeDefined();
        expect(roles).not.toHaveLength(0);
      }
    },
  );

  it('names the pathways there are when asked for another', async () => {
    expect(await runCauseway('events', 'truancy')).toEqual({
      code: 2,
      out: '',
      err: `There is no pathway “truancy”. There are: ${NAMES}.\n`,
    });
  });
});

describe('a file that cannot be used', () => {
  it.each([
    ['clocks', '{', 'is not JSON'],
    ['replay', '{', 'is not JSON'],
    ['clocks', '[]', 'The file needs “vectors”'],
    ['clocks', '{"vectors":"all"}', 'The file needs “vectors”'],
    ['replay', 'null', 'is not a file of scenarios'],
    ['replay', '{"calendar":{},"scenarios":[{}]}', '- scenarios.0.id:'],
  ])('ends %s of %s with 2 and says %s', async (command, content, words) => {
    const ran = await runCauseway(command, fileOf(content));
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(words);
  });

  it.each(['clocks', 'replay'])('ends %s of no file, or a folder, with 2', async (command) => {
    const [missing, isFolder] = [
      await runCauseway(command, join(folder, 'nowhere.json')),
      await runCauseway(command, folder),
    ];
    expect([missing.code, isFolder.code]).toEqual([2, 2]);
    expect(missing.err).toContain('There is no such file');
    expect(isFolder.err).toContain('This is a folder');
  });
});

describe('usage', () => {
  it('lists the commands in plain words', async () => {
    const { code, out } = await runCauseway('--help');
    expect(code).toBe(0);
    for (const command of [
      'setup',
      'demo',
      'import',
      'backup',
      'restore',
      'doctor',
      'verify-history',
    ])
      expect(out).toContain(command);
  });

  it.each([[[]], [['sing']], [['clocks']], [['demo', 'load', '--plans', '-1']]])(
    'ends %j with 2 and nothing on standard output',
    async (args) => {
      const { code, out, err } = await runCauseway(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    },
  );

  it('ends a command that needs a database with 3 when there is none', async () => {
    const before = process.env['DATABASE_URL'];
    delete process.env['DATABASE_URL'];
    const without = await runCauseway('doctor');
    process.env['DATABASE_URL'] = 'postgres://nobody:secret@127.0.0.1:1/nothing';
    const unreachable = await runCauseway('doctor');
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    expect([without.code, unreachable.code]).toEqual([3, 3]);
    expect(without.err).toContain('DATABASE_URL is missing');
    expect(unreachable.err).toContain('127.0.0.1:1/nothing does not answer');
    expect(unreachable.err).not.toContain('secret');
  });
});
