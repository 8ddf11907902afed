import { CHAIRED, needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** Vulnerable Learners group: looks through the watch list every six school weeks (handbook 3.2 and 8.3). */
export const vulnerableLearners: PanelKind = {
  code: 'vlg',
  name: 'Vulnerable Learners group',
  purpose: 'Looks through the list of children who are missing education, so that nobody is lost.',
  terms: {
    cadence: {
      every: 'six_school_weeks',
      weekday: 4,
      startsAt: '10:00',
      minutes: 90,
      termOnly: true,
      from: '2026-09-10',
    },
    papersDue: { n: 5, unit: 'WD', at: '17:00' },
    papersOut: { n: 3, unit: 'WD', at: '12:00' },
    quorum: [
      CHAIRED,
      needs('data', 'data analyst'),
      {
        anyOf: [
          'attendance',
          'psychology',
          'send',
          'early_help',
          'mental_health',
          'virtual_school',
          'specialist_teacher',
        ],
        label: 'three services',
        count: 3,
        different: true,
      },
    ],
    opening: 10,
    fresh: { count: 20, minutes: 2 },
    review: { count: 40, minutes: 1 },
    mostDeferrals: 2,
    minutesWorkingDays: 5,
  },
  core: [
    'chair',
    'deputy_chair',
    'coordinator',
    'data',
    'attendance',
    'psychology',
    'send',
    'early_help',
    'virtual_school',
  ],
  decides: {},
  asksEhcQuestion: false,
};
