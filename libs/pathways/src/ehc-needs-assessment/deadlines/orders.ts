import { type ClockRule, type PastStep, type Start } from '../../clock-rule';
import { orderAmend } from '../../regions/dispute/order-clock';
import { dayOf, law } from './bases';

type When = NonNullable<Start['when']>;

const anchor = dayOf('orderMade', 'concededOn');
const said =
  (name: string, value: string): When =>
  ({ event }) =>
    event.payload[name] === value;
const not =
  (test: When): When =>
  (step: PastStep) =>
    !test(step);

const weeks = (event: string, n: number, when: When = () => true) =>
  ({ on: [event], when, anchor, limit: { unit: 'CW', n } }) as const;

/** The same weeks, agreed in mediation or by not opposing the appeal: each under its own rule. */
const agreed = (event: string, n: number, inMediation: When): Start[] => [
  { ...weeks(event, n, inMediation), rule: 'MED-AGREEMENT-2W' },
  { ...weeks(event, n), rule: 'TRIB-UNOPPOSED-45' },
];
const inMediation = said('how', 'mediation');
const assessment = (n: number) => [
  weeks('ASSESSMENT_ORDERED', n),
  ...agreed('ASSESSMENT_CONCEDED', n, inMediation),
];
const toReconsider = said('order', 'reconsider');
const plan = (n: number) => [
  weeks('PLAN_ORDERED', n, not(toReconsider)),
  ...agreed('PLAN_CONCEDED', n, inMediation),
];
const order = { ...law, rule: 'TRIB-ORDER-44' } as const;

/** Clocks of what was ordered by the Tribunal, agreed in mediation, or not opposed: regulations 42, 44 and 45. */
export const orderClocks: readonly ClockRule[] = [
  {
    ...order,
    code: 'order_start',
    source: 'SEND Regulations 2014, regulations 42(2), 44(2)(b) and 45',
    label: 'Tell the family that the assessment has started',
    ask: 'Tell the family that the assessment has started',
    because: 'An order or agreement to assess gives 2 weeks.',
    doneBy: 'ASSESSMENT_NOTIFIED',
    starts: assessment(2),
    limit: { unit: 'CW', n: 2 },
    metBy: ['ASSESSMENT_NOTIFIED'],
    voidBy: ['ADVICE_COMPLETE'],
  },
  {
    ...order,
    code: 'order_no_plan',
    source: 'SEND Regulations 2014, regulations 42(2), 44(2)(b)(i) and 45',
    label: 'Tell the family if there will be no plan',
    ask: 'Decide whether to issue a plan',
    because: 'After an order to assess, the family must hear within 10 weeks if there is no plan.',
    doneBy: 'AGREED_TO_ISSUE',
    starts: assessment(10),
    limit: { unit: 'CW', n: 10 },
    metBy: ['REFUSED_TO_ISSUE'],
    voidBy: ['AGREED_TO_ISSUE'],
  },
  {
    ...order,
    code: 'order_reconsider',
    source: 'SEND Regulations 2014, regulation 44(2)(d)',
    label: 'Draft plan, or a new decision against one',
    ask: 'Decide again whether to issue a plan',
    because: 'An order to decide again gives 2 weeks.',
    doneBy: 'AGREED_TO_ISSUE',
    starts: [{ on: ['PLAN_ORDERED'], when: toReconsider, anchor }],
    limit: { unit: 'CW', n: 2 },
    metBy: ['DRAFT_ISSUED', 'REFUSED_TO_ISSUE'],
  },
  {
    ...order,
    code: 'order_draft',
    source: 'SEND Regulations 2014, regulations 42(2), 44(2)(c) and 45',
    label: 'Draft of the plan that was ordered',
    ask: 'Send the draft of the plan that was ordered',
    because: 'An order or agreement to make a plan gives 5 weeks for the draft.',
    doneBy: 'DRAFT_ISSUED',
    starts: plan(5),
    limit: { unit: 'CW', n: 5 },
    metBy: ['DRAFT_ISSUED'],
  },
  {
    ...order,
    code: 'order_final',
    source: 'SEND Regulations 2014, regulations 42(2), 44(2)(b)(ii), 44(2)(c) and 45',
    label: 'Final plan that was ordered',
    ask: 'Send the final plan',
    because:
      'The final plan is due 14 weeks from an order to assess, 11 from an order to make a plan.',
    doneBy: 'FINAL_ISSUED',
    starts: [...assessment(14), ...plan(11)],
    limit: { unit: 'CW', n: 14 },
    metBy: ['FINAL_ISSUED'],
    voidBy: ['REFUSED_TO_ISSUE'],
  },
  orderAmend('FINAL_ISSUED'),
];
