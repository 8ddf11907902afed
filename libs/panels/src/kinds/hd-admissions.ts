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
      minutes: 90,
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
    review: { count: 1, minutes: 5 },
    mostDeferrals: 1,
    minutesWorkingDays: 3,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'host_lead', 'psychology', 'send', 'finance'],
  decides: {
    hd_referral: {
      fresh: ['panel_listed'],
      review: [],
      notYet: { information_needed: 'INFO_RECEIVED' },
      defers: 'PANEL_DEFERRED',
      decisions: ['PANEL_OFFER', 'PANEL_WAITLIST', 'PANEL_NOT_SUITABLE'],
    },
  },
  asksEhcQuestion: false,
};
