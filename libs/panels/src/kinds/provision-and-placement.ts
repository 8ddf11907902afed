import { type PanelKind } from './kind';
import { needs } from './who-must-be-there';

/** Provision and Placement panel: every fortnight of the year (handbook 3.2 and 12). */
export const provisionAndPlacement: PanelKind = {
  code: 'pp',
  name: 'Provision and Placement panel',
  purpose: 'Weighs the options for a placement, and agrees what is commissioned.',
  terms: {
    cadence: {
      every: 'fortnight',
      weekday: 3,
      startsAt: '09:30',
      minutes: 120,
      termOnly: false,
      from: '2027-02-17',
    },
    papersDue: { n: 5, unit: 'WD', at: '17:00' },
    papersOut: { n: 3, unit: 'WD', at: '12:00' },
    quorum: [
      needs('chair', 'chair (head of SEND)'),
      { ...needs('finance', 'finance'), when: 'money' },
      needs('commissioning', 'commissioning'),
      needs('psychology', 'psychology'),
    ],
    opening: 10,
    fresh: { count: 8, minutes: 12 },
    review: { count: 1, minutes: 10 },
    mostDeferrals: 2,
    minutesWorkingDays: 3,
  },
  core: ['chair', 'deputy_chair', 'coordinator', 'finance', 'commissioning', 'psychology', 'send'],
  decides: {
    placement_request: {
      fresh: ['listed', 'discussed'],
      review: [],
      notYet: { prepared: 'SUBMITTED' },
      opens: { event: 'ITEM_OPENED', from: ['listed'] },
      defers: { event: 'DEFERRED', from: ['discussed'] },
      notHeld: 'MEETING_CANCELLED',
      decisions: ['AGREED', 'AGREED_WITH_CONDITIONS', 'NOT_AGREED'],
    },
  },
  asksEhcQuestion: false,
};
