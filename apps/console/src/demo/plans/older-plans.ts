import { type PlanToLoad } from '@app/casework';
import { addDays, type CalendarDay, laterOf } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { type DemoChild, dobIn, type YearNumber } from '../people/child';
import { SPECIAL_SCHOOL } from '../people/schools';
import { diceOf, type Scene } from '../scene';

/** A plan from before Causeway: loaded at go-live, beside the cases. */
export interface OlderPlan {
  readonly child: DemoChild;
  readonly details: Omit<PlanToLoad, 'childId'>;
  /** Somebody who is at no school: at college, at work, at home or in a nursery. */
  readonly atNoSchool: boolean;
}

/** How many plans there are of each year group, from nursery to those who left school long ago. */
const YEARS: readonly (readonly [YearNumber, number])[] = [
  [-1, 3],
  [0, 4],
  ...range(1, 6).map((year) => [year, 6] as const),
  ...range(7, 11).map((year) => [year, 8] as const),
  ...range(12, 14).map((year) => [year, 6] as const),
  ...range(15, 19).map((year) => [year, 2] as const),
];
const LAST_AT_SCHOOL = 13;
const AT_SPECIAL_SCHOOL = 0.28;
const COLLEGE = '10009901'; // invented, like everything here
const YEAR = 365;

/** Plans of children who never had a case in the product. */
export function olderPlans(scene: Scene, count: number): OlderPlan[] {
  const dice = diceOf(scene, 'older plans');
  return Array.from({ length: count }, () => {
    const year = dice.weighted(YEARS);
    return {
      ...madeFor(scene, dice, childOf(scene, dice, year), year),
      atNoSchool: isElsewhere(dice, year),
    };
  }).map(placed);
}

function childOf({ register, time }: Scene, dice: Dice, year: YearNumber): DemoChild {
  const special = year > LAST_AT_SCHOOL || dice.isLucky(AT_SPECIAL_SCHOOL);
  return register.add({
    year: Math.min(year, LAST_AT_SCHOOL + 1),
    sen: 'E',
    dob: dobIn(year, time.today, dice),
    ...(special && { school: SPECIAL_SCHOOL }),
  });
}

/** Past school most are at college; a few younger ones are in a nursery or taught at home. */
function isElsewhere(dice: Dice, year: YearNumber): boolean {
  if (year > LAST_AT_SCHOOL) return true;
  return dice.isLucky(year > 11 ? 0.7 : year < 0 ? 0.5 : 0.02);
}

/** When the plan was made and last reviewed: one in eight is late, some for years. */
function madeFor({ time: { today } }: Scene, dice: Dice, child: DemoChild, year: YearNumber) {
  const age = year + 5;
  const yearsAgo = dice.whole(0, Math.max(0, Math.min(9, age - 3)));
  const madeOn = addDays(today, -(yearsAgo * YEAR + dice.whole(20, YEAR - 20)));
  const since = yearsAgo > 0 ? reviewedAgo(dice) : undefined;
  const concludedOn =
    since === undefined ? undefined : laterOf(addDays(madeOn, 200), addDays(today, -since));
  return {
    child,
    details: { ...detailsOf(child, dice, madeOn), ...(concludedOn && reviewOn(concludedOn)) },
  };
}

/** Days since the last conclusion. */
function reviewedAgo(dice: Dice): number {
  return dice.weighted([
    [dice.whole(5, 270), 70],
    [dice.whole(271, 360), 20],
    [dice.whole(370, 480), 8],
    [dice.whole(600, 1100), 3],
  ]);
}

const reviewOn = (concludedOn: CalendarDay) => ({
  lastMetOn: addDays(concludedOn, -21),
  lastConcludedOn: concludedOn,
  lastOutcome: 'maintain' as const,
});

function detailsOf(
  { urn, primaryNeed, secondaryNeed }: DemoChild,
  dice: Dice,
  madeOn: CalendarDay,
) {
  const [personalBudget, senUnit, isResourced] = [0.08, 0.05, 0.06].map((chance) =>
    dice.isLucky(chance),
  );
  return {
    madeOn,
    namedUrn: urn,
    primaryNeed,
    secondaryNeed,
    personalBudget,
    placements: [
      { urn, entryOn: addDays(madeOn, 30), senUnit, resourced: isResourced && !senUnit },
    ],
  };
}

function placed({ child, details, atNoSchool }: OlderPlan): OlderPlan {
  if (!atNoSchool) return { child, details, atNoSchool };
  const { madeOn } = details;
  return {
    child,
    atNoSchool,
    details: { ...details, namedUrn: null, ...elsewhere(child, madeOn) },
  };
}

/** A nursery has no number, a college has one of its own, and a child taught at home has a plan that names a type of school. */
function elsewhere({ ncYear }: DemoChild, entryOn: CalendarDay): Partial<PlanToLoad> {
  if (ncYear === 'N2') return { namedSetting: 'EYP', placements: [{ setting: 'EYP', entryOn }] };
  if (Number(ncYear) > 11) return { placements: [{ ukprn: COLLEGE, entryOn }] };
  return {
    namedSetting: 'OTH',
    namedSettingOther: 'Mainstream school',
    placements: [{ setting: 'EHE', entryOn }],
  };
}

/** Plans of children whose review or other case is told, and who have no assessment that makes one. */
export function plansBehind(scene: Scene, journeys: readonly Journey[]): OlderPlan[] {
  const dice = diceOf(scene, 'plans behind cases');
  const assessed = new Set(
    journeys.filter(({ pathway }) => pathway === 'ehc_needs_assessment').map(({ child }) => child),
  );
  const children = new Set(journeys.map(({ child }) => child));
  return [...children]
    .filter((child) => child.senProvision === 'E' && !assessed.has(child))
    .map((child) => {
      const opening = journeys.find(
        (it) => it.child === child && it.pathway === 'annual_review',
      )?.opening;
      const [last, made] = [
        opening?.payload?.['lastConcludedOn'],
        opening?.payload?.['planFinalOn'],
      ].map(dayOf);
      const madeOn = made ?? addDays(last ?? scene.time.today, -dice.whole(400, 1200));
      return {
        child,
        atNoSchool: false,
        details: { ...detailsOf(child, dice, madeOn), ...(last && reviewOn(last)) },
      };
    });
}

const dayOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
