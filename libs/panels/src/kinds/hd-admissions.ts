import { needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** High Dependency admissions: who is offered one of the few places of a unit (handbook 3.2 and 7). */
export const hdAdmissions: PanelKind = {
  code: 'hd_admissions',
  name: 'High Dependency admissions',
  purpose: 'Offers the places of the High Dependency units, and ratifies longer stays.',
  terms: {
    cadence: {
      every: 'month',
      weekday: 4,
      startsAt: '13:30',
      minutes: 120,
      termOnly: true,
      from: '2026-09-03',
    },
    papersDue: { n: 5, unit: 'SD', at: '17:00' },
    papersOut: { n: 3, unit: 'SD', at: '12:00' },
    quorum: [
      needs('chair', 'chair'),
      needs('host_lead', 'host school lead'),
      needs('psychology', 'psychology'),
      needs('send', 'SEND'),
      needs('finance', 'finance'),
    ],
    opening: 10,
    fresh: { count: 5, minutes: 15 },
    review: { count: 6, minutes: 5 },
    mostDeferrals: 1,
    minutesWorkingDays: 3,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'host_lead', 'psychology', 'send', 'finance'],
  decides: {
    hd_referral: {
      fresh: ['panel_listed', 'assessment_review'],
      review: ['waitlisted'],
      reviewClocks: ['wl_review'],
      comesFor: {
        assessment_review: 'The assessment place is over: only the panel ratifies a longer stay',
        waitlisted: 'The panel looks through its waiting list from time to time',
      },
      notYet: {
        referred: 'ELIGIBILITY_PASSED',
        information_needed: 'INFO_RECEIVED',
        assessment_place: 'ASSESSMENT_REVIEW_STARTED',
      },
      withoutPapers: ['information_needed'],
      defers: { event: 'PANEL_DEFERRED', from: ['panel_listed'] },
      decisions: ['PANEL_OFFER', 'PANEL_WAITLIST', 'PANEL_NOT_SUITABLE', 'CONTINUE_SUBSTANTIVE'],
      also: [
        'START_REINTEGRATION',
        'END_OTHER_SPECIALIST',
        'END_OTHER_AP',
        'WAITLIST_REVIEWED',
        'WAITLIST_REVIEW_REMOVE',
      ],
    },
  },
  asksEhcQuestion: false,
};
