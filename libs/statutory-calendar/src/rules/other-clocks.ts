import { weekdayOf } from '../day/calendar-day';
import { dueRule } from './due';
import { PART_3, type Rule } from './rule';

/** Direct payments and the calendar itself. */
export const otherRules: readonly Rule[] = [
  dueRule({
    ...PART_3,
    code: 'PB-3M',
    says: 'Review the direct payments for the first time.',
    certainty: 'medium',
    source: 'SI 2014/1652 reg 11',
    trigger: 'The first direct payment is made.',
    from: 'firstDirectPayment',
    limit: { unit: 'monthsBeginning', n: 3 },
    metBy: 'The review of the payments.',
  }),
  {
    ...PART_3,
    code: 'CAL-WORKING-DAY',
    says: 'A working day: Monday to Friday, not a bank holiday.',
    standing: 'data',
    appliesBy: 'event',
    source: 'gov.uk/bank-holidays.json (england-and-wales)',
    trigger: 'Any day.',
    limits: {},
    compute: (input, { office }) => {
      const day = input.day('date');
      return { workingDay: office.isWorkingDay(day), weekday: weekdayOf(day) };
    },
  },
];
