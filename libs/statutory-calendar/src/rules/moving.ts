import { addDays, laterOf } from '../day/calendar-day';
import { due, dueRule } from './due';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const MOVED = 'The plan is transferred to the new authority.';

/** Moving between authorities. */
export const movingRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'XFER-15WD',
    says: 'The old authority sends the plan to the new one.',
    source: 'SI 2014/1530 reg 15(2)',
    trigger:
      'The day of the move; or the day the old authority became aware, if that was too late.',
    limits: { due: { unit: 'workingDaysBeginning', n: 15 } },
    metBy: 'The plan is transferred.',
    reading:
      'On the day of the move where 15 working days lie before it; otherwise the 15 begin with the day it became aware.',
    compute: transfer,
  },
  dueRule({
    ...PART_3,
    code: 'XFER-6W',
    says: 'The new authority tells the family what it will do with the plan.',
    source: 'SI 2014/1530 reg 15(4)',
    trigger: MOVED,
    from: 'transferDate',
    limit: { unit: 'CW', n: 6 },
    metBy: 'The family is told of the transfer, of any assessment, and when the plan is reviewed.',
  }),
  {
    ...PART_3,
    code: 'XFER-REVIEW',
    says: 'The new authority reviews the plan.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 15(5)',
    trigger: MOVED,
    limits: { due: { unit: 'monthsBeginning', n: 3 } },
    derivedFrom: ['AR-12M'],
    metBy: 'The review is concluded.',
    reading: 'The later of the year of the plan and three months beginning with the transfer.',
    compute: (input, { office, last }) => {
      const twelveMonths = last(input.day('planMadeOrLastReviewed'), { rule: 'AR-12M' });
      const threeMonths = last(input.day('transferDate'));
      return { twelveMonths, threeMonths, ...due(laterOf(twelveMonths, threeMonths), office) };
    },
  },
];

/** On the day of the move, if the working days that the rule gives lie before it. */
function transfer(input: RuleInput, { office, last }: RuleTools) {
  const moveDate = input.day('moveDate');
  const aware = last(input.day('oldAuthorityBecameAware'));
  const noticeSufficient = aware <= addDays(moveDate, -1);
  return { ...due(noticeSufficient ? moveDate : aware, office), noticeSufficient };
}
