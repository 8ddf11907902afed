import { daysBetween, isCalendarDay } from '../day/calendar-day';
import { type Rule, type RuleResult } from './rule';
import { RuleInput } from './rule-input';

const SOURCE =
  'DfE SEN2 guide 2026 (items ReceivedDate, AssessmentOutcomeDate, Week20) and EHC plans statistics data guidance';
const TWENTY_WEEKS = 140;

interface IssuedPlan {
  readonly days: number;
  readonly isException: boolean;
}

/** How the SEN2 return counts "within 20 weeks": statutory.md 1.4. */
export const sen2Rules: readonly Rule[] = [
  { code: 'SEN2-WEEK20', source: SOURCE, effectiveFrom: '2023-01-01', compute: onePlan },
  { code: 'SEN2-WEEK20-COHORT', source: SOURCE, effectiveFrom: '2023-01-01', compute: cohort },
];

/** Only a plan that was issued is counted; Week20 = 1 drops it from the rate without exceptions. */
function onePlan(input: RuleInput): RuleResult {
  const isIssued = input.has('AssessmentOutcomeDate');
  const isException = exception(input);
  const days = isIssued
    ? daysBetween(input.day('ReceivedDate'), input.day('AssessmentOutcomeDate'))
    : null;
  return {
    days,
    within20Weeks: days !== null && days <= TWENTY_WEEKS,
    inDenominatorIncludingExceptions: isIssued,
    inDenominatorExcludingExceptions: isIssued && !isException,
  };
}

function cohort(input: RuleInput): RuleResult {
  const plans = input.list('plans').map((plan, index) => readPlan(plan, index, input));
  const all = timeliness(plans);
  const ordinary = timeliness(plans.filter(({ isException }) => !isException));
  return {
    den: all.den,
    within: all.within,
    pcIncluding: all.pc,
    denEx: ordinary.den,
    withinEx: ordinary.within,
    pcExcluding: ordinary.pc,
  };
}

function timeliness(plans: readonly IssuedPlan[]) {
  const den = plans.length;
  const within = plans.filter(({ days }) => days <= TWENTY_WEEKS).length;
  return { den, within, pc: den === 0 ? null : Math.round((within * 1000) / den) / 10 };
}

function readPlan(plan: unknown, index: number, input: RuleInput): IssuedPlan {
  if (typeof plan !== 'object' || plan === null) {
    throw input.bad('plans', `a list of plans; number ${index + 1} is not one`);
  }
  const facts = new RuleInput(`${input.code}, plan ${index + 1},`, plan as Record<string, unknown>);
  const { ReceivedDate, AssessmentOutcomeDate } = plan as Record<string, unknown>;
  const days =
    isCalendarDay(ReceivedDate) && isCalendarDay(AssessmentOutcomeDate)
      ? daysBetween(ReceivedDate, AssessmentOutcomeDate)
      : facts.whole('days');
  return { days, isException: exception(facts) };
}

function exception(input: RuleInput): boolean {
  if (!input.has('Week20')) return false;
  const flag = input.number('Week20');
  if (flag !== 0 && flag !== 1) throw input.bad('Week20', '0, or 1 where exceptions apply');
  return flag === 1;
}
