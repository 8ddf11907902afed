import { ask, type EventDefinition, type Role } from '@app/pathways';
import { z } from 'zod';

/** Words for every stage of a sitting. */
export const STAGES = {
  scheduled: 'Scheduled',
  agenda_open: 'Agenda open',
  papers_out: 'Papers out',
  in_session: 'In session',
  inquorate: 'Without a quorum',
  minutes_draft: 'Minutes in draft',
  closed: 'Closed',
  cancelled: 'Cancelled',
} as const;
export type SittingStage = keyof typeof STAGES;

const RUNS: readonly Role[] = ['panel_coordinator', 'panel_chair'];

const plain = (title: string): EventDefinition => ({
  title,
  payload: z.strictObject({}),
  example: {},
  roles: RUNS,
});

const withReason = (title: string, question: string, reason: string): EventDefinition => ({
  title,
  payload: z.strictObject({ reason: ask.area(question) }),
  example: { reason },
  roles: RUNS,
});

/** What can happen to a sitting (handbook 3.3). */
export const sittingEvents = {
  AGENDA_OPENED: plain('Open the agenda'),
  AGENDA_LOCKED: plain('Fix the agenda and send the papers out'),
  LATE_ITEM_ADDED: withReason(
    'Add a late item',
    'Why can it not wait for the next sitting?',
    'The school may exclude him for good this week',
  ),
  MEETING_STARTED: plain('Start the sitting'),
  QUORUM_LOST: plain('Note that the quorum is lost'),
  QUORUM_RESTORED: plain('Go on with a quorum'),
  MEETING_ENDED: plain('Close the sitting'),
  RELISTED: plain('Send the remaining items to the next sitting'),
  MINUTES_APPROVED: { ...plain('Approve the minutes'), roles: ['panel_chair'] },
  MEETING_CANCELLED: withReason(
    'Call the sitting off',
    'Why is it called off?',
    'Snow: most schools are shut',
  ),
} satisfies Record<string, EventDefinition>;
export type SittingEventType = keyof typeof sittingEvents;
