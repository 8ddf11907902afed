import { CHAIRED, needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** Education Inclusion Panel: anxiety about school and education otherwise (handbook 3.2 and 8.2). */
export const educationInclusion: PanelKind = {
  code: 'eip',
  name: 'Education Inclusion Panel',
  purpose:
    'Decides on support for children who are anxious about school, and on education for those who cannot go in.',
  terms: {
    cadence: {
      every: 'week',
      weekday: 2,
      startsAt: '09:30',
      minutes: 120,
      termOnly: true,
      from: '2026-09-01',
    },
    papersDue: { n: 5, unit: 'SD', at: '17:00' },
    papersOut: { n: 3, unit: 'SD', at: '12:00' },
    quorum: [
      CHAIRED,
      needs('psychology', 'psychology'),
      needs('attendance', 'attendance'),
      { ...needs('send', 'SEND officer, as the child has a plan'), when: 'has_plan' },
    ],
    opening: 10,
    fresh: { count: 8, minutes: 10 },
    review: { count: 3, minutes: 10 },
    mostDeferrals: 2,
    minutesWorkingDays: 5,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'psychology', 'attendance', 'send'],
  decides: {
    ebsna: {
      fresh: ['panel_listed'],
      review: [],
      notYet: { triage: 'TRIAGE_TO_PANEL', more_information: 'INFO_RECEIVED' },
      withoutPapers: ['more_information'],
      defers: { event: 'PANEL_DEFERRED', from: ['panel_listed'] },
      decisions: ['PANEL_ALLOCATED', 'PANEL_ADVICE', 'PANEL_OTHER_ROUTE'],
    },
    s19_request: {
      fresh: ['panel_listed'],
      review: [],
      notYet: { received: 'ACKNOWLEDGED', information: 'LISTED' },
      defers: { event: 'PANEL_DEFERRED', from: ['panel_listed'] },
      decisions: ['S19_AGREED', 'S19_NOT_AGREED'],
    },
  },
  asksEhcQuestion: false,
};
