import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';
import { ADVISERS, CHANNELS, decider, officers, decision } from './fields';

const adviser = choice('Whose advice?', ADVISERS);

/** Advice of regulation 6, and the decision whether to issue a plan. */
export const adviceEvents = {
  ADVICE_REQUESTED: {
    title: 'Ask for more advice',
    happened: 'More advice asked for',
    hint: 'Their six weeks run from the day the request reaches them.',
    payload: z.strictObject({
      adviser,
      reachesOn: day(
        'When does the request reach them?',
        'Leave empty if it is the same day',
      ).optional(),
      note: text('What is asked?').optional(),
    }),
    example: { adviser: 'slt' },
    roles: officers,
    prominence: 'other',
  },
  ADVICE_CHASED: {
    title: 'Chase advice',
    verb: 'Chase it',
    happened: 'Advice chased',
    payload: z.strictObject({
      adviser,
      how: choice('How?', CHANNELS),
      note: text('What did they say?').optional(),
    }),
    example: { adviser: 'ep', how: 'phone' },
    roles: officers,
    prominence: 'usual',
  },
  ADVICE_RECEIVED: {
    title: 'Record advice that has arrived',
    happened: 'Advice arrived',
    payload: z.strictObject({
      adviser,
      quality: choice('How good is it?', {
        good: 'Good enough to write a plan from',
        gaps: 'It has gaps that we can accept',
        back: 'Not good enough: it must go back',
      }),
      gapAccepted: text('Which gap, and why is it acceptable?').optional(),
      askedAgain: text('If it must go back: what is asked for?').optional(),
      reachesOn: day(
        'If it must go back: when does the new request reach them?',
        'Leave empty if it is the same day. They have six weeks again.',
      ).optional(),
    }),
    example: { adviser: 'school', quality: 'good' },
    roles: officers,
    prominence: 'usual',
  },
  ADVICE_COMPLETE: {
    title: 'Record that all advice is in',
    happened: 'All advice in',
    payload: z.strictObject({
      basis: choice('On what ground?', {
        all_in: 'Everything that was asked for has arrived',
        existing_reused:
          'Advice we already have is used, and its author, the council and the family are satisfied with it',
        missing_recorded: 'Some is missing, and the decision maker goes on without it',
      }),
      authorSatisfied: yesNo('Is the author of the existing advice satisfied?').optional(),
      authoritySatisfied: yesNo('Is the council satisfied?').optional(),
      familySatisfied: yesNo('Is the family satisfied?').optional(),
      missingReason: area('Why go on without it?', 'The family can see this reason').optional(),
    }),
    example: {
      basis: 'missing_recorded',
      missingReason: 'Advice is held on paper and was read by the decision maker',
    },
    roles: officers,
    prominence: 'hoped',
  },
  AGREED_TO_ISSUE: {
    title: 'Agree to issue a plan',
    happened: 'Agreed to issue a plan',
    payload: z.strictObject({ panelAdvised: decision.panelAdvised, note: area('Note').optional() }),
    example: {},
    roles: decider,
    prominence: 'hoped',
  },
  REFUSED_TO_ISSUE: {
    title: 'Decide not to issue a plan',
    happened: 'Decided not to issue a plan; family told',
    payload: z.strictObject({ reasons: decision.reasons, panelAdvised: decision.panelAdvised }),
    example: { reasons: 'The advice shows that the school can meet the needs from its own means' },
    roles: decider,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
