import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, group, text, yesNo } from '../../fields';
import { WORKERS } from '../../regions';

const OPINION = {
  sen: 'Has or probably has special educational needs',
  disability: 'Has or probably has a disability',
  both: 'Both',
} as const;

/** What a health body says when it brings a child under school age to the council's attention (Children and Families Act 2014, s 23). */
const notice = {
  body: text('Which health body?', 'For example: the community trust, a GP surgery'),
  professional: text('Who wrote?').optional(),
  opinion: choice('What is their opinion?', OPINION),
  writtenOn: day('When did they write?').optional(),
  parentTold: yesNo(
    'Has the parent been told, and had a chance to discuss it?',
    'The health body does this before it tells the council.',
  ),
  organisationsNamed: yesNo('Was the parent told of organisations that can help?').optional(),
};

export const noticeFromHealth = () => group('Notification from health', notice);

/** A notification is acknowledged and triaged; what level of support follows is `LEVEL_SET`. */
export const healthEvents = {
  HEALTH_NOTIFICATION: {
    title: 'Record a notification from health',
    happened: 'Notification from health received',
    hint: 'For a child who is already known here. A child who is not known is added with “Add a child to the list”.',
    payload: z.strictObject(notice),
    example: { body: 'Community health trust', opinion: 'sen', parentTold: true },
    roles: WORKERS,
    prominence: 'other',
  },
  HEALTH_NOTIFICATION_ACKNOWLEDGED: {
    title: 'Acknowledge the notification from health',
    verb: 'Acknowledge the notification',
    happened: 'Notification from health acknowledged',
    payload: z.strictObject({
      parentTold: yesNo('Have we checked that the parent knows of the notification?'),
      note: area('Note').optional(),
    }),
    example: { parentTold: true },
    roles: WORKERS,
    prominence: 'other',
  },
  HEALTH_NOTIFICATION_TRIAGED: {
    title: 'Triage the notification from health',
    verb: 'Triage the notification',
    happened: 'Notification from health triaged',
    payload: z.strictObject({
      outcome: choice('What follows?', {
        transition: 'Support with the start at school: set the level next',
        ehc: 'Support here, and look at whether an EHC needs assessment is needed',
        setting: 'The setting’s own support is enough: set the universal level next',
        known: 'The child has this help already',
      }),
      reason: area('Why?'),
      parentView: area('What does the parent say?').optional(),
    }),
    example: { outcome: 'transition', reason: 'Starts school in September with new needs' },
    roles: ['specialist_teacher', 'transition_lead', 'send_manager', 'y6_worker'],
    prominence: 'usual',
  },
} as const satisfies Record<string, EventDefinition>;
