import { addDays, laterOf } from '../day/calendar-day';
import { lastDayOf } from '../limit/limit';
import { due, dueRule } from './due';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

/** Moving between authorities: statutory.md 6. */
export const movingRules: readonly Rule[] = [
  {
    code: 'XFER-15WD',
    source: 'SI 2014/1530 reg 15(2)',
    effectiveFrom: PART_3,
    compute: transfer,
  },
  dueRule({
    code: 'XFER-6W',
    source: 'SI 2014/1530 reg 15(4)',
    from: 'transferDate',
    limit: { unit: 'CW', n: 6 },
  }),
  {
    code: 'XFER-REVIEW',
    source: 'SI 2014/1530 reg 15(5)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const reviewed = input.day('planMadeOrLastReviewed');
      const twelveMonths = lastDayOf({ unit: 'monthsBeginning', n: 12 }, reviewed, office);
      const moved = input.day('transferDate');
      const threeMonths = lastDayOf({ unit: 'monthsBeginning', n: 3 }, moved, office);
      return { twelveMonths, threeMonths, ...due(laterOf(twelveMonths, threeMonths), office) };
    },
  },
];

/** On the day of the move, if the old authority knew 15 working days before it. */
function transfer(input: RuleInput, { office }: RuleTools) {
  const moveDate = input.day('moveDate');
  const aware = input.day('oldAuthorityBecameAware');
  const notice = office.workingDaysBetween(addDays(aware, -1), addDays(moveDate, -1));
  const noticeSufficient = notice >= 15;
  const dueDate = noticeSufficient
    ? moveDate
    : lastDayOf({ unit: 'workingDaysBeginning', n: 15 }, aware, office);
  return { ...due(dueDate, office), noticeSufficient };
}
