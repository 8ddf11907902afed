import { GROUNDS } from '../grounds/grounds';
import { daysAwayWithin } from '../grounds/absence-ground';
import { type Limit } from '../limit/limit';
import { due } from './due';
import { PART_3, type Rule } from './rule';

const AT_ONCE = { unit: 'on' } as const;
const weeks = (n: number) => ({ unit: 'CW', n }) as const;

/** From the order, reg 44(2). Nothing rolls, and August counts. */
const ORDERS = {
  dismiss_cease_appeal: AT_ONCE,
  start_assessment_notify: weeks(2),
  decide_no_plan_after_ordered_assessment: weeks(10),
  final_plan_after_ordered_assessment: weeks(14),
  issue_draft_make_plan: weeks(5),
  final_plan_make_plan: weeks(11),
  remit_for_reconsideration: weeks(2),
  amend_plan_content: weeks(5),
  amend_named_school_only: weeks(2),
  continue_to_maintain: AT_ONCE,
  continue_and_amend: weeks(5),
} as const satisfies Record<string, Limit>;

/** From telling the Tribunal that the appeal is not opposed, reg 45. */
const UNOPPOSED = {
  assess_notify: weeks(2),
  no_plan_after_assessment: weeks(10),
  final_plan_after_assessment: weeks(14),
  amend_plan: weeks(5),
  draft_plan: weeks(5),
  final_plan: weeks(11),
  amend_named_school_only: weeks(2),
  continue_to_maintain: AT_ONCE,
} as const satisfies Record<string, Limit>;

/** What an order of the Tribunal can require. */
export type OrderType = keyof typeof ORDERS;

/** All kinds of order the table of reg 44(2) knows. */
export const orderTypes = Object.keys(ORDERS) as readonly OrderType[];
const unopposedTypes = Object.keys(UNOPPOSED) as readonly (keyof typeof UNOPPOSED)[];

const ORDER_MADE = 'The Tribunal makes its order.';
const OF_ORDERS = [
  'exceptional_personal_circumstances',
  'absent_2_weeks',
  'late_representations',
] as const;

/** Compliance with Tribunal orders and unopposed appeals. */
export const tribunalOrderRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'TRIB-ORDER-44',
    says: 'Carry out an order of the Tribunal.',
    source: 'SI 2014/1530 reg 44(2)(b)',
    trigger: ORDER_MADE,
    limits: ORDERS,
    metBy: 'The act that was ordered.',
    grounds: OF_ORDERS,
    reading:
      'Counted from the date on the order. Another time that the Tribunal directs comes first.',
    compute: (input, { office, last, limit }) => {
      const type = input.word('orderType', orderTypes);
      const made = input.day('orderMade');
      const immediate = limit(made, { limit: type }).unit === 'on';
      return { ...due(last(made, { limit: type }), office), immediate };
    },
  },
  {
    ...PART_3,
    code: 'TRIB-ORDER-44-EXC',
    says: 'An absence of the family from the area excuses lateness with an order.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 44(3) and HMCTS SEND18',
    trigger: 'The family leaves the area.',
    limits: {},
    numbers: { daysAway: GROUNDS.absent_2_weeks.days },
    derivedFrom: ['TRIB-ORDER-44'],
    reading: 'Two weeks here, where an assessment needs four.',
    compute: (input, { last }) => {
      const orderMade = input.day('orderMade');
      const limit = input.word('orderType', orderTypes);
      const dueDate = last(orderMade, { rule: 'TRIB-ORDER-44', limit });
      const absence = [input.day('absentFrom'), input.day('absentToInclusive')] as const;
      const continuousDays = daysAwayWithin([orderMade, dueDate], absence);
      const groundAvailable = continuousDays >= GROUNDS.absent_2_weeks.days;
      return { continuousDays, groundAvailable, dueDate };
    },
  },
  {
    ...PART_3,
    code: 'TRIB-UNOPPOSED-45',
    says: 'Do what an appeal asks for that the authority does not oppose.',
    source: 'SI 2014/1530 reg 45 as amended by SI 2015/359 reg 8',
    trigger: 'The authority tells the Tribunal that it does not oppose.',
    limits: UNOPPOSED,
    metBy: 'The act that was conceded.',
    grounds: OF_ORDERS,
    effectiveFrom: '2015-04-01',
    compute: (input, { office, last }) => {
      const limit = input.word('type', unopposedTypes);
      return due(last(input.day('laNotifiedTribunal'), { limit }), office);
    },
  },
];
