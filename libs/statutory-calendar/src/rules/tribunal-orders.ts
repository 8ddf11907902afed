import { addDays, type CalendarDay } from '../day/calendar-day';
import { daysAwayWithin } from '../grounds/absence-ground';
import { due } from './due';
import { PART_3, type Rule } from './rule';

/** Weeks from the order, reg 44(2); 0 means at once. Nothing rolls, and August counts. */
const ORDER_WEEKS = {
  dismiss_cease_appeal: 0,
  start_assessment_notify: 2,
  decide_no_plan_after_ordered_assessment: 10,
  final_plan_after_ordered_assessment: 14,
  issue_draft_make_plan: 5,
  final_plan_make_plan: 11,
  remit_for_reconsideration: 2,
  amend_plan_content: 5,
  amend_named_school_only: 2,
  continue_to_maintain: 0,
  continue_and_amend: 5,
} as const;

/** Weeks from telling the Tribunal that the appeal is not opposed, reg 45. */
const UNOPPOSED_WEEKS = {
  assess_notify: 2,
  no_plan_after_assessment: 10,
  final_plan_after_assessment: 14,
  amend_plan: 5,
  draft_plan: 5,
  final_plan: 11,
  amend_named_school_only: 2,
  continue_to_maintain: 0,
} as const;

/** What an order of the Tribunal can require. */
export type OrderType = keyof typeof ORDER_WEEKS;

/** All kinds of order the table of reg 44(2) knows. */
export const orderTypes = Object.keys(ORDER_WEEKS) as readonly OrderType[];
const unopposedTypes = Object.keys(UNOPPOSED_WEEKS) as readonly (keyof typeof UNOPPOSED_WEEKS)[];

/** Last day to carry out an order, unless the Tribunal directs another (reg 44(1)). */
export function orderDue(type: OrderType, orderMade: CalendarDay): CalendarDay {
  return addDays(orderMade, 7 * ORDER_WEEKS[type]);
}

/** Compliance with Tribunal orders and unopposed appeals: statutory.md 2.3. */
export const tribunalOrderRules: readonly Rule[] = [
  {
    code: 'TRIB-ORDER-44',
    source: 'SI 2014/1530 reg 44(2)(b)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const type = input.word('orderType', orderTypes);
      const dueDate = orderDue(type, input.day('orderMade'));
      return { ...due(dueDate, office), immediate: ORDER_WEEKS[type] === 0 };
    },
  },
  {
    code: 'TRIB-ORDER-44-EXC',
    source: 'SI 2014/1530 reg 44(3) and HMCTS SEND18',
    effectiveFrom: PART_3,
    compute: (input) => {
      const orderMade = input.day('orderMade');
      const dueDate = orderDue(input.word('orderType', orderTypes), orderMade);
      const absence = [input.day('absentFrom'), input.day('absentToInclusive')] as const;
      const continuousDays = daysAwayWithin([orderMade, dueDate], absence);
      // Two weeks here; four in regs 5, 8 and 10.
      return { continuousDays, groundAvailable: continuousDays >= 14, dueDate };
    },
  },
  {
    code: 'TRIB-UNOPPOSED-45',
    source: 'SI 2014/1530 reg 45 as amended by SI 2015/359 reg 8',
    effectiveFrom: '2015-04-01',
    compute: (input, { office }) => {
      const weeks = UNOPPOSED_WEEKS[input.word('type', unopposedTypes)];
      return due(addDays(input.day('laNotifiedTribunal'), 7 * weeks), office);
    },
  },
];
