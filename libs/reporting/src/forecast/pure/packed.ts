import { Curve } from './curve';
import { type Learned } from './learned';
import { type Learning } from './learning';
import { Outlook } from './outlook';
import { type DailyChance } from './survival';

/** What was learned, as plain numbers that can be kept. */
export interface Packed {
  readonly outlook: PackedLearned;
  readonly drawn: readonly PackedLearned[];
}

type PackedLearned = ReturnType<typeof numbersOf>;

/** Takes the numbers out. */
export const packed = ({ outlook, drawn }: Learning): Packed => ({
  outlook: numbersOf(outlook.learned),
  drawn: drawn.map(({ learned }) => numbersOf(learned)),
});

/** Looks ahead with them again. */
export const unpacked = ({ outlook, drawn }: Packed): Learning => ({
  outlook: new Outlook(learnedFrom(outlook)),
  drawn: drawn.map((each) => new Outlook(learnedFrom(each))),
});

function numbersOf({ legs, services, anyService, afterAnswers, afterPlan, ...rest }: Learned) {
  return {
    ...rest,
    legs: legs.map((leg) => ({ ...leg, byArrival: leg.byArrival.map(({ chance }) => chance) })),
    services: [...services].map(([name, { chance }]) => [name, chance] as const),
    anyService: anyService.chance,
    afterAnswers: afterAnswers.chance,
    afterPlan: afterPlan.chance,
  };
}

function learnedFrom({ legs, services, ...rest }: PackedLearned): Learned {
  const curve = (chance: DailyChance) => new Curve(chance);
  return {
    ...rest,
    legs: legs.map((leg) => ({ ...leg, byArrival: leg.byArrival.map(curve) })),
    services: new Map(services.map(([name, chance]) => [name, curve(chance)])),
    anyService: curve(rest.anyService),
    afterAnswers: curve(rest.afterAnswers),
    afterPlan: curve(rest.afterPlan),
  };
}
