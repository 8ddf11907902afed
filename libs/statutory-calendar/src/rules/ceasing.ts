import { addDays, addMonths, type CalendarDay, earlierOf } from '../day/calendar-day';
import { birthday } from '../day/school-year';
import { type Calendar } from '../calendar/calendar';
import { lastDayOf } from '../limit/limit';
import { appealWindow, tribunalDay } from './appeal-window';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const SETTINGS = ['fe_sector_institution', 'apprenticeship', 'other'] as const;

/** Ceasing a plan, and age 25: statutory.md 5. */
export const ceasingRules: readonly Rule[] = [
  {
    code: 'CEASE-HOLD',
    source: 'Children and Families Act 2014 s 45(4) with SI 2008/2699 r 20 and r 12',
    effectiveFrom: PART_3,
    compute: hold,
  },
  {
    code: 'CEASE-25',
    source: 'Children and Families Act 2014 s 46; SI 2014/1530 reg 46',
    effectiveFrom: PART_3,
    compute: (input) => {
      const dateOfBirth = input.day('dateOfBirth');
      const turns25 = birthday(dateOfBirth, 25);
      // Section 46 is a discretion: nothing goes on by itself.
      return { turns25, latestAcademicYearEnd: lastYearEnd(input, dateOfBirth), automatic: false };
    },
  },
];

/** An appeal brought in time keeps the plan alive until it is finally determined. */
function hold(input: RuleInput, { office }: RuleTools) {
  const certificate = input.optionalDay('mediationCertificateIssued');
  const { lastDay } = appealWindow(input.day('ceaseDecisionSent'), certificate, office);
  const appeal = input.optionalDay('appealBrought');
  const mustMaintainUntilDetermined = appeal !== undefined && appeal <= lastDay;
  return {
    appealLastDay: lastDay,
    earliestCease: mustMaintainUntilDetermined ? null : addDays(lastDay, 1),
    mustMaintainUntilDetermined,
  };
}

/**
 * The last day on which an appeal could still be in time when nobody has confirmed that there is no mediation
 * certificate: one asked for on the last day of two months is issued within three working days and gives a month.
 */
export function safeHoldDay(decisionSent: CalendarDay, calendar: Calendar): CalendarDay {
  const issuedBy = lastDayOf({ unit: 'WD', n: 3 }, addMonths(decisionSent, 2), calendar);
  return tribunalDay(addMonths(issuedBy, 1), calendar);
}

/** Reg 46: 31 July in a further education institution; elsewhere the course, capped at 26. */
function lastYearEnd(input: RuleInput, dateOfBirth: CalendarDay): CalendarDay {
  if (input.word('setting', SETTINGS) === 'fe_sector_institution') {
    const turns25 = birthday(dateOfBirth, 25);
    const year = Number(turns25.slice(0, 4));
    return turns25.slice(5) <= '07-31' ? `${year}-07-31` : `${year + 1}-07-31`;
  }
  const dayBefore26 = addDays(birthday(dateOfBirth, 26), -1);
  const courseEnd = input.optionalDay('courseOrApprenticeshipEnd');
  return courseEnd ? earlierOf(courseEnd, dayBefore26) : dayBefore26;
}
