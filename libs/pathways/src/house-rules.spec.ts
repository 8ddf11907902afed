import { readdirSync } from 'node:fs';
import { type AnyStateNode } from 'xstate';
import { fieldsOf, pathways } from '.';

const everyState = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(everyState),
];

function reachableFrom(node: AnyStateNode, reached = new Set<AnyStateNode>()): Set<AnyStateNode> {
  if (reached.has(node)) return reached;
  reached.add(node);
  const inside =
    node.type === 'parallel' ? Object.values(node.states) : (node.initial?.target ?? []);
  const onwards = [...node.transitions.values()].flat().flatMap(({ target }) => target ?? []);
  for (const next of [...inside, ...onwards]) reachableFrom(next, reached);
  return reached;
}

const guardNames = (guard: unknown): string[] => {
  if (!guard) return [];
  if (typeof guard === 'string') return [guard];
  const { type, params } = guard as { type: string; params?: string[] };
  return type === 'all' ? (params ?? []) : [type];
};

it('lists every pathway folder', () => {
  const folders = readdirSync(__dirname, { withFileTypes: true }).filter((it) => it.isDirectory());
  const listed = pathways.map(({ name }) => name.replaceAll('_', '-')).concat('regions');
  expect(folders.map(({ name }) => name).sort()).toEqual(listed.sort());
});

describe.each(pathways)(
  '$name v$version',
  ({ opensWith, events, machine, copy, guards, clocks, opensIf = [] }) => {
    const states = everyState(machine.root);
    const arrows = states.flatMap((state) => [...state.transitions.values()].flat());
    const heard = new Set(states.flatMap(({ transitions }) => [...transitions.keys()]));

    it('uses every event it describes, and no other', () => {
      expect([...new Set([opensWith, 'CASE_REOPENED', ...heard])].sort()).toEqual(
        Object.keys(events).sort(),
      );
    });

    it('has words for every state of every region, and for no other', () => {
      const named = Object.fromEntries(
        Object.entries(machine.root.states as Record<string, AnyStateNode>).map(
          ([region, node]) => [region, Object.keys(node.states).sort()],
        ),
      );
      const worded = Object.fromEntries(
        Object.entries(copy.states).map(([region, words]) => [region, Object.keys(words).sort()]),
      );
      expect(worded).toEqual(named);
    });

    it('asks only guards that have words, and has no guard that nobody asks', () => {
      const asked = new Set([...arrows.flatMap(({ guard }) => guardNames(guard)), ...opensIf]);
      expect([...asked].filter((name) => !guards[name])).toEqual([]);
      const shared = new Set(
        Object.keys(
          pathways
            .map((it) => it.guards)
            .reduce((all, some) =>
              Object.fromEntries(Object.entries(all).filter(([name]) => name in some)),
            ),
        ),
      );
      expect(Object.keys(guards).filter((name) => !asked.has(name) && !shared.has(name))).toEqual(
        [],
      );
    });

    it('can reach every state, and every final state', () => {
      const reached = reachableFrom(machine.root);
      expect(states.filter((state) => !reached.has(state)).map(({ id }) => id)).toEqual([]);
    });

    it('closes the case in every final state of the work, and nowhere else', () => {
      const finals = states.filter(({ type }) => type === 'final');
      expect(finals.filter(({ tags }) => !tags.includes('closed'))).toEqual([]);
      expect(
        states.filter(({ tags, type }) => tags.includes('closed') && type !== 'final'),
      ).toEqual([]);
    });

    it('leaves no open state of the work without a way on', () => {
      const work = (machine.root.states as Record<string, AnyStateNode>)['work']!;
      const open = Object.values(work.states).filter(({ type }) => type !== 'final');
      expect(
        open.filter(({ transitions }) => transitions.size === 0).map(({ key }) => key),
      ).toEqual([]);
    });

    it('keeps time in deadlines, never in timers or invoked promises', () => {
      expect(states.flatMap(({ after, invoke }) => [...after, ...invoke])).toEqual([]);
    });

    it('names in its clocks only events that can happen and states that exist', () => {
      const places = new Set(
        Object.entries(copy.states).flatMap(([region, words]) =>
          Object.keys(words).map((state) => `${region}.${state}`),
        ),
      );
      const named = clocks.flatMap((rule) => [
        ...rule.metBy,
        ...(rule.voidBy ?? []),
        ...(rule.sends ? [rule.sends] : []),
        ...(rule.doneBy ? [rule.doneBy] : []),
        ...rule.starts.flatMap(({ on }) => on ?? []),
      ]);
      expect(named.filter((type) => !(type in events))).toEqual([]);
      const stood = clocks.flatMap((rule) => [
        ...(rule.within ?? []),
        ...rule.starts.flatMap(({ enters }) => enters ?? []),
      ]);
      expect(stood.filter((state) => !places.has(state))).toEqual([]);
      expect(new Set(clocks.map(({ code }) => code)).size).toBe(clocks.length);
    });

    it('lets the system send every event that a clock sends', () => {
      expect(
        clocks.flatMap(({ sends }) =>
          sends && !events[sends]?.roles.includes('system') ? [sends] : [],
        ),
      ).toEqual([]);
    });

    it.each(Object.entries(events))(
      '%s has an example that its own form would take, and a person or a clock to send it',
      (_, { payload, example, roles }) => {
        const read = payload.safeParse(example);
        expect(read.error?.issues).toBeUndefined();
        expect(roles.length).toBeGreaterThan(0);
        expect(fieldsOf(payload).every(({ label }) => label.length > 0)).toBe(true);
      },
    );

    it('stands every stage of the line on the case page on states that exist', () => {
      const work = Object.keys(copy.states['work'] ?? {});
      expect(
        copy.stages.flatMap(({ states: some }) => some).filter((state) => !work.includes(state)),
      ).toEqual([]);
      expect(copy.stages.length).toBeGreaterThanOrEqual(4);
      expect(copy.stages.length).toBeLessThanOrEqual(6);
    });
  },
);
