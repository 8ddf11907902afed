import { weekdayOf } from '../day/calendar-day';
import { appealResponseDue, appealWindow } from './appeal-window';
import { due } from './due';
import { PART_3, type Rule } from './rule';

/** Time limits of the Tribunal's own rules: statutory.md 2.2. */
export const appealRules: readonly Rule[] = [
  {
    code: 'TRIB-APPEAL-WINDOW',
    source: 'SI 2008/2699 r 20(1)(c) with r 12(2)-(3)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const certificate = input.optionalDay('mediationCertificateIssued');
      const window = appealWindow(input.day('decisionSent'), certificate, office);
      return {
        unrolledEnd: window.unrolledEnd,
        lastDayToReceiveAppeal: window.lastDay,
        weekday: weekdayOf(window.lastDay),
        cutOff: '17:00',
      };
    },
  },
  {
    code: 'TRIB-LA-RESPONSE-30WD',
    source: 'SI 2008/2699 r 21 with r 12(3)(b)',
    effectiveFrom: PART_3,
    compute: (input, { office }) =>
      due(appealResponseDue(input.day('laReceivedApplication'), office), office),
  },
];
