import { CHAIRED, needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** Team Around the School: weekly, around the school and the children at risk in it (handbook 3.2 and 6). */
export const tats: PanelKind = {
  code: 'tats',
  name: 'Team Around the School',
  purpose: 'Agrees each week what schools and services do for pupils at risk of exclusion.',
  terms: {
    cadence: {
      every: 'week',
      weekday: 3,
      startsAt: '13:30',
      minutes: 120,
      termOnly: true,
      from: '2026-09-02',
    },
    papersDue: { n: 4, unit: 'WD', at: '17:00' },
    papersOut: { n: 3, unit: 'WD', at: '12:00' },
    quorum: [
      CHAIRED,
      needs('psychology', 'psychology'),
      needs('attendance', 'attendance'),
      {
        anyOf: ['specialist_teacher', 'mental_health', 'nursing'],
        label: 'one of specialist teacher, mental health, nursing',
      },
    ],
    opening: 15,
    fresh: { count: 6, minutes: 12 },
    review: { count: 6, minutes: 5 },
    mostDeferrals: 2,
    minutesWorkingDays: 5,
  },
  core: [
    'chair',
    'deputy_chair',
    'coordinator',
    'psychology',
    'attendance',
    'specialist_teacher',
    'mental_health',
    'nursing',
    'early_help',
  ],
  decides: {
    tats_case: {
      fresh: ['triage', 'listed', 'in_discussion'],
      review: ['actions_live', 'review_listed'],
      reviewClocks: ['review_date'],
      notYet: { identified: 'TRIAGE_STARTED', info_requested: 'INFO_RECEIVED' },
      withoutPapers: ['info_requested'],
      lists: {
        triage: 'LISTED_FOR_MEETING',
        info_requested: 'LISTED_FOR_MEETING',
        actions_live: 'REVIEW_LISTED',
      },
      listsUrgent: { event: 'LISTED_URGENT', from: 'triage' },
      opens: { event: 'ITEM_OPENED', from: ['listed', 'review_listed'] },
      defers: { event: 'ITEM_DEFERRED', from: ['listed', 'in_discussion'] },
      notHeld: 'MEETING_NOT_HELD',
      decisions: [
        'DECISION_ACTIONS',
        'DECISION_SIGNPOST',
        'DECISION_MOVE_PATHWAY',
        'DECISION_ESCALATE',
        'DECISION_CLOSE_STABLE',
      ],
    },
  },
  asksEhcQuestion: true,
  schoolsJoin: true,
};
