import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, decimal, school, text, yesNo } from '../../fields';
import { EXCLUSION_REASONS } from '../../tats-case/events/decisions';
import { team } from './fields';

/** The exclusion itself, who was told, and the education from the sixth day. */
export const recordingEvents = {
  EXCLUSION_RECORDED: {
    title: 'Record an exclusion',
    happened: 'Exclusion recorded',
    hint: 'A permanent exclusion, or a suspension that the governors must look at or that lasts more than 5 school days.',
    payload: z.strictObject({
      kind: choice('What is it?', {
        permanent: 'Permanent exclusion',
        suspension: 'Suspension',
      }),
      firstDay: day('First school day of the exclusion'),
      schoolUrn: school('Which school excluded?').optional(),
      reasonCodes: choices('Reasons given by the school', EXCLUSION_REASONS).optional(),
      boardToldOn: day(
        'When were the governors told?',
        'Leave empty if it was the same day',
      ).optional(),
      schoolDays: decimal('If it is a suspension: how many school days?', 0.5, 45).optional(),
      daysInTerm: decimal(
        'If it is a suspension: school days in this term, with this one',
        0.5,
        66,
      ).optional(),
      examMissed: yesNo('Does the child miss a public exam or national test?').optional(),
      educationAsked: yesNo('Is there already a request for education (section 19)?').optional(),
    }),
    example: { kind: 'permanent', firstDay: '2025-11-03' },
    roles: team,
  },
  EVERYBODY_TOLD: {
    title: 'Record who was told of the exclusion',
    happened: 'Those who must know were told',
    payload: z.strictObject({
      told: choices('Who was told, without delay?', {
        parents: 'Parents',
        authority: 'The council',
        social_worker: 'Social worker, if there is one',
        virtual_school: 'Virtual school, if the child is in care',
      }),
      missing: text('Who is still to be told, and by whom?').optional(),
    }),
    example: { told: ['parents', 'authority'] },
    roles: team,
    prominence: 'usual',
  },
  EDUCATION_STARTED: {
    title: 'Record that full-time education has started',
    happened: 'Full-time education started',
    payload: z.strictObject({
      provider: text('Who gives it?'),
      fullTime: yesNo('Is it full time?').optional(),
    }),
    example: { provider: 'Wendmoor Academy for Alternative Provision' },
    roles: team,
    prominence: 'hoped',
  },
  REPRESENTATIONS_MADE: {
    title: 'Record that the family has written to the governors',
    happened: 'Family gave its views to the governors',
    hint: 'For more than 5 school days in a term the governors must then meet within 50.',
    payload: z.strictObject({ what: area('What do they say?').optional() }),
    example: {},
    roles: team,
    prominence: 'usual',
  },
  EXCLUSION_CANCELLED: {
    title: 'Record that the head has cancelled the exclusion',
    happened: 'Exclusion cancelled by the head',
    hint: 'Only before the governors have met. Its dates are crossed out, not deleted.',
    payload: z.strictObject({ backOn: day('Back at school on').optional() }),
    example: {},
    roles: team,
    prominence: 'other',
  },
  SUSPENSION_ENDED: {
    title: 'Close: the suspension is over',
    happened: 'Suspension over',
    payload: z.strictObject({
      backOn: day('Back at school on').optional(),
      replaced: yesNo('Has a permanent exclusion taken its place?').optional(),
    }),
    example: {},
    roles: team,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
