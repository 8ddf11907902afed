import scenarios from '../../../test/vectors/scenarios.json';
import { pathways, replayScenarios } from '.';

const named = (names: string[]) => ({
  calendar: scenarios.calendar,
  scenarios: scenarios.scenarios.filter(({ machine }) => names.includes(machine)),
});

const ours = named(pathways.map(({ name }) => name));

describe.each(ours.scenarios)('$id, $title', (scenario) => {
  const replayed = replayScenarios({ calendar: ours.calendar, scenarios: [scenario] }, pathways);

  it.each(scenario.steps.map((step, index) => ({ step, index })))(
    '$step.on $step.event leads to $step.state',
    ({ step, index }) => {
      const seen = replayed[index]!;
      expect({ error: seen.error, refused: seen.refused }).toEqual({
        error: undefined,
        refused: null,
      });
      expect(seen.state[step.region]).toBe(step.state);
      expect(seen.due).toMatchObject(step.due ?? {});
    },
  );
});
