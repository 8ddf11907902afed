import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pathway, pathwayNamed, pathwayVersions } from '@app/pathways';
import { makeCalendar } from '@app/statutory-calendar';
import { definitionHash } from '../../libs/casework/src/history-hash';
import { differences, type Golden, goldenOf } from '../../libs/pathways/testing/golden';

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, name), 'utf8'));
const calendar = makeCalendar(read('calendar.json') as Parameters<typeof makeCalendar>[0]);
const fileOf = ({ name, version }: Pathway) => `${name}-v${version}.json`;

const whatToDo = ({ name, version }: Pathway) => `What to do:
- Somebody has cases on it: put version ${version} back as it was, and publish the change as version ${version + 1}, with an entry in \`moves\` for cases of version ${version}.
- It is not released yet: npm run pathways:publish -- --again ${name}`;

function promised(pathway: Pathway): Golden {
  if (existsSync(join(__dirname, fileOf(pathway)))) return read(fileOf(pathway)) as Golden;
  throw new Error(
    `${pathway.name} version ${pathway.version} has no histories. Write them: npm run pathways:publish`,
  );
}

function expectAsPublished(pathway: Pathway, golden: Golden): void {
  const now = definitionHash(pathway).toString('hex');
  if (golden.definition !== now)
    throw new Error(
      `${pathway.name} version ${pathway.version} is published, and its definition is another now (${golden.definition.slice(0, 12)}, now ${now.slice(0, 12)}).\n${whatToDo(pathway)}`,
    );
}

function expectSameHistories(pathway: Pathway, golden: Golden): void {
  const found = differences(golden, pathway, calendar);
  if (found.length)
    throw new Error(
      `${pathway.name} version ${pathway.version} is published, and ${found.length} of ${golden.steps.length} steps end otherwise now, the first: ${JSON.stringify(found[0], null, 2)}\n${whatToDo(pathway)}`,
    );
}

describe.each(pathwayVersions)('$name v$version', (pathway) => {
  it('is defined as it was published', () => {
    expect(() => expectAsPublished(pathway, promised(pathway))).not.toThrow();
  });

  it('takes its histories to the same states, dates and instructions', () => {
    expect(() => expectSameHistories(pathway, promised(pathway))).not.toThrow();
  });
});

it('keeps every version that was ever published: cases may stand on it', () => {
  const files = readdirSync(__dirname).filter((name) => /-v\d+\.json$/.test(name));
  const known = pathwayVersions.map(fileOf);
  expect(files.filter((name) => !known.includes(name))).toEqual([]);
});

it('writes histories for a new version that it plays to the same end', () => {
  const bids = pathwayNamed('inclusion_fund_bid');
  const golden = goldenOf({ ...bids, version: 9 }, calendar, 'its definition');
  const { mayDo, ...written } = JSON.parse(JSON.stringify(golden)) as Golden;
  expect(written).toMatchObject({ pathway: 'inclusion_fund_bid', version: 9 });
  expect(written.steps.length).toBeGreaterThan(50);
  expect(differences({ ...written, mayDo }, bids, calendar)).toEqual([]);
});

describe('a version that was changed after it was published', () => {
  const pathway = pathwayNamed('y6_transition', 1);
  const limit = { unit: 'SD', n: 9, roll: true } as const;
  const clocks = pathway.clocks.map((rule) =>
    rule.code === 'screen_sla' ? { ...rule, limit } : rule,
  );

  it('is found by its definition, with what to do', () => {
    const act = () => expectAsPublished({ ...pathway, clocks }, promised(pathway));
    expect(act).toThrow('publish the change as version 2, with an entry in `moves`');
    expect(act).toThrow('npm run pathways:publish -- --again y6_transition');
  });

  it('is found by its histories, at the step that ends otherwise', () => {
    const [first] = differences(promised(pathway), { ...pathway, clocks }, calendar);
    expect(first).toMatchObject({ step: 0, event: 'NOMINATION_SUBMITTED' });
  });

  it('is found when a guard asks for more, although its definition looks the same', () => {
    const guards = {
      ...pathway.guards,
      identityKnown: { test: () => false, text: 'Nobody may.' },
    };
    expect(differences(promised(pathway), { ...pathway, guards }, calendar)).not.toEqual([]);
  });
});
