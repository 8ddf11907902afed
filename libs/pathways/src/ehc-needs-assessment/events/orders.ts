import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text } from '../../fields';
import { amendmentOrdered } from '../../regions/dispute/order-event';
import { decider, officers } from './fields';

const conceded = z.strictObject({
  how: choice('How did it come about?', {
    mediation: 'Agreed in mediation',
    appeal: 'We do not oppose the appeal',
    otherwise: 'We looked at it again ourselves',
  }).optional(),
  concededOn: day(
    'From which day does it count?',
    'The day of the mediation agreement, or the day we told the Tribunal. Leave empty if it is the same day.',
  ).optional(),
  note: area('Note').optional(),
});
const orderMade = day('Date of the order');

/** What reopens an assessment: regulations 42, 44 and 45. Each has weeks of its own. */
export const orderEvents = {
  ASSESSMENT_CONCEDED: {
    title: 'Agree to assess after all',
    happened: 'Assessment conceded',
    payload: conceded,
    example: {},
    roles: decider,
    prominence: 'other',
  },
  ASSESSMENT_ORDERED: {
    title: 'Record an order to assess',
    happened: 'Tribunal ordered an assessment',
    payload: z.strictObject({ orderMade }),
    example: { orderMade: '2026-11-02' },
    roles: officers,
    prominence: 'other',
  },
  ASSESSMENT_NOTIFIED: {
    title: 'Record that the family was told that the assessment has started',
    happened: 'Family told that the assessment has started',
    payload: z.strictObject({ how: text('How?').optional() }),
    example: {},
    roles: officers,
    prominence: 'usual',
  },
  PLAN_CONCEDED: {
    title: 'Agree to issue a plan after all',
    happened: 'Plan conceded',
    payload: conceded,
    example: {},
    roles: decider,
    prominence: 'other',
  },
  PLAN_ORDERED: {
    title: 'Record an order about a plan',
    happened: 'Tribunal ordered a plan, or a new decision about one',
    payload: z.strictObject({
      orderMade,
      order: choice(
        'What does it order?',
        { make: 'Make a plan', reconsider: 'Decide again whether to make one' },
        'Leave empty for a plan',
      ).optional(),
    }),
    example: { orderMade: '2026-11-02' },
    roles: officers,
    prominence: 'other',
  },
  ...amendmentOrdered(officers),
} as const satisfies Record<string, EventDefinition>;
