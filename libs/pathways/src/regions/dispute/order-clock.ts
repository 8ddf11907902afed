import { type ClockRule, type PastStep, type Start } from '../../clock-rule';
import { dayOf, law } from './bases';

type When = NonNullable<Start['when']>;
const said =
  (name: string, value: string): When =>
  ({ event }: PastStep) =>
    event.payload[name] === value;
const onlySchool = said('order', 'school_name');

/** The weeks of an order, of an agreement in mediation and of an appeal that is not opposed: each under its own rule. */
const weeks = (n: number, when: When = () => true): Start[] => {
  const start = {
    on: ['PLAN_AMENDMENT_ORDERED'],
    anchor: dayOf('orderMade'),
    limit: { unit: 'CW', n },
  } as const;
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

/** A plan that is changed as ordered or agreed; `sentBy` is the step that sends it. */
export const orderAmend = (sentBy: string): ClockRule => ({
  ...law,
  rule: 'TRIB-ORDER-44',
  code: 'order_amend',
  source: 'SEND Regulations 2014, regulations 42(2), 44(2)(e), 44(2)(f) and 45',
  label: 'Plan changed as ordered',
  ask: 'Send the changed plan',
  because: 'An order to change a plan gives 5 weeks; 2 where only the school changes.',
  doneBy: sentBy,
  starts: [...weeks(2, onlySchool), ...weeks(5)],
  limit: { unit: 'CW', n: 5 },
  metBy: [sentBy],
});
