import { advance, NotAllowedNow, pathways, type Reason } from '.';
import { arrowsAt, arrowsOf, regionsOf } from '../testing/arrows';
import { type Explored, explored } from '../testing/explore';
import { asEvent, type Spot } from '../testing/spot';
import { isWords } from '../testing/is-words';

beforeAll(() => {
  process.stdout.write(`Every place that a case can come to, and every way on.
To try one pathway alone, by its name:
  npx jest --selectProjects pure --testPathPatterns never-stuck -t y6_transition
A failure names the state and what is missing there. An arrow that is not reached: give the event an
example, a fact or a role that its guards accept, or take the arrow out.
`);
});

describe.each(pathways)('$name v$version', (pathway) => {
  let found: Explored;
  let refused = 0;
  beforeAll(() => {
    found = explored(pathway);
  });
  afterAll(() => {
    if (found) process.stdout.write(counted(found, refused));
  });

  it('fails in no guard and no step, whatever is typed', () => {
    expect(found.faults).toEqual([]);
  });

  it('can take every arrow', () => {
    expect(found.unreached.map(({ id }) => id)).toEqual([]);
  });

  it('comes to every state of every region, and to every end', () => {
    const stood = new Set(found.spots.flatMap(({ state }) => placesOf(state.value)));
    const states = regionsOf(pathway).flatMap(([region, node]) =>
      Object.keys(node.states).map((state) => `${region}.${state}`),
    );
    expect(states.filter((state) => !stood.has(state))).toEqual([]);
  });

  it('leaves no case where nobody can act and no clock is armed', () => {
    const stuck = found.spots.filter((spot) => !spot.closed && !waysOn(found, spot).length);
    expect(stuck.map(told)).toEqual([]);
  });

  it('leads out of every open state of the work, by somebody’s hand or by a clock', () => {
    const left = new Set(
      [...found.leads.values()]
        .flat()
        .filter(({ arrow, command }) => leadsOut(arrow) && (isPerson(command) || command.byClock))
        .map(({ arrow }) => arrow.from),
    );
    const open = found.spots
      .filter(({ closed }) => !closed)
      .map(({ state }) => state.value['work']!);
    expect([...new Set(open)].filter((state) => !left.has(state))).toEqual([]);
  });

  it('has somebody, or a clock, to send every event', () => {
    const sent = new Set(
      [...found.leads.values()]
        .flat()
        .filter(({ command }) => isPerson(command) || command.byClock)
        .map(({ arrow }) => arrow.event),
    );
    const heard = new Set(arrowsOf(pathway).map(({ event }) => event));
    expect([...heard].filter((event) => !sent.has(event))).toEqual([]);
  });

  it('says why in words wherever a guard says no, and who can supply what is missing', () => {
    const reasons = found.refusals.flatMap((it) => it.reasons);
    expect(reasons.filter((reason) => !isWorded(reason, Object.keys(pathway.events)))).toEqual([]);
  });

  it('tells with every no what would help: who supplies what, or another way', () => {
    const reasons = found.refusals.flatMap((it) => it.reasons);
    const helpless = reasons.filter(
      ({ missing, otherWays = [] }) => !missing.length && !otherWays.length,
    );
    expect([...new Set(helpless.map(({ guard, text }) => `${guard}: ${text}`))]).toEqual([]);
  });

  it('has words for every guard, also for those that no search made say no', () => {
    const wordless = Object.entries(pathway.guards).filter(
      ([, { text }]) => typeof text === 'string' && !isWords(text),
    );
    expect(wordless.map(([name]) => name)).toEqual([]);
  });

  it('refuses in words every event that leads nowhere from a place, and does not move', () => {
    const silent: string[] = [];
    for (const spot of found.spots) {
      const before = JSON.stringify(spot.state);
      for (const type of eventsWithoutArrow(spot)) {
        refused += 1;
        const reasons = refusalOf(spot, type);
        if (!reasons?.length || !reasons.every((it) => isWorded(it, Object.keys(pathway.events))))
          silent.push(`${told(spot)}: ${type}`);
      }
      expect(JSON.stringify(spot.state)).toBe(before);
    }
    expect(silent).toEqual([]);
  });

  it('names every fact that a guard looks at, or the records would never be asked', () => {
    expect(found.looks.unnamedFacts()).toEqual([]);
  });

  it('says which guards look at what is typed, so that an empty form never blocks its own button', () => {
    expect(found.looks.unsaidAnswers()).toEqual([]);
  });

  function eventsWithoutArrow({ state, closed }: Spot): string[] {
    const known = arrowsAt(pathway, state.value, closed);
    return Object.keys(pathway.events).filter((type) => !known.has(type));
  }

  function refusalOf(spot: Spot, type: string): readonly Reason[] | undefined {
    const { example: payload } = pathway.events[type]!;
    const said = { type, role: 'system', on: spot.on, payload, facts: {} } as const;
    const event = asEvent(spot, said, ['actorMay', 'passed']);
    try {
      advance(pathway, spot.state, event);
      return undefined;
    } catch (error) {
      if (error instanceof NotAllowedNow) return error.reasons;
      throw error;
    }
  }
});

const placesOf = (regions: Spot['state']['value']) =>
  Object.entries(regions).map(([region, state]) => `${region}.${state}`);

const told = ({ state }: Spot) => placesOf(state.value).join(', ');

const isPerson = ({ role }: { role: string }) => role !== 'system';

type Lead = NonNullable<ReturnType<Explored['leads']['get']>>[number];

/** Out of this state of the work to another one: not one of the endings that stand open everywhere. */
const leadsOut = ({ region, from, to }: Lead['arrow']) =>
  region === 'work' && from !== '*' && to !== undefined && to !== from;

/** What a person or an armed clock can do here for the work of the case: the endings that stand open everywhere do not count. */
function waysOn({ leads }: Explored, spot: Spot): readonly Lead[] {
  return (leads.get(spot) ?? []).filter(
    ({ arrow, command }) => arrow.from !== '*' && (isPerson(command) || command.byClock),
  );
}

function isWorded({ text, missing, otherWays = [] }: Reason, events: readonly string[]): boolean {
  return (
    [text, ...otherWays, ...missing.flatMap(({ what, who }) => [what, who])].every(isWords) &&
    missing.every(({ byEvent }) => !byEvent || events.includes(byEvent))
  );
}

function counted({ pathway, spots, ways, refusals, leads, steps }: Explored, refused: number) {
  const arrows = arrowsOf(pathway);
  const taken = arrows.filter(({ id }) => ways.has(id));
  const ends = spots.filter(({ closed }) => closed).map(({ state }) => state.value['work']);
  const guards = new Set(refusals.flatMap(({ reasons }) => reasons.map(({ guard }) => guard)));
  const onwards = [...leads.values()].flat().length;
  return `${pathway.name} v${pathway.version}: ${taken.length} of ${arrows.length} arrows taken, \
${spots.length} places (${new Set(ends).size} ends), ${onwards} ways on, longest way ${Math.max(...[...ways.values()].map((way) => way.length))} steps; \
${refusals.length} kinds of refusal by ${guards.size} guards, ${refused} events refused where nothing leads; ${steps} steps tried.\n`;
}
