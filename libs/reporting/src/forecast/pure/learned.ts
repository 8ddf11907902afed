import { Curve } from './curve';
import { HORIZON } from './days';
import { learnedStep } from './in-step';
import { type Spells, type SpellOf } from './spells';
import { dailyChance, drawnTo, lifeTable } from './survival';

/** What finished and open cases say about one leg. */
export interface LearnedLeg {
  /** Curves of those that came to it early, in the middle and late. */
  readonly byArrival: readonly Curve[];
  /** The last days, from the start, that count as early and as in the middle. */
  readonly arrivals: readonly number[];
  /** The share of those leaving it that end here, without what the law asks for. */
  readonly endsHere: number;
  /** How many were seen to leave it. */
  readonly seen: number;
}

/** How long things take here. */
export interface Learned {
  readonly legs: readonly LearnedLeg[];
  /** The leg in which services are waited for. */
  readonly waitsIn: number;
  readonly services: ReadonlyMap<string, Curve>;
  readonly anyService: Curve;
  /** How far services answer in step with one another, from 0 to 1. */
  readonly inStep: number;
  readonly afterAnswers: Curve;
  readonly afterPlan: Curve;
}

/** Learns from spells; where cases are drawn again, `times` says how often each counts. */
export function learned(
  spells: Spells,
  { times, inStep }: { times?: ArrayLike<number>; inStep?: number } = {},
): Learned {
  const timesOf = ({ of }: { readonly of: number }) => (times ? (times[of] ?? 0) : 1);
  const tableOf = (list: readonly SpellOf[]) => lifeTable(list, timesOf);
  const ofAny = dailyChance(tableOf([...spells.services.values()].flat()));
  const anyService = new Curve(ofAny);
  const services = new Map(
    [...spells.services].map(([service, list]) => [
      service,
      new Curve(drawnTo(ofAny, tableOf(list))),
    ]),
  );
  const curveOf = (service: string) => services.get(service) ?? anyService;
  return {
    waitsIn: spells.waitsIn,
    legs: spells.legs.map((list, leg) => {
      const arrivals = thirds(list.map(({ arrived }) => arrived));
      const all = dailyChance(tableOf(list));
      const endings = spells.endings[leg] ?? [];
      const left = sum(endings.map(timesOf));
      const without = sum(endings.filter((ending) => ending.without).map(timesOf));
      return {
        arrivals,
        byArrival: [0, 1, 2].map((third) => {
          const own = list.filter(({ arrived }) => arrivalThird({ arrivals }, arrived) === third);
          return new Curve(drawnTo(all, tableOf(own)));
        }),
        endsHere: left ? without / left : 0,
        seen: endings.length,
      };
    }),
    services,
    anyService,
    inStep: inStep ?? learnedStep(spells.lastAnswers, curveOf),
    afterAnswers: new Curve(dailyChance(tableOf(spells.afterAnswers))),
    afterPlan: new Curve(dailyChance(tableOf(spells.afterPlan))),
  };
}

/** Whether a case that comes to a leg on this day from the start is early, in the middle or late: 0, 1 or 2. */
export function arrivalThird({ arrivals }: Pick<LearnedLeg, 'arrivals'>, arrived: number): number {
  const [early = 0, middle = 0] = arrivals;
  if (arrived <= early) return 0;
  return arrived <= middle ? 1 : 2;
}

function thirds(arrivals: readonly number[]): number[] {
  const sorted = [...arrivals].sort((a, b) => a - b);
  return [1, 2].map((third) => sorted[Math.ceil((sorted.length * third) / 3) - 1] ?? HORIZON);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
