import { assign, setup } from 'xstate';
import { all, closed, instructionsFor, machineGuards, reasonActions } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Instruction } from '../instruction';
import { commonRegions, localEndings } from '../regions';
import { inclusionFundGuards } from './guards';
import { type BidLine, costOf } from './lines';
import { countOf } from '../clock-settings';
import { inclusionFundPolicy as policy, inclusionFundTasks } from './policy';

const { due } = inclusionFundTasks;

/** What a bid remembers between events; money in pence. */
export interface InclusionFundContext {
  readonly asked: number;
  readonly isForThisChild: boolean | null;
  readonly agreed: number;
  readonly paid: number;
  readonly spent: number;
  readonly evidenceBy: string | null;
  readonly reasonCode: string | null;
}

const linesOf = ({ payload }: PathwayEvent) => payload['lines'] as BidLine[] | undefined;
const amountOf = ({ payload }: PathwayEvent) => Number(payload['amount']);
const closeAs = (code: string) => ({ type: 'closeAs' as const, params: { code } });
const tellSchool = (task: string, why: string) => ({
  type: 'task' as const,
  params: { task, why, for: 'owner' as const, due: due.tellSchool },
});

const withdrawn = {
  WITHDRAWN: { target: 'withdrawn', actions: closeAs('BID_WITHDRAWN') },
} as const;
const askMore = {
  MORE_INFORMATION_ASKED: {
    guard: 'mayCheckBid',
    target: 'more_information',
    actions: { type: 'send', params: { notice: 'N-07', to: ['school', 'referrer'] } },
  },
} as const;
const pay = {
  PAYMENT_MADE: [
    {
      guard: all('mayPay', 'notTheProposer', 'withinAgreed', 'paysTheRest'),
      target: 'evidence_due',
      actions: 'keepPayment',
    },
    {
      guard: all('mayPay', 'notTheProposer', 'withinAgreed', 'paysAPart'),
      target: 'paying',
      actions: 'keepPayment',
    },
  ],
} as const;

/** A bid to the Inclusion Fund for one child: bid, check, decide, pay, evidence. */
export const inclusionFundMachine = setup({
  types: {
    context: {} as InclusionFundContext,
    events: {} as PathwayEvent,
    emitted: {} as Instruction,
    tags: {} as 'closed',
    input: {} as PathwayEvent,
  },
  guards: machineGuards<InclusionFundContext>()(inclusionFundGuards),
  actions: {
    ...instructionsFor<InclusionFundContext>(),
    ...reasonActions<InclusionFundContext>(),
    keepLines: assign({
      asked: ({ context, event }) => {
        const lines = linesOf(event);
        return lines ? costOf(lines) : context.asked;
      },
    }),
    keepCheck: assign({ isForThisChild: ({ event }) => event.payload['isForThisChild'] === true }),
    keepDecision: assign({
      agreed: ({ event }) => amountOf(event),
      evidenceBy: ({ event }) => said(event, 'evidenceBy') ?? null,
    }),
    keepPayment: assign({ paid: ({ context, event }) => context.paid + amountOf(event) }),
    keepSpent: assign({ spent: ({ event }) => Number(event.payload['spent']) }),
  },
}).createMachine({
  id: 'inclusion_fund_bid',
  context: ({ input }) => ({
    asked: costOf(linesOf(input) ?? []),
    isForThisChild: null,
    agreed: 0,
    paid: 0,
    spent: 0,
    evidenceBy: null,
    reasonCode: null,
  }),
  type: 'parallel',
  states: {
    ...commonRegions,
    work: {
      initial: 'submitted',
      on: { ...localEndings() },
      states: {
        submitted: {
          on: {
            BID_CHECKED: {
              guard: all('mayCheckBid', 'pricesSeen'),
              target: 'checked',
              actions: 'keepCheck',
            },
            ...askMore,
            ...withdrawn,
          },
        },
        more_information: {
          on: {
            INFORMATION_RECEIVED: {
              guard: 'notStaffing',
              target: 'submitted',
              actions: 'keepLines',
            },
            BID_LAPSED: { target: 'lapsed', actions: closeAs('NO_RESPONSE') },
            ...withdrawn,
          },
        },
        checked: {
          on: {
            BID_AGREED: {
              guard: all('mayDecideBid', 'notTheProposer', 'forThisChild', 'withinBid'),
              target: 'agreed',
              actions: 'keepDecision',
            },
            BID_NOT_AGREED: {
              guard: all('mayDecideBid', 'notTheProposer', 'reasonGiven'),
              target: 'not_agreed',
              actions: [
                closeAs('NOT_ELIGIBLE'),
                tellSchool(
                  'Tell the school and the family why the bid was not agreed',
                  'They need the reasons and what they can do instead.',
                ),
              ],
            },
            ...askMore,
            ...withdrawn,
          },
        },
        agreed: {
          entry: [
            tellSchool(
              'Tell the school and the family what was agreed',
              'They need to know the amount, the conditions and the day for the evidence.',
            ),
            {
              type: 'task',
              params: ({ context }) => ({
                task: 'Pay what was agreed from the Inclusion Fund',
                why: 'A bid was agreed. Only a finance officer pays.',
                for: 'finance_officer',
                doneBy: ['PAYMENT_MADE'],
                due: { unit: 'WD', n: countOf('payment_due', policy.paymentWorkingDays, context) },
              }),
            },
          ],
          on: { ...pay, ...withdrawn },
        },
        paying: { on: { ...pay, PROGRESS_RECORDED: {} } },
        evidence_due: {
          on: {
            PROGRESS_RECORDED: {},
            EVIDENCE_RECEIVED: {
              guard: 'spentWithinPaid',
              target: 'evidence_check',
              actions: 'keepSpent',
            },
          },
        },
        evidence_check: {
          on: {
            EVIDENCE_ACCEPTED: {
              guard: all('mayCheckBid', 'moneyAccounted'),
              target: 'completed',
              actions: [
                closeAs('OUTCOME_ACHIEVED'),
                {
                  type: 'task',
                  params: {
                    task: 'Ask the school whether it still helps the child',
                    why: 'A follow-up some weeks after the evidence.',
                    for: 'owner',
                    due: due.followUp,
                  },
                },
              ],
            },
            EVIDENCE_QUERIED: { guard: all('mayCheckBid', 'reasonGiven'), target: 'evidence_due' },
          },
        },
        completed: closed,
        not_agreed: closed,
        lapsed: closed,
        withdrawn: closed,
        transferred_out: closed,
        closed_ehe: closed,
        voided: closed,
        closed_deceased: closed,
      },
    },
  },
});
