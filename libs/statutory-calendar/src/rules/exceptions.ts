import { absenceGround } from '../grounds/absence-ground';
import { closureGround } from '../grounds/closure-ground';
import { PART_3, type Rule } from './rule';

const SOURCE = 'SI 2014/1530 reg 5(4)/10(4)/13(3)';

/** The grounds that can be tested from dates: statutory.md 1.2. */
export const exceptionRules: readonly Rule[] = [
  {
    code: 'EHCNA-EXC-CLOSURE',
    source: SOURCE,
    effectiveFrom: PART_3,
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
    code: 'EHCNA-EXC-ABSENT',
    source: SOURCE,
    effectiveFrom: PART_3,
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
