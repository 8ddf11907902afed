import { all } from '../building-blocks';

const ended = { target: 'full_time', actions: 'endPartTime' } as const;

/** Whether the child is expected full time (handbook 5.4 and 5.6). */
export const timetableRegion = {
  initial: 'full_time',
  states: {
    full_time: {
      on: {
        PTT_STARTED: {
          guard: all('parentAgreed', 'endDateWithin30SchoolDays', 'reasonNotBehaviour'),
          target: 'part_time',
          actions: 'startPartTime',
        },
      },
    },
    part_time: {
      on: {
        PTT_REVIEWED: { guard: 'hoursNotLower', actions: 'keepHours' },
        PTT_EXTENDED: {
          guard: all('approverOk', 'totalWeeks12', 'hoursNotLower'),
          actions: 'keepHours',
        },
        PTT_ENDED: ended,
        PTT_END_PASSED: 'part_time_overdue',
      },
    },
    part_time_overdue: {
      entry: { type: 'send', params: { notice: 'N-25', to: ['school', 'manager'] } },
      on: {
        PTT_EXTENDED: {
          guard: all('approverOk', 'hoursNotLower'),
          target: 'part_time',
          actions: 'keepHours',
        },
        PTT_ENDED: ended,
        PTT_ESCALATED: { actions: 'considerSection19PartTime' },
      },
    },
  },
} as const;
