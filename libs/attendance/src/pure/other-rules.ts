import { shortDay } from '@app/statutory-calendar';
import { type Rule } from './rule';
import { times } from './rule-words';
import { CATEGORIES, linesIn } from './suspensions';

/** Rules about moves, check-ins and time out of class (handbook 6.2). */
export const OTHER_RULES: readonly Rule[] = [
  {
    code: 'T9',
    words: () => 'An off-site direction or a managed move ended before its time.',
    then: 'The child is put forward for a meeting.',
    test: ({ suspensions, windows: { year } }) => {
      const last = linesIn(suspensions, year, 'OSDE', 'MMVE').at(-1);
      if (!last || !year) return undefined;
      return {
        route: 'list',
        key: `${last.category} ${last.startOn}`,
        values: { category: last.category, on: last.startOn },
        words: `${CATEGORIES[last.category]}, ${shortDay(last.startOn)}`,
        window: year,
      };
    },
  },
  {
    code: 'T10',
    words: () => 'In the autumn of Year 7, the latest check-in after the move was red.',
    then: 'The child is put forward for a meeting.',
    test: ({ redCheckIn, ncYear, season, windows: { thisTerm } }) => {
      if (!redCheckIn || ncYear !== '7' || season !== 'autumn' || !thisTerm) return undefined;
      if (redCheckIn < thisTerm.from) return undefined;
      return {
        route: 'list',
        key: `check-in ${redCheckIn}`,
        values: { on: redCheckIn },
        words: `Red check-in on ${shortDay(redCheckIn)}`,
        window: thisTerm,
      };
    },
  },
  {
    code: 'T11',
    words: ({ sessionsOutOfClass, outOfClassWeeks }) =>
      `${sessionsOutOfClass} or more sessions of internal exclusion or removal from class in the last ${times(outOfClassWeeks, 'school week')}, where the school shares it.`,
    then: 'Somebody looks at it first.',
    test: ({ suspensions, lastWeeks }, { sessionsOutOfClass, outOfClassWeeks }) => {
      const window = lastWeeks(outOfClassWeeks);
      const lines = linesIn(suspensions, window, 'INTR');
      const sessions = lines.reduce((sum, { halfDays }) => sum + halfDays, 0);
      if (!window || sessions < sessionsOutOfClass) return undefined;
      return {
        route: 'triage',
        key: `since ${lines.at(-1)?.startOn}`,
        values: { sessions },
        words: `${times(sessions, 'session')} out of class in ${times(outOfClassWeeks, 'school week')}`,
        window,
      };
    },
  },
];
