import { addDays, earlierOf } from '../day/calendar-day';
import { birthday } from '../day/school-year';
import { windowFrom } from './appeals';
import { PART_3, type Rule, type RuleTools } from './rule';
import { type RuleInput } from './rule-input';

const SETTINGS = ['fe_sector_institution', 'apprenticeship', 'other'] as const;
const LAST_AGE = 25;
const YEAR_ENDS = '07-31';

/** Ceasing a plan, and age 25. */
export const ceasingRules: readonly Rule[] = [
  {
    ...PART_3,
    code: 'CEASE-HOLD',
    says: 'Keep the plan until the family can no longer appeal.',
    certainty: 'medium',
    source: 'Children and Families Act 2014 s 45(4) with SI 2008/2699 r 20 and r 12',
    trigger: 'The decision to end the plan is sent.',
    limits: {},
    derivedFrom: ['TRIB-APPEAL-WINDOW', 'MED-CERT-3WD'],
    metBy: 'The time to appeal is over, or the appeal is finally determined.',
    reading: 'A plan may end on the day after the time to appeal, as the Tribunal’s rules roll it.',
    compute: hold,
  },
  {
    ...PART_3,
    code: 'CEASE-25',
    says: 'A plan may go on to the end of the academic year in which the young person turns 25.',
    certainty: 'medium',
    source: 'Children and Families Act 2014 s 46; SI 2014/1530 reg 46',
    trigger: 'The young person turns 25.',
    limits: {},
    numbers: { age: LAST_AGE },
    metBy: 'A decision to keep the plan.',
    reading:
      'A discretion: nothing goes on by itself. Outside colleges the course counts, at most to the day before 26.',
    compute: (input) => {
      const turns25 = birthday(input.day('dateOfBirth'), LAST_AGE);
      return { turns25, latestAcademicYearEnd: lastYearEnd(input), automatic: false };
    },
  },
];

/** An appeal brought in time keeps the plan alive until it is finally determined. */
function hold(input: RuleInput, tools: RuleTools) {
  const { lastDay } = windowFrom('ceaseDecisionSent', input, tools);
  const appeal = input.optionalDay('appealBrought');
  const mustMaintainUntilDetermined = appeal !== undefined && appeal <= lastDay;
  return {
    appealLastDay: lastDay,
    earliestCease: mustMaintainUntilDetermined ? null : addDays(lastDay, 1),
    mustMaintainUntilDetermined,
  };
}

/** Reg 46: 31 July in a further education institution; elsewhere the course, capped at 26. */
function lastYearEnd(input: RuleInput) {
  const dateOfBirth = input.day('dateOfBirth');
  if (input.word('setting', SETTINGS) === 'fe_sector_institution') {
    const turns25 = birthday(dateOfBirth, LAST_AGE);
    const year = Number(turns25.slice(0, 4));
    return `${turns25.slice(5) <= YEAR_ENDS ? year : year + 1}-${YEAR_ENDS}`;
  }
  const dayBefore26 = addDays(birthday(dateOfBirth, LAST_AGE + 1), -1);
  const courseEnd = input.optionalDay('courseOrApprenticeshipEnd');
  return courseEnd ? earlierOf(courseEnd, dayBefore26) : dayBefore26;
}
