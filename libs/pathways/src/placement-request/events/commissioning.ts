import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, group, money, text, whole, yesNo } from '../../fields';

const commissioners = ['placement_officer', 'ehc_officer', 'send_manager'] as const;

export const commissioningEvents = {
  CONDITIONS_MET: {
    title: 'Record that the conditions are met',
    happened: 'Conditions met',
    payload: z.strictObject({ how: area('How was each condition met?') }),
    example: { how: 'Tuition has started. The therapy is set out in the offer.' },
    roles: commissioners,
    prominence: 'hoped',
  },
  PLACEMENT_STARTED: {
    title: 'Record that the placement has started',
    happened: 'Placement started',
    payload: z.strictObject({
      startedOn: day('First day'),
      setting: text('Name of the school or setting'),
      contract: group('Contract or place agreement', {
        signed: yesNo('Is it signed?'),
        reference: text('Its reference').optional(),
        noticeWeeks: whole('Notice, in weeks', 0, 104).optional(),
        uplift: text('How may the price rise?').optional(),
      }),
      costLine: group('Cost', {
        yearly: money('Agreed price a year, in pounds'),
        firstAsked: money('First price asked, in pounds a year').optional(),
        transport: money('Transport a year, in pounds').optional(),
        paidBy: choice('Who pays?', {
          high_needs: 'High needs block',
          joint: 'Shared with health or social care',
          other: 'Somebody else',
        }),
      }),
      monitoring: group('For an independent or non-maintained special school', {
        qualityVisitOn: day('Quality visit by').optional(),
        returnReviewOn: day('Review of a return to a local school by').optional(),
        termlyReport: text('Who sends attendance and outcomes each term?').optional(),
      }).optional(),
    }),
    example: {
      startedOn: '2027-04-12',
      setting: 'Larchfield School',
      contract: { signed: true, reference: 'PA-2027-014', noticeWeeks: 6 },
      costLine: { yearly: 2_850_000, transport: 410_000, paidBy: 'high_needs' },
    },
    roles: commissioners,
    prominence: 'hoped',
  },
  WITHDRAWN: {
    title: 'Withdraw the request',
    happened: 'Request withdrawn',
    payload: z.strictObject({
      by: choice('By whom?', {
        family: 'The family',
        school: 'The school',
        council: 'The council',
      }),
      reason: area('Why?'),
    }),
    example: { by: 'council', reason: 'The current school can go on after all' },
    roles: commissioners,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
