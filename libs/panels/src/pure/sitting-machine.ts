import { type Pathway, type PathwayEvent } from '@app/pathways';
import { setup } from 'xstate';
import { sittingEvents, STAGES } from './sitting-events';
import { sittingGuards } from './sitting-guards';

type GuardName = keyof typeof sittingGuards;

const tests = Object.fromEntries(
  Object.entries(sittingGuards).map(([name, { test }]) => [name, test]),
) as Record<GuardName, (typeof sittingGuards)[GuardName]['test']>;

const cancelled = { guard: 'reason', target: 'cancelled' } as const;
const addsLate = { guard: { type: 'all', params: ['chairApproves', 'reason'] } } as const;
const over = { type: 'final', tags: ['closed'] } as const;

/**
 * The life of a sitting (handbook 3.3), with three arrows more than the handbook draws.
 * - `QUORUM_RESTORED`: somebody who steps out for ten minutes comes back. Sending six children to the next week for that
 *   would do them harm, so the chair waits; items move only when the chair says `RELISTED`.
 * - `RELISTED` after something was decided leads to the minutes: what the room decided while it had its quorum needs them
 *   as any other decision does. Where nothing was decided it closes.
 * - `LATE_ITEM_ADDED` in the room: a school may bring a child on the day, and the chair decides whether to hear it.
 */
const sittingMachine = setup({
  types: {
    context: {},
    events: {} as PathwayEvent,
    tags: {} as 'closed',
  },
  guards: {
    ...tests,
    all: (input, names: readonly GuardName[]) => names.every((name) => tests[name](input)),
  },
}).createMachine({
  id: 'panel_meeting',
  type: 'parallel',
  context: {},
  states: {
    work: {
      initial: 'scheduled',
      states: {
        scheduled: { on: { AGENDA_OPENED: 'agenda_open', MEETING_CANCELLED: cancelled } },
        agenda_open: {
          on: {
            AGENDA_LOCKED: { guard: 'paperDeadlinePassed', target: 'papers_out' },
            MEETING_CANCELLED: cancelled,
          },
        },
        papers_out: {
          on: {
            LATE_ITEM_ADDED: addsLate,
            MEETING_STARTED: [{ guard: 'quorate', target: 'in_session' }, { target: 'inquorate' }],
            MEETING_CANCELLED: cancelled,
          },
        },
        in_session: {
          on: {
            LATE_ITEM_ADDED: addsLate,
            QUORUM_LOST: 'inquorate',
            MEETING_ENDED: { guard: 'everyItemSettled', target: 'minutes_draft' },
          },
        },
        inquorate: {
          on: {
            QUORUM_RESTORED: { guard: 'quorate', target: 'in_session' },
            RELISTED: [
              { guard: 'somethingDecided', target: 'minutes_draft' },
              { target: 'closed' },
            ],
          },
        },
        minutes_draft: { on: { MINUTES_APPROVED: { guard: 'actorIsChair', target: 'closed' } } },
        closed: over,
        cancelled: over,
      },
    },
  },
});

/** The meeting machine in the shape in which any machine here is stepped. */
export const panelMeeting: Pathway = {
  name: 'panel_meeting',
  version: 1,
  title: 'Sitting of a panel',
  opening: 'Plan a sitting',
  seenBy: ['panel_coordinator', 'panel_chair'],
  heldBy: ['panel_coordinator'],
  prefix: 'SI',
  opensWith: 'SITTING_PLANNED',
  events: sittingEvents,
  machine: sittingMachine,
  guards: sittingGuards,
  clocks: [],
  copy: { states: { work: STAGES }, stages: [] },
};
