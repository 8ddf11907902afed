import { SERVICES } from '@app/panels';
import { ask } from '@app/pathways';
import { z } from 'zod';

/** Services that come to single items. */
const CALLED = {
  school_lead: SERVICES.school_lead,
  social_worker: SERVICES.social_worker,
  virtual_school: SERVICES.virtual_school,
  case_officer: SERVICES.case_officer,
  early_help: SERVICES.early_help,
  nursing: SERVICES.nursing,
  police: SERVICES.police,
  youth_justice: SERVICES.youth_justice,
} as const;

const reason = ask.area('Why?', 'It is kept with the agenda');

/** What a person may do to one line of an agenda. */
export const lineForm = z.strictObject({
  what: ask.choice('What do you want to do?', {
    dropped: 'Take it off this agenda',
    added: 'Put it on this agenda',
    urgent: 'Call it urgent (chair): first, and beyond the slots if need be',
    reordered: 'Move it to another place',
    asked: 'Ask a service to this item',
    not_asked: 'Leave a service out of this item',
    may_wait: 'Approve that it waits once more (head of service)',
  }),
  to: ask.whole('To move it: to which place?', 1, 60).optional(),
  service: ask
    .choice(
      'To ask or leave out: which service?',
      CALLED,
      'Police and youth justice come only where the child calls for them',
    )
    .optional(),
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
