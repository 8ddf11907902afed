import { ask } from '@app/pathways';
import { z } from 'zod';

/** The forms of an action, by what they do. A field may be left out where a default is said. */
export const actionForms = {
  add: z.strictObject({
    text: ask.area('What is to be done?', 'One thing that one person can do and show'),
    ownerId: ask
      .officer(
        'Who will do it?',
        'Somebody who works on this case, or the child’s school. For anyone else, fill in the next two',
      )
      .optional(),
    ownerName: ask.text('Name of the person, if they have no account').optional(),
    ownerEmail: ask
      .text('Their e-mail address', 'They are reminded there, without the child’s name')
      .optional(),
    dueOn: ask
      .day(
        'By when?',
        'Leave it empty for 10 working days, or 10 school days for a school or family',
      )
      .optional(),
  }),
  MARK_DONE: z.strictObject({
    evidenceText: ask.area(
      'How do we know that it is done?',
      'If somebody told you: who, how and when',
    ),
  }),
  MARK_BLOCKED: z.strictObject({
    reason: ask.area('Why can it not be done?', 'Whoever leads the work is told'),
  }),
  REASSIGNED: z.strictObject({
    ownerId: ask.officer('Who will do it now?').optional(),
    ownerName: ask.text('Name of the person, if they have no account').optional(),
    ownerEmail: ask.text('Their e-mail address').optional(),
    newDue: ask.day('By when?'),
  }),
  CANCELLED: z.strictObject({ reason: ask.area('Why is it no longer to be done?') }),
  VERIFIED: z.strictObject({ note: ask.area('What did you check?').optional() }),
  REJECTED: z.strictObject({
    reason: ask.area('What is still missing?', 'The owner gets 5 more school days'),
  }),
} as const;

export type ActionDetails = z.infer<(typeof actionForms)['add']>;

/** The events of an action that a person records. */
export type PersonalEvent = Exclude<keyof typeof actionForms, 'add'>;
