import { repsOnChanges } from '../amending';
import { type ClockRule } from '../clock-rule';
import { said } from '../event';
import { commonClocks } from '../regions';
import { law } from '../regions/dispute/bases';
import { challengeClocks } from '../regions/dispute/challenge-clocks';
import { mediationClocks } from '../regions/dispute/mediation-clocks';
import { orderAmend } from '../regions/dispute/order-clock';
import { recommendationClocks } from '../regions/dispute/recommendations';

const SETTLED = ['PLAN_AMENDMENT_ORDERED', 'MATTER_CLOSED'];

/** Clocks of a plan between its reviews: the challenge with its orders, and a change that regulation 28 allows. */
export const planChangeClocks: readonly ClockRule[] = [
  repsOnChanges('CHANGE_PROPOSED', 'work.proposed'),
  {
    ...law,
    code: 'final',
    rule: 'AR-FINAL-8W-12W',
    source: 'SEND Regulations 2014, regulations 22(3) and 28',
    label: 'Final changed plan sent',
    ask: 'Send the final changed plan',
    because: 'The law gives eight weeks from the notice.',
    doneBy: 'FINAL_AMENDED_ISSUED',
    starts: [{ on: ['CHANGE_PROPOSED'] }],
    limit: { unit: 'CW', n: 8 },
    metBy: ['FINAL_AMENDED_ISSUED', 'AMENDMENT_WITHDRAWN'],
    within: ['work.proposed'],
  },
  ...challengeClocks({
    decided: {
      on: ['PLAN_MATTER_OPENED'],
      when: ({ event }) => said(event, 'decisionSentOn') !== undefined,
      anchor: ({ event }) => said(event, 'decisionSentOn') ?? event.occurredOn,
    },
    settledBy: SETTLED,
    within: ['work.open'],
  }),
  ...mediationClocks(SETTLED),
  orderAmend('FINAL_AMENDED_ISSUED'),
  ...recommendationClocks,
  ...commonClocks,
];
