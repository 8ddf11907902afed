import { weekdayOf } from '../day/calendar-day';
import { dueRule } from './due';
import { PART_3, type Rule } from './rule';

/** Direct payments and the calendar itself: statutory.md 8 and 9. */
export const otherRules: readonly Rule[] = [
  dueRule({
    code: 'PB-3M',
    source: 'SI 2014/1652 reg 11',
    from: 'firstDirectPayment',
    limit: { unit: 'monthsBeginning', n: 3 },
  }),
  {
    code: 'CAL-WORKING-DAY',
    source: 'gov.uk/bank-holidays.json (england-and-wales)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const day = input.day('date');
      return { workingDay: office.isWorkingDay(day), weekday: weekdayOf(day) };
    },
  },
];
