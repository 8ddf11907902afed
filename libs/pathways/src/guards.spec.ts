import { basePayloads } from '../testing/answers';
import { arrowsOf } from '../testing/arrows';
import { SHOWN_BEFOREHAND } from '../testing/asked';
import { isWords } from '../testing/is-words';
import { noReads, watching } from '../testing/reads';
import { stepped } from '../testing/stepped';
import { pathways } from '.';
import { type Missing } from './not-allowed-now';
import { type Guard, type GuardInput, type Pathway, type PathwayState } from './pathway';
import { type Permission, PERMISSIONS } from './role';

const OPENED = '2026-11-03';
const LATER = '2026-12-01';
const everyPermission = Object.keys(PERMISSIONS) as Permission[];

interface Asked {
  readonly name: string;
  readonly guard: Guard;
  readonly inputs: readonly GuardInput[];
}

/** Older histories bring it whole; the form asks for its parts. */
const ASKED_IN_PARTS = ['functionScale'];

/** What the case remembers, its days as if they had come: where a guard is asked, they have. */
const withDays = (context: PathwayState['context']) =>
  Object.fromEntries(
    Object.entries(context).map(([name, value]) => [
      name,
      value === null && name.endsWith('On') ? OPENED : value,
    ]),
  );

/** The events that ask a guard, and the one that opens the case. */
function askedBy(pathway: Pathway, guard: string): string[] {
  const events = arrowsOf(pathway).filter(({ guards }) => guards.includes(guard));
  return [...new Set([...events.map(({ event }) => event), pathway.opensWith])];
}

/** A guard asked on the form of every event that asks it: as in the example, filled in and empty, with all facts and with none. */
function situations(pathway: Pathway, guard: string): GuardInput[] {
  const [opened] = stepped(pathway, [OPENED, null]);
  return askedBy(pathway, guard).flatMap((type) => {
    const definition = pathway.events[type]!;
    const known = { actorMay: everyPermission, passed: [], ...definition.exampleFacts };
    const forms = [...basePayloads({ definition, on: LATER, names: [] }), {}];
    return forms.flatMap((payload) =>
      [known, {}].map((facts) => ({
        context: withDays(opened!.state.context),
        event: { type, occurredOn: LATER, payload, facts, at: opened!.state.value },
      })),
    );
  });
}

describe.each(pathways)('the guards of $name', (pathway) => {
  let guards: Asked[];
  beforeAll(() => {
    guards = Object.entries(pathway.guards).map(([name, guard]) => ({
      name,
      guard,
      inputs: situations(pathway, name),
    }));
  });

  const reads = ({ guard, inputs }: Asked) => {
    const seen = noReads();
    for (const input of inputs) guard.test(watching(input, seen));
    return seen;
  };

  const refusedOf = ({ guard, inputs }: Asked) => inputs.filter((input) => !guard.test(input));

  it('name every fact that they look at, or the records would never be asked', () => {
    const unnamed = guards.flatMap((each) =>
      [...reads(each).facts]
        .filter((fact) => !each.guard.needs?.includes(fact))
        .map((fact) => `${each.name} looks at ${fact}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('look at no answer that no form asks for', () => {
    const fields = new Set([
      ...Object.values(pathway.events).flatMap(({ payload }) => Object.keys(payload.shape)),
      ...ASKED_IN_PARTS,
    ]);
    const unasked = guards.flatMap((each) =>
      [...reads(each).payload]
        .filter((path) => !fields.has(path.split('.')[0]!))
        .map((path) => `${each.name} looks at ${path}`),
    );
    expect(unasked).toEqual([]);
  });

  it('say so when they look at what is typed, or an empty form would block its own button', () => {
    const unsaid = guards.filter(
      (each) =>
        !each.guard.aboutAnswer &&
        !SHOWN_BEFOREHAND.includes(each.name) &&
        reads(each).payload.size > 0,
    );
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it('say no in words', () => {
    const wordless = guards.filter((each) => {
      const { text } = each.guard;
      if (typeof text === 'string') return !isWords(text);
      return refusedOf(each).some((input) => !isWords(String(text(input))));
    });
    expect(wordless.map(({ name }) => name)).toEqual([]);
  });

  it('name another way in words, if they name one', () => {
    const wayless = guards.filter(
      ({ guard: { otherWays } }) => otherWays && !(otherWays.length && otherWays.every(isWords)),
    );
    expect(wayless.map(({ name }) => name)).toEqual([]);
  });

  it('tell what is missing, who supplies it, and by which event it comes', () => {
    const helpless = guards.filter((each) => {
      const { missing, otherWays } = each.guard;
      if (!missing) return false;
      const always = missing.length === 0;
      return (always ? each.inputs.slice(0, 1) : refusedOf(each)).some((input) => {
        const told = missing(input);
        return !told.every(helps) || !(told.length || (!always && otherWays?.length));
      });
    });
    expect(helpless.map(({ name }) => name)).toEqual([]);
  });

  const helps = ({ what, who, byEvent }: Missing) =>
    isWords(what) && isWords(who) && (byEvent === undefined || byEvent in pathway.events);
});
