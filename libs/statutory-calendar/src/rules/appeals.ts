import { type CalendarDay, weekdayOf } from '../day/calendar-day';
import {
  APPEAL_LIMITS,
  type AppealWindow,
  appealWindow,
  RESPONSE_LIMIT,
  workingDaysOutsideRecess,
} from './appeal-window';
import { due } from './due';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const WINDOW = 'TRIB-APPEAL-WINDOW';

/** Time limits of the Tribunal's own rules. */
export const appealRules: readonly Rule[] = [
  {
    ...PART_3,
    code: WINDOW,
    says: 'The Tribunal receives the appeal.',
    source: 'SI 2008/2699 r 20(1)(c) with r 12(2)-(3)',
    trigger: 'Written notice of the decision is sent; or the mediation certificate is issued.',
    limits: APPEAL_LIMITS,
    metBy: 'The appeal arrives by 5pm of the last day.',
    reading:
      'The later of the two. What ends in August, from 25 December to 1 January, or on a day that is no working day, rolls on.',
    compute: (input, tools) => {
      const window = windowFrom('decisionSent', input, tools);
      return {
        unrolledEnd: window.unrolledEnd,
        lastDayToReceiveAppeal: window.lastDay,
        weekday: weekdayOf(window.lastDay),
        cutOff: '17:00',
      };
    },
  },
  {
    ...PART_3,
    code: 'TRIB-LA-RESPONSE-30WD',
    says: 'The authority answers the appeal.',
    certainty: 'medium',
    source: 'SI 2008/2699 r 21 with r 12(3)(b)',
    trigger: 'The authority receives the appeal.',
    limits: { due: RESPONSE_LIMIT },
    metBy: 'The answer is sent.',
    reading:
      'August and 25 December to 1 January are not counted. A date in directions comes first.',
    compute: (input, { office, limit }) => {
      const received = input.day('laReceivedApplication');
      const time = limit(received);
      const days = 'n' in time ? time.n : 0;
      return due(workingDaysOutsideRecess(days, received, office), office);
    },
  },
];

/** The window from the day that this key names, and from the certificate where there is one. */
export function windowFrom(
  key: string,
  input: RuleInput,
  { office, last }: RuleTools,
): AppealWindow {
  const after = (day: CalendarDay, limit: string) => last(day, { rule: WINDOW, limit });
  const certificate = input.optionalDay('mediationCertificateIssued');
  return appealWindow(
    after(input.day(key), 'due'),
    certificate && after(certificate, 'certificate'),
    office,
  );
}
