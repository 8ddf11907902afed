import { type ClockRule, type PastStep, type Start } from '../../clock-rule';
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
const changed = (n: number, when: When = () => true): Start[] => {
  const start = weeks('PLAN_AMENDMENT_ORDERED', n);
  const by =
    (how: string): When =>
    (step) =>
      when(step) && said('by', how)(step);
  return [
    { ...start, when: by('mediation'), rule: 'MED-AGREEMENT-2W' },
    { ...start, when: by('unopposed'), rule: 'TRIB-UNOPPOSED-45' },
    { ...start, when },
  ];
};
const onlySchool = said('order', 'school_name');
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
  {
    ...order,
    code: 'order_amend',
    source: 'SEND Regulations 2014, regulations 42(2), 44(2)(e), 44(2)(f) and 45',
    label: 'Plan changed as ordered',
    ask: 'Send the changed plan',
    because: 'An order to change a plan gives 5 weeks; 2 where only the school changes.',
    doneBy: 'FINAL_ISSUED',
    starts: [...changed(2, onlySchool), ...changed(5)],
    limit: { unit: 'CW', n: 5 },
    metBy: ['FINAL_ISSUED'],
  },
];
