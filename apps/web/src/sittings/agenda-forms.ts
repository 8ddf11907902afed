import { ask } from '@app/pathways';
import { z } from 'zod';

const reason = ask.area('Why?', 'It is kept with the agenda');

/** What a person may do to one line of an agenda. */
export const lineForm = z.strictObject({
  what: ask.choice('What do you want to do?', {
    dropped: 'Take it off this agenda',
    added: 'Put it on this agenda',
    urgent: 'Call it urgent (chair): first, and beyond the slots if need be',
    reordered: 'Move it to another place',
  }),
  to: ask.whole('To which place?', 1, 60).optional(),
  reason,
});

/** A child who comes late. */
export const lateForm = z.strictObject({
  reference: ask.text('Case number', 'For example, TATS-0012'),
  reason: ask.area('Why can it not wait for the next sitting?'),
});

/** A whole school as an item. */
export const schoolForm = z.strictObject({
  urn: ask.school('Which school?'),
  concern: ask.area('What is the concern?', 'About the school as a whole. Name no child'),
  reason: ask.text('Who asked for it, and why now?'),
});

/** Why a sitting does not take place. */
export const cancelForm = z.strictObject({ reason: ask.area('Why is it called off?') });
