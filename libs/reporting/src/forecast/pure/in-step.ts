import { type Curve } from './curve';
import { allDone, HORIZON } from './days';
import { type SpellOf } from './spells';
import { dailyChance, goingOn, lifeTable } from './survival';

const TRIED = [0, 0.25, 0.5, 0.75, 1];
/** Every so many days is compared. */
const STEP = 4;

/**
 * How far the services asked about one child answer in step: the value with which their own curves, taken together,
 * come nearest to the days that the last answer took.
 */
export function learnedStep(
  spells: readonly (SpellOf & { readonly asked: readonly string[] })[],
  curveOf: (service: string) => Curve,
): number {
  const seen = goingOn(dailyChance(lifeTable(spells)));
  const groups = new Map<string, { curves: Curve[]; times: number }>();
  for (const { asked } of spells) {
    if (!asked.length) continue;
    const key = asked.join();
    const known = groups.get(key) ?? { curves: asked.map(curveOf), times: 0 };
    groups.set(key, { ...known, times: known.times + 1 });
  }
  const all = [...groups.values()];
  const count = Math.max(
    1,
    all.reduce((sum, { times }) => sum + times, 0),
  );
  const apart = TRIED.map((inStep) => {
    let distance = 0;
    for (let day = 0; day <= HORIZON; day += STEP) {
      const mean = all.reduce((sum, { curves, times }) => {
        const chances = curves.map((curve) => curve.doneWithin(day));
        return sum + (times / count) * allDone(chances, inStep);
      }, 0);
      distance += Math.abs(1 - seen[day]! - mean);
    }
    return distance;
  });
  return TRIED[apart.indexOf(Math.min(...apart))] ?? 0;
}
