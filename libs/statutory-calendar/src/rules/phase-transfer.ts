import { type CalendarDay, isCalendarDay } from '../day/calendar-day';
import { countedBack, due, dueRule } from './due';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

/** Month and day in the calendar year of the move, reg 18(1); undefined: not a phase transfer. */
const DATE_OF = {
  early_years_to_school: '02-15',
  infant_to_junior: '02-15',
  primary_to_middle: '02-15',
  primary_to_secondary: '02-15',
  middle_to_secondary: '02-15',
  secondary_to_post16: '03-31',
  year11_to_own_school_sixth_form: undefined,
} as const;

/** A move that reg 18(1) gives a date, or staying on, which it does not. */
export type TransferType = keyof typeof DATE_OF;

const transferTypes = Object.keys(DATE_OF) as readonly TransferType[];

/**
 * The day by which the plan must name the next school, reg 18(1) as the Code reads it ("by");
 * undefined where the regulation does not apply. Throws NotACalendarDay's range: years 1900-2100.
 */
export function phaseTransferDay(type: TransferType, year: number): CalendarDay | undefined {
  const monthAndDay = DATE_OF[type];
  return monthAndDay && `${year}-${monthAndDay}`;
}

const NAMED = 'The plan is reviewed, changed where needed, and sent with the next place named.';

/** Phase transfers. */
export const phaseTransferRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'PT-FIXED',
    says: 'Name the next school or college: by 15 February, or by 31 March for a move after year 11.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 18(1)',
    trigger: 'The calendar year of the move.',
    limits: { strict: { unit: 'before' } },
    derivedFrom: ['AR-REPS-15D', 'AR-FINAL-8W-12W'],
    metBy: NAMED,
    reading:
      'The regulation says before the day, the Code by it. Both are shown: work to the day before.',
    compute: fixedDate,
  },
  dueRule({
    ...PART_3,
    code: 'PT-5M',
    says: 'Name the next college, for a move at another time of the year.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 18(2)',
    trigger: 'The day of the move.',
    from: 'post16ToPost16TransferDate',
    limit: { unit: 'months', n: -5 },
    metBy: NAMED,
  }),
];

/** "Before" in reg 18 and "by" in the Code: both days are given. */
function fixedDate(input: RuleInput, { office, last, limit }: RuleTools) {
  const year = input.whole('transferCalendarYear');
  if (!isCalendarDay(`${year}-01-01`)) throw input.bad('transferCalendarYear', 'a year like 2027');
  const dueDate = phaseTransferDay(input.word('transferType', transferTypes), year);
  if (!dueDate) return { applies: false, dueDate: null };
  const window = limit(dueDate, { rule: 'AR-REPS-15D' });
  const review = limit(dueDate, { rule: 'AR-FINAL-8W-12W', limit: 'meeting' });
  return {
    ...due(dueDate, office),
    strictLastDay: last(dueDate, { limit: 'strict' }),
    latestAmendmentNoticeFor15Days: countedBack(window, dueDate),
    latestReviewMeetingAtFullPeriods: countedBack(review, dueDate),
    applies: true,
  };
}
