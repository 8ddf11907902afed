import { mayDo } from '../building-blocks';
import { pounds } from '../fields';
import { type Guard, type GuardInput } from '../pathway';
import { commonGuards } from '../regions';
import { type BidLine, paysStaff } from './lines';

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const amount = ({ event }: GuardInput) => number(event.payload['amount']);
const asked = ({ context }: GuardInput) => number(context['asked']);
const stillToPay = ({ context }: GuardInput) => number(context['agreed']) - number(context['paid']);
const unaccounted = ({ context, event }: GuardInput) =>
  number(context['paid']) - number(context['spent']) - number(event.payload['returned']);

const STAFFING =
  'The Inclusion Fund takes away what stands in one child’s way. It does not pay for general staffing, such as a post or the hours of a teaching assistant';
const insteadOfFund = [
  'Staff hours come from the school’s own SEN budget, or from top-up funding when that is not enough.',
];

/** Who may do what with a bid, and what the fund is for; each with the words of its refusal. */
export const inclusionFundGuards = {
  ...commonGuards,
  notStaffing: {
    test: ({ event }) => !paysStaff((event.payload['lines'] ?? []) as BidLine[]),
    text: STAFFING,
    aboutAnswer: true,
    missing: () => [
      { what: 'Lines for this child alone, with no staff posts or hours', who: 'The school' },
    ],
    otherWays: insteadOfFund,
  },
  mayCheckBid: mayDo(
    'bid.check',
    'Only a placement officer or a SEND manager may check a bid and its evidence',
    'A placement officer or a SEND manager',
  ),
  pricesSeen: {
    test: ({ event }) => event.payload['pricesSeen'] === true,
    text: 'The prices must be seen before the bid goes on to be decided',
    aboutAnswer: true,
    missing: () => [
      { what: 'Quotations or price lists', who: 'The school', byEvent: 'MORE_INFORMATION_ASKED' },
    ],
  },
  mayDecideBid: mayDo('bid.decide', 'Only a SEND manager may decide on a bid', 'A SEND manager'),
  notTheProposer: {
    test: ({ event }) => !event.facts.actorProposed,
    text: 'You had a part in this bid already. Whoever bids or checks does not decide, and whoever decides does not pay',
    needs: ['actorProposed'],
    missing: () => [
      { what: 'Somebody who had no part in it so far', who: 'Another manager or finance officer' },
    ],
  },
  forThisChild: {
    test: ({ context }) => context['isForThisChild'] === true,
    text: `The check found that it is not for this child alone. ${STAFFING}`,
    missing: () => [
      {
        what: 'A bid whose lines are for this child alone',
        who: 'The school',
        byEvent: 'MORE_INFORMATION_ASKED',
      },
    ],
    otherWays: insteadOfFund,
  },
  withinBid: {
    test: (input) => amount(input) <= asked(input),
    text: (input) => `The bid asks for ${pounds(asked(input))}. No more than that can be agreed`,
    aboutAnswer: true,
    missing: () => [{ what: 'An amount within the bid', who: 'You, on this form' }],
  },
  mayPay: mayDo('payment.make', 'Only a finance officer may pay', 'A finance officer'),
  withinAgreed: {
    test: (input) => amount(input) <= stillToPay(input),
    text: (input) => `Only ${pounds(stillToPay(input))} of what was agreed is still to be paid`,
    aboutAnswer: true,
    missing: () => [{ what: 'An amount within what was agreed', who: 'You, on this form' }],
  },
  paysTheRest: {
    test: (input) => amount(input) >= stillToPay(input),
    text: 'More is still to be paid',
    aboutAnswer: true,
  },
  paysAPart: {
    test: (input) => amount(input) < stillToPay(input),
    text: 'Nothing more is to be paid',
    aboutAnswer: true,
  },
  spentWithinPaid: {
    test: ({ context, event }) => number(event.payload['spent']) <= number(context['paid']),
    text: ({ context }) =>
      `The fund paid ${pounds(number(context['paid']))}. Give what was spent of that`,
    aboutAnswer: true,
    missing: () => [{ what: 'What was spent of the fund’s money', who: 'The school' }],
  },
  moneyAccounted: {
    test: (input) => unaccounted(input) === 0,
    text: (input) =>
      unaccounted(input) > 0
        ? `${pounds(unaccounted(input))} was paid and is neither spent nor given back`
        : 'More is given back than was left over',
    aboutAnswer: true,
    missing: () => [{ what: 'Evidence of what was spent, or the money back', who: 'The school' }],
    otherWays: ['Ask for more evidence.'],
  },
} satisfies Record<string, Guard>;
