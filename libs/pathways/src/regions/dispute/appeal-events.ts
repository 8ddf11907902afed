import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { choice, day, rows, text } from '../../fields';
import { type Role } from '../../role';
import { type About } from './about';

/** What the Tribunal sets a day for. */
export const TRIBUNAL_STEPS = {
  response: 'Our answer to the appeal',
  evidence: 'Our evidence',
  working_document: 'Working document',
  bundle: 'Bundle',
  hearing: 'Hearing',
} as const;

/** An appeal and its diary. */
export const appealEvents = <Asked extends About>(officers: readonly Role[], about: Asked) =>
  ({
    APPEAL_LODGED: {
      title: 'Record an appeal',
      happened: 'Appeal lodged',
      payload: z.strictObject({
        registeredAs: text('Tribunal’s number').optional(),
        receivedOn: day(
          'When did the appeal reach the council?',
          'Leave empty if it is the same day',
        ).optional(),
        ...about,
      }),
      example: {},
      roles: officers,
      prominence: 'rare',
    },
    DIRECTIONS_RECEIVED: {
      title: 'Record the days that the Tribunal has set',
      happened: 'Tribunal set days',
      hint: 'A day that the Tribunal sets comes before the day of the rules.',
      payload: z.strictObject({
        days: rows(
          'Days set',
          { what: choice('For what?', TRIBUNAL_STEPS), on: day('Day') },
          { max: 10, each: 'Day' },
        ),
      }),
      example: { days: [{ what: 'bundle', on: '2027-03-01' }] },
      roles: officers,
      prominence: 'usual',
    },
    TRIBUNAL_STEP_TAKEN: {
      title: 'Record a step of the appeal',
      happened: 'Step of the appeal taken',
      payload: z.strictObject({
        what: choice('What was done?', TRIBUNAL_STEPS),
        note: text('Note').optional(),
      }),
      example: { what: 'response' },
      roles: officers,
      prominence: 'hoped',
    },
    DISPUTE_CLOSED: {
      title: 'Record that the dispute has ended',
      happened: 'Dispute ended',
      payload: z.strictObject({
        outcome: text('How did it end?'),
        how: choice('Which of these is it?', {
          agreed: 'Agreed between us',
          withdrawn: 'The family withdrew it',
          dismissed: 'The Tribunal dismissed the appeal',
          struck_out: 'The Tribunal struck it out',
          conceded: 'We gave way',
          ordered: 'The Tribunal made an order',
        }).optional(),
      }),
      example: { outcome: 'Agreed in mediation' },
      roles: officers,
      prominence: 'other',
    },
  }) as const satisfies Record<string, EventDefinition>;
