import { needs } from './who-must-be-there';
import { type PanelKind } from './kind';

/** EHC decision panel: advises the decision maker, all year; it never moves a date of the law (handbook 3.2, 10). */
export const ehcDecision: PanelKind = {
  code: 'ehc_decision',
  name: 'EHC decision panel',
  purpose: 'Advises the decision maker whether to assess, and whether to issue a plan.',
  terms: {
    cadence: {
      every: 'week',
      weekday: 4,
      startsAt: '09:30',
      minutes: 90,
      termOnly: false,
      from: '2026-09-03',
    },
    papersDue: { n: 5, unit: 'WD', at: '17:00' },
    papersOut: { n: 3, unit: 'WD', at: '12:00' },
    quorum: [
      needs('chair', 'chair (the decision maker)'),
      needs('psychology', 'psychology'),
      needs('school_rep', 'one school representative'),
    ],
    opening: 5,
    fresh: { count: 10, minutes: 8 },
    review: { count: 0, minutes: 8 },
    mostDeferrals: 2,
    minutesWorkingDays: 2,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'psychology', 'school_rep', 'send'],
  decides: {
    ehc_needs_assessment: {
      fresh: ['requested', 'decision_assess', 'decision_plan'],
      review: [],
      lists: { requested: 'PANEL_LISTED' },
      isStatutory: true,
      decisions: ['AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS', 'AGREED_TO_ISSUE', 'REFUSED_TO_ISSUE'],
    },
  },
  asksEhcQuestion: false,
};
