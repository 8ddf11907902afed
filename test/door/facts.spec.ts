import { type FactName, type Facts, pathways } from '@app/pathways';

/** Facts that note who was asked for. */
function watched(asked: Set<string>): Facts {
  return new Proxy<Facts>(
    {},
    {
      get: (_, name) => {
        asked.add(String(name));
        return undefined;
      },
    },
  );
}

const contexts = [
  { draftServedOn: '2026-01-05', receivedOn: '2026-01-05' },
  {
    draftServedOn: '2026-01-05',
    receivedOn: '2026-01-05',
    awaiting: ['school'],
    consulted: [{ urn: '199020', repliedOn: null }],
  },
];
const guards = pathways.flatMap(({ name, guards, events }) =>
  Object.entries(guards).map(([guard, { test, needs }]) => ({ name, guard, test, needs, events })),
);

it.each(guards)(
  '$name: $guard asks for no fact that it does not say it needs',
  ({ test, needs = [], events }) => {
    const asked = new Set<string>();
    for (const context of contexts)
      for (const [type, { example }] of Object.entries(events))
        for (const payload of [{}, example, saying(example)]) {
          const event = { type, occurredOn: '2026-01-05', payload, facts: watched(asked) };
          test({ context, event });
        }
    expect([...asked].filter((fact) => !needs.includes(fact as FactName))).toEqual([]);
  },
);

/** The ways round a condition, all of them taken. */
const saying = (example: Readonly<Record<string, unknown>>) => ({
  ...example,
  ncYear: 5,
  basis: 'missing_recorded',
  missingReason: 'x',
  releaseReason: 'x',
  overrideReason: 'x',
  withoutPanelReason: 'x',
});
