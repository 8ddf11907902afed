import { z } from 'zod';
import { type ClockRule } from './clock-rule';
import { type EventDefinition } from './event';
import { area, choice, school, schools, text } from './fields';
import { type Role } from './role';

/** A school is asked before a plan names it: Children and Families Act 2014, section 39(2). */
export const consultingEvents = (roles: readonly Role[]) =>
  ({
    CONSULTATION_SENT: {
      title: 'Consult schools or settings',
      happened: 'Schools or settings consulted',
      payload: z.strictObject({
        settings: schools('Which schools or settings?'),
        papers: text('Which papers were sent?').optional(),
      }),
      example: { settings: ['199020'] },
      roles,
      prominence: 'usual',
    },
    CONSULTATION_REPLY: {
      title: 'Record a school’s answer',
      happened: 'A consulted school answered',
      payload: z.strictObject({
        setting: school('Which school or setting?'),
        reply: choice('What does it say?', {
          can_meet: 'It can meet the needs',
          cannot_meet: 'It says it cannot',
          full: 'It says it is full',
        }),
        ground: choice('If it objects: the ground', {
          unsuitable: 'Unsuitable for the child',
          incompatible_others: 'Would harm the education of others',
          incompatible_resources: 'Would not be an efficient use of resources',
        }).optional(),
        reason: area('Its reasons').optional(),
      }),
      example: { setting: '199020', reply: 'can_meet' },
      roles,
      prominence: 'usual',
    },
  }) as const satisfies Record<string, EventDefinition>;

/** One clock for each school that was asked; these events end the question. */
export const consultDue = (...voidBy: string[]): ClockRule => ({
  code: 'consult_due',
  basis: 'guidance',
  effective: { from: '2014-09-01' },
  source: 'SEND Code of Practice 9.83',
  label: 'School’s answer',
  ask: 'Ask the school for its answer',
  because: 'A consulted school has 15 days to answer.',
  doneBy: 'CONSULTATION_REPLY',
  holder: 'the school',
  starts: [{ on: ['CONSULTATION_SENT'] }],
  subjects: ({ event }) => event.payload['settings'] as string[],
  limit: { unit: 'CD', n: 15 },
  metBy: ['CONSULTATION_REPLY'],
  metSubjects: ({ event }) => [String(event.payload['setting'])],
  voidBy,
});
