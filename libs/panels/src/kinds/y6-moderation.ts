import { needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** Year 6 moderation: twice a winter, early December and late January (handbook 3.2 and 4). */
export const y6Moderation: PanelKind = {
  code: 'y6_moderation',
  name: 'Year 6 moderation',
  purpose: 'Decides which children get a place on Year 6 targeted transition.',
  terms: {
    cadence: {
      every: 'dates',
      weekday: 3,
      startsAt: '09:30',
      minutes: 180,
      termOnly: true,
      from: '2026-12-02',
      dates: ['2026-12-02', '2027-01-27'],
    },
    papersDue: { n: 5, unit: 'WD', at: '17:00' },
    papersOut: { n: 3, unit: 'WD', at: '12:00' },
    quorum: [
      needs('chair', 'chair'),
      { anyOf: ['advisory'], label: 'two advisory leads', count: 2 },
      needs('finance', 'finance observer'),
    ],
    opening: 15,
    fresh: { count: 45, minutes: 3 },
    review: { count: 0, minutes: 3 },
    mostDeferrals: 2,
    minutesWorkingDays: 5,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'advisory', 'finance'],
  decides: {
    y6_transition: {
      fresh: ['moderation'],
      review: [],
      notYet: { screening: 'SCORE_CONFIRMED' },
      defers: { event: 'PANEL_DEFERRED', from: ['moderation'] },
      decisions: ['PANEL_ACCEPTED', 'PANEL_DECLINED'],
    },
  },
  asksEhcQuestion: false,
};
