import { type Pathway, pathwayNamed, type PathwayState, pathwayVersions } from '../src';

/**
 * Two newer versions of the Year 6 pathway that only tests and storms have: the second gives screening 8 school days in
 * place of 10 and says why; the third shortens it to 6 and leaves cases at the panel to a person.
 */
export function twoNewerVersions(): { second: Pathway; third: Pathway } {
  const first = pathwayNamed('y6_transition', 1);
  const same = (state: PathwayState) => state;
  const because = { screen_sla: 'The council now aims to start screening sooner' };
  const atThePanel = ({ value }: PathwayState) => value['work'] === 'moderation';
  const byPerson = (state: PathwayState) =>
    atThePanel(state) ? { needsPerson: 'The panel works by other rules now' } : state;
  const second = {
    ...first,
    version: 2,
    clocks: screenedIn(first, 8),
    moves: [{ from: 1, move: same, because }],
  };
  const third = {
    ...first,
    version: 3,
    clocks: screenedIn(first, 6),
    moves: [
      { from: 1, move: byPerson, because },
      { from: 2, move: byPerson, because },
    ],
  };
  pathwayVersions.push(second, third);
  return { second, third };
}

function screenedIn({ clocks }: Pathway, days: number): Pathway['clocks'] {
  return clocks.map((rule) =>
    rule.code === 'screen_sla'
      ? { ...rule, limit: { unit: 'SD' as const, n: days, roll: true } }
      : rule,
  );
}
