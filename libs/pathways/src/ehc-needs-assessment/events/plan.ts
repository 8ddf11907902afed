import { z } from 'zod';
import { representationsEnd, sentPlanFields } from '../../amending';
import { consultingEvents } from '../../consulting';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';
import { CHANNELS, decider, officers } from './fields';

/** The draft, the family’s views, the schools that are asked, and the final plan. */
export const planEvents = {
  DRAFT_ISSUED: {
    title: 'Send the draft plan',
    happened: 'Draft plan sent to the family',
    payload: z.strictObject({
      qualityCheck: choice('Quality check', {
        done: 'Done',
        released: 'Not done: a manager releases the draft',
      }),
      releaseReason: area('Why release it without the check?').optional(),
      servedOn: day(
        'Day the family receives it',
        'Leave empty if it is the same day. First-class post: the second working day after posting.',
      ).optional(),
      how: choice('How is it sent?', CHANNELS).optional(),
    }),
    example: { qualityCheck: 'done' },
    roles: officers,
    prominence: 'hoped',
  },
  REPRESENTATIONS_RECEIVED: {
    title: 'Record the family’s views on the draft',
    happened: 'Family’s views on the draft received',
    payload: z.strictObject({
      finished: yesNo('Has the family said they have finished?'),
      views: area('What do they say?').optional(),
      asksForSetting: text('School or setting they ask for').optional(),
    }),
    example: { finished: true },
    roles: officers,
    prominence: 'hoped',
  },
  ...representationsEnd,
  DRAFT_REISSUED: {
    title: 'Send a new draft',
    happened: 'New draft sent to the family',
    payload: z.strictObject({
      materialChange: yesNo('Is the change a material one?'),
      servedOn: day('Day the family receives it').optional(),
      what: area('What has changed?').optional(),
    }),
    example: { materialChange: true },
    roles: officers,
    prominence: 'other',
  },
  FINAL_ISSUED: {
    title: 'Send the final plan',
    happened: 'Final plan sent',
    payload: z.strictObject({
      sectionsComplete: yesNo('Are sections A to K complete?'),
      ...sentPlanFields,
    }),
    example: { sectionsComplete: true, appealLetter: true, named: 'school', urn: '199020' },
    roles: decider,
    prominence: 'hoped',
  },
  ...consultingEvents(officers),
  CONSULTATIONS_COMPLETE: {
    title: 'Close the consultation',
    happened: 'Consultation closed',
    payload: z.strictObject({ note: area('Note').optional() }),
    example: {},
    roles: ['system', ...officers],
    prominence: 'usual',
  },
  CHALLENGE_PERIOD_ENDED: {
    title: 'Close: the time to appeal has passed',
    happened: 'The time to appeal passed',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...officers],
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
