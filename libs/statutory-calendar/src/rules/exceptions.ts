import { absenceGround } from '../grounds/absence-ground';
import { closureGround } from '../grounds/closure-ground';
import { GROUNDS } from '../grounds/grounds';
import { PART_3, type Rule } from './rule';

const SOURCE = 'SI 2014/1530 reg 5(4)/10(4)/13(3)';

/** The grounds that can be tested from dates. */
export const exceptionRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'EHCNA-EXC-CLOSURE',
    says: 'A long closure of the school excuses, where the head was asked around it.',
    source: SOURCE,
    trigger: 'The head is asked for advice.',
    limits: {},
    numbers: { closedDays: GROUNDS.school_closed_4_weeks.days },
    reading: 'Training days count as open, which excuses less.',
    compute: (input) => {
      const ground = closureGround({
        schoolClosedFrom: input.day('schoolClosedFrom'),
        schoolReopens: input.day('schoolReopens'),
        adviceRequestedFromHead: input.day('adviceRequestedFromHead'),
      });
      const { closedDays, qualifyingClosure, groundAvailable } = ground;
      return {
        closedDays,
        qualifyingClosure,
        windowStart: qualifyingClosure ? ground.windowStart : null,
        windowEnd: qualifyingClosure ? ground.windowEnd : null,
        groundAvailable,
      };
    },
  },
  {
    ...PART_3,
    code: 'EHCNA-EXC-ABSENT',
    says: 'A long absence of the family from the area excuses.',
    source: SOURCE,
    trigger: 'The family leaves the area.',
    limits: {},
    numbers: { daysAway: GROUNDS.absent_4_weeks.days },
    reading: 'The days must be in a row, and only those inside the time limit count.',
    compute: (input) => {
      const { periodEnd, continuousDaysInPeriod, groundAvailable } = absenceGround({
        requestReceived: input.day('requestReceived'),
        absentFrom: input.day('absentFrom'),
        absentToInclusive: input.day('absentToInclusive'),
        limitWeeks: input.whole('limitWeeks'),
      });
      return { periodEnd, continuousDaysInPeriod, groundAvailable };
    },
  },
];
