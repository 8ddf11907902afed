import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, group, lines, text, yesNo } from '../../fields';
import { bidLines } from '../lines';

const bidders = [
  'school_senco',
  'placement_officer',
  'ehc_officer',
  'specialist_teacher',
  'ep',
  'send_manager',
] as const;
const checkers = ['placement_officer', 'send_manager'] as const;

/** Bidding and checking. */
export const bidEvents = {
  BID_SUBMITTED: {
    title: 'Bid to the Inclusion Fund',
    happened: 'Bid received',
    hint: 'For one child: to take away or lower what stands in their way. It does not pay for staff posts or hours.',
    payload: z.strictObject({
      barrier: area('What stands in this child’s way?'),
      tried: area('What has the school already done, and from which money?'),
      lines: bidLines,
      measure: group('How we will see whether it worked', {
        what: text('What will be different?'),
        now: text('Where does the child stand now?'),
      }),
      childView: area('What does the child say?', 'If they gave no view, say how they were asked'),
      familyView: area('What does the family say?', 'If they gave no view, say how you asked'),
    }),
    example: {
      barrier: 'Cannot follow lessons in the hall because of the noise',
      tried: 'Seat by the door and ear defenders, from the school’s own SEN budget',
      lines: [
        {
          item: 'Radio aid',
          kind: 'equipment',
          barrier: 'Hears the teacher in large rooms',
          cost: 94_000,
        },
        {
          item: 'Half a day of training for the class team',
          kind: 'training',
          barrier: 'Adults use the aid in every lesson',
          cost: 26_000,
        },
      ],
      measure: { what: 'Takes part in assembly and PE', now: 'Leaves two in three hall lessons' },
      childView: 'I want to stay with my class',
      familyView: 'They would like this to start soon',
    },
    roles: bidders,
  },
  BID_CHECKED: {
    title: 'Record the check of the bid',
    happened: 'Bid checked',
    hint: 'Whoever bids or checks does not decide.',
    payload: z.strictObject({
      isForThisChild: yesNo('Is every line for this child alone, with no staff posts or hours?'),
      otherMoney: choice('Is it somebody else’s to pay?', {
        no: 'No',
        school: 'The school’s own SEN budget',
        health: 'Health services',
        social_care: 'Social care',
        plan: 'It is in the child’s plan, so the plan’s funding pays',
      }),
      pricesSeen: yesNo('Have you seen the prices?'),
      advice: area('What do you advise, and why?'),
    }),
    example: {
      isForThisChild: true,
      otherMoney: 'no',
      pricesSeen: true,
      advice: 'Agree it: the barrier is clear and the price is fair',
    },
    roles: checkers,
    prominence: 'hoped',
  },
  MORE_INFORMATION_ASKED: {
    title: 'Ask for more about the bid',
    happened: 'More was asked for',
    payload: z.strictObject({ items: lines('What is missing?') }),
    example: { items: ['A quotation for the radio aid'] },
    roles: checkers,
    prominence: 'other',
  },
  INFORMATION_RECEIVED: {
    title: 'Record what the school sent',
    happened: 'The school answered',
    payload: z.strictObject({
      answer: area('What did it send?'),
      lines: bidLines.optional(),
    }),
    example: { answer: 'The quotation is on file' },
    roles: bidders,
    prominence: 'hoped',
  },
  BID_LAPSED: {
    title: 'Close the bid: no answer came',
    happened: 'Bid closed: no answer came',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...checkers],
    prominence: 'rare',
  },
  WITHDRAWN: {
    title: 'Withdraw the bid',
    happened: 'Bid withdrawn',
    payload: z.strictObject({
      by: choice('By whom?', { school: 'The school', family: 'The family' }),
      reason: area('Why?'),
    }),
    example: { by: 'school', reason: 'The parents’ association has paid for it' },
    roles: bidders,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
