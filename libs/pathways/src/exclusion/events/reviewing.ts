import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';
import { team } from './fields';

/** Governors, independent review panel, and governors again. */
export const reviewingEvents = {
  GOVERNORS_UPHELD: {
    title: 'Record that the governors upheld the exclusion',
    happened: 'Governors upheld the exclusion',
    payload: z.strictObject({
      noticeGivenOn: day(
        'When was the family given notice of it?',
        'Leave empty if it was the same day. First-class post: the second working day after posting.',
      ).optional(),
      reasons: area('Their reasons').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  GOVERNORS_REINSTATED: {
    title: 'Record that the governors reinstated the child',
    happened: 'Governors reinstated the child',
    payload: z.strictObject({ backOn: day('Back at school on').optional() }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  REVIEW_APPLIED_FOR: {
    title: 'Record that the family asks for an independent review',
    happened: 'Independent review asked for',
    payload: z.strictObject({
      senExpert: yesNo('Does the family ask for a SEN expert?').optional(),
      note: text('Note').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  REVIEW_PERIOD_ENDED: {
    title: 'Close: the time to ask for a review has passed',
    happened: 'The time to ask for a review passed',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...team],
    prominence: 'other',
  },
  PANEL_UPHELD: {
    title: 'Record that the review panel upheld the exclusion',
    happened: 'Review panel upheld the exclusion',
    payload: z.strictObject({
      how: choice(
        'How did the review end?',
        { upheld: 'The panel upheld the exclusion', withdrawn: 'The family withdrew' },
        'Leave empty if the panel upheld it',
      ).optional(),
    }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  PANEL_RECOMMENDED: {
    title: 'Record that the panel recommends to look again',
    happened: 'Review panel recommended that the governors look again',
    payload: z.strictObject({
      notifiedOn: day(
        'When were the governors told?',
        'Leave empty if it was the same day',
      ).optional(),
    }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  PANEL_QUASHED: {
    title: 'Record that the panel quashed the decision',
    happened: 'Review panel quashed the decision',
    hint: 'The exclusion leaves the counts, and its dates are crossed out. The governors must look again.',
    payload: z.strictObject({
      notifiedOn: day(
        'When were the governors told?',
        'Leave empty if it was the same day',
      ).optional(),
    }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;
