import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, group, money, text } from '../../fields';

const deciders = ['send_manager'] as const;
const workers = ['placement_officer', 'ehc_officer', 'send_manager', 'school_senco'] as const;
const checkers = ['placement_officer', 'send_manager'] as const;

const views = {
  childView: area('What does the child say?', 'If they gave no view, say how they were asked'),
  familyView: area('What does the family say?', 'If they gave no view, say how you asked'),
};

/** Deciding, paying, and seeing what came of it. */
export const moneyEvents = {
  BID_AGREED: {
    title: 'Agree the bid',
    happened: 'Bid agreed',
    payload: z.strictObject({
      amount: money('How much is agreed, in pounds?', { min: 1 }),
      reasons: area('Reasons', 'If it is less than was asked for, say why'),
      conditions: area('Conditions').optional(),
      evidenceBy: day('Evidence by', 'Leave empty for the council’s usual time').optional(),
    }),
    example: { amount: 120_000, reasons: 'It takes away the barrier at a fair price' },
    roles: deciders,
    prominence: 'hoped',
  },
  BID_NOT_AGREED: {
    title: 'Decide not to agree the bid',
    happened: 'Bid not agreed',
    payload: z.strictObject({
      ground: choice('Why not?', {
        not_child_specific: 'It is not for this child alone, or it is for staffing',
        other_money: 'Somebody else pays for this',
        no_barrier: 'It does not take away or lower a barrier',
        fund_spent: 'The fund is spent for this year',
      }),
      reason: area('Reasons', 'The school and the family will read this'),
      instead: area('What can the school do instead?'),
    }),
    example: {
      ground: 'other_money',
      reason: 'Hearing aids and their parts come from health services',
      instead: 'Ask the audiology clinic. We can help with the request.',
    },
    roles: deciders,
    prominence: 'other',
  },
  PAYMENT_MADE: {
    title: 'Record a payment',
    happened: 'Payment made',
    payload: z.strictObject({
      amount: money('How much, in pounds?', { min: 1 }),
      paidTo: choice('To whom?', { school: 'The school', supplier: 'The supplier' }),
      reference: text('Reference in the ledger'),
    }),
    example: { amount: 120_000, paidTo: 'school', reference: 'LED-20417' },
    roles: ['finance_officer'],
    prominence: 'hoped',
  },
  PROGRESS_RECORDED: {
    title: 'Record how it is going',
    happened: 'Progress recorded',
    payload: z.strictObject({ now: text('Where does the child stand now?'), ...views }),
    example: {
      now: 'Leaves one in three hall lessons',
      childView: 'It is easier',
      familyView: 'They see the difference',
    },
    roles: workers,
    prominence: 'usual',
  },
  EVIDENCE_RECEIVED: {
    title: 'Record the evidence',
    happened: 'Evidence received',
    payload: z.strictObject({
      spent: money('How much was spent, in pounds?'),
      bought: area('What was bought, and what shows it?'),
      measure: group('Did it work?', {
        now: text('Where does the child stand now?'),
        worked: choice('Altogether', { yes: 'Yes', partly: 'Partly', no: 'No' }),
      }),
      ...views,
    }),
    example: {
      spent: 120_000,
      bought: 'Radio aid and training; invoices on file',
      measure: { now: 'Stays in every hall lesson', worked: 'yes' },
      childView: 'I stay with my class now',
      familyView: 'They are glad of it',
    },
    roles: workers,
    prominence: 'hoped',
  },
  EVIDENCE_QUERIED: {
    title: 'Ask for more evidence',
    happened: 'More evidence asked for',
    payload: z.strictObject({ reason: area('What is missing?') }),
    example: { reason: 'The invoice for the training' },
    roles: checkers,
    prominence: 'other',
  },
  EVIDENCE_ACCEPTED: {
    title: 'Accept the evidence',
    happened: 'Evidence accepted',
    payload: z.strictObject({
      returned: money('Money given back, in pounds', {
        hint: 'Leave empty if everything was spent',
      }).optional(),
      note: area('Note').optional(),
    }),
    example: {},
    roles: checkers,
    prominence: 'hoped',
  },
} as const satisfies Record<string, EventDefinition>;
