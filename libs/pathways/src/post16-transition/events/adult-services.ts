import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, choices, day, lines, text, yesNo } from '../../fields';
import { WORKERS } from '../../regions';

const SERVICES = {
  adult_social_care: 'Adult social care',
  adult_health: 'Health services for adults',
  mental_health: 'Mental health services for adults',
  continuing_care: 'NHS continuing healthcare',
  housing: 'Housing',
} as const;

/** Whether services for adults are needed from 18 on, and that nobody falls between the two (Care Act 2014, sections 58 to 66). */
export const adultServicesEvents = {
  ADULT_SERVICES_CONSIDERED: {
    title: 'Record whether services for adults are likely to be needed',
    verb: 'Consider services for adults',
    happened: 'Services for adults considered',
    payload: z.strictObject({
      needed: yesNo('Is the young person likely to need them from 18 on?'),
      services: choices('Which?', SERVICES).optional(),
      reason: area('Why, or why not?'),
      agreed: yesNo('Does the young person agree to the referral?').optional(),
    }),
    example: { needed: true, services: ['adult_social_care'], reason: 'Needs help every day' },
    roles: WORKERS,
    prominence: 'other',
  },
  ADULT_SERVICES_ANSWERED: {
    title: 'Record the answer of services for adults',
    happened: 'Services for adults answered',
    payload: z.strictObject({
      outcome: choice('What did they answer?', {
        accepted: 'They will help',
        not_eligible: 'The young person does not meet their conditions',
        later: 'Too early; ask again',
      }),
      startsOn: day('From which day will they help?').optional(),
      contact: text('Who is the contact?').optional(),
      reason: area('Reasons').optional(),
    }),
    example: { outcome: 'accepted', startsOn: '2027-03-08' },
    roles: WORKERS,
    prominence: 'other',
  },
  ADULT_HANDOVER_HELD: {
    title: 'Record the hand-over to services for adults',
    happened: 'Handed over to services for adults',
    payload: z.strictObject({
      attendees: lines('Who came?', { min: 2 }),
      planAgreed: yesNo('Has the young person agreed the plan?'),
      agreed: lines('What was agreed?').optional(),
    }),
    example: { attendees: ['Young person', 'Adult social worker'], planAgreed: true },
    roles: WORKERS,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
