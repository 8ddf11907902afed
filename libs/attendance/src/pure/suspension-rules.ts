import { shortDay } from '@app/statutory-calendar';
import { type ChildFacts } from './child-facts';
import { type AttendancePolicy } from './policy';
import { type Found, type Rule } from './rule';
import { days, times } from './rule-words';
import { CATEGORIES, daysOf, exclusionInPlay, suspensionsIn } from './suspensions';

/** Rules about exclusion and suspension (handbook 6.2). */
export const SUSPENSION_RULES: readonly Rule[] = [
  {
    code: 'T1',
    words: () => 'Permanent exclusion is being considered, or was decided.',
    then: 'The child goes on the urgent list.',
    test: ({ suspensions, windows: { year } }) => {
      const found = exclusionInPlay(suspensions, year);
      if (!found || !year) return undefined;
      return {
        route: 'urgent',
        key: `${found.category} ${found.startOn}`,
        values: { category: found.category, startOn: found.startOn },
        words: `${CATEGORIES[found.category]}, ${shortDay(found.startOn)}`,
        window: year,
      };
    },
  },
  {
    code: 'T2',
    words: ({ threeTermDays: { primary, secondary } }) =>
      `Over this term and the two before: ${secondary} or more suspended days in secondary school, ${primary} or more in primary school.`,
    then: 'The child is put forward for a meeting.',
    test: ({ suspensions, phase, windows: { threeTerms } }, { threeTermDays }) => {
      const sum = daysOf(suspensionsIn(suspensions, threeTerms));
      if (!threeTerms || sum < threeTermDays[phase]) return undefined;
      return {
        route: 'list',
        key: `${sum} days`,
        values: { days: sum, phase },
        words: `${days(sum)} suspended over three terms, in ${phase} school`,
        window: threeTerms,
      };
    },
  },
  {
    code: 'T3',
    words: ({ manySuspensions, manyWeeks, longerWeeks }) =>
      `${manySuspensions} or more suspensions in the last ${times(manyWeeks, 'school week')}, or two in the last ${longerWeeks} of which the later is longer.`,
    then: 'The child is put forward for a meeting.',
    test: (facts, policy) => manyLately(facts, policy) ?? growing(facts, policy),
  },
  {
    code: 'T4',
    words: ({ termDays, urgentTermDays }) =>
      `More than ${termDays} days suspended in one term. More than ${urgentTermDays} is urgent.`,
    then: 'The child is put forward for a meeting, or goes on the urgent list.',
    test: ({ suspensions, windows: { thisTerm } }, { termDays, urgentTermDays }) => {
      const sum = daysOf(suspensionsIn(suspensions, thisTerm));
      if (!thisTerm || sum <= termDays) return undefined;
      return {
        route: sum > urgentTermDays ? 'urgent' : 'list',
        key: `${thisTerm.from} ${sum} days`,
        values: { days: sum },
        words: `${days(sum)} suspended this term`,
        window: thisTerm,
      };
    },
  },
];

/** Several suspensions in the last weeks. */
function manyLately(
  { suspensions, lastWeeks }: ChildFacts,
  { manySuspensions, manyWeeks }: AttendancePolicy,
): Found | undefined {
  const window = lastWeeks(manyWeeks);
  const all = suspensionsIn(suspensions, window);
  const last = all.at(-1);
  if (!window || !last || all.length < manySuspensions) return undefined;
  return {
    route: 'list',
    key: `since ${last.startOn}`,
    values: { suspensions: all.length, days: daysOf(all) },
    words: `${times(all.length, 'suspension')} in ${times(manyWeeks, 'school week')}, ${days(daysOf(all))} in all`,
    window,
  };
}

/** Two in the last weeks, the later longer. */
function growing(
  { suspensions, lastWeeks }: ChildFacts,
  { longerWeeks }: AttendancePolicy,
): Found | undefined {
  const window = lastWeeks(longerWeeks);
  const [before, last] = suspensionsIn(suspensions, window).slice(-2);
  if (!window || !before || !last || last.halfDays <= before.halfDays) return undefined;
  const lengths = { before: before.halfDays / 2, last: last.halfDays / 2 };
  return {
    route: 'list',
    key: `since ${last.startOn}`,
    values: lengths,
    words: `Suspensions in ${times(longerWeeks, 'school week')} that get longer: ${days(lengths.before)}, then ${days(lengths.last)}`,
    window,
  };
}
