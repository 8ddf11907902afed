import { daysBetween, isCalendarDay } from '../day/calendar-day';
import { type Limit } from '../limit/limit';
import { type Rule, type RuleResult, type RuleTools } from './rule';
import { RuleInput } from './rule-input';

const SOURCE =
  'DfE SEN2 guide 2026 (items ReceivedDate, AssessmentOutcomeDate, Week20) and EHC plans statistics data guidance';

interface IssuedPlan {
  readonly days: number;
  readonly isException: boolean;
}

const SEN2 = {
  standing: 'data',
  source: SOURCE,
  effectiveFrom: '2023-01-01',
  appliesBy: 'event',
  certainty: 'medium',
  trigger: 'The request is received (ReceivedDate).',
  limits: {},
  derivedFrom: ['EHCNA-FINAL-20W'],
  metBy: 'The plan is issued (AssessmentOutcomeDate).',
} as const;

/** How the SEN2 return counts "within 20 weeks". */
export const sen2Rules: readonly Rule[] = [
  {
    ...SEN2,
    code: 'SEN2-WEEK20',
    says: 'Whether one plan counts as issued within 20 weeks.',
    reading:
      'Only a plan that was issued is counted. Week20 = 1 takes it out of the rate without exceptions alone.',
    compute: onePlan,
  },
  {
    ...SEN2,
    code: 'SEN2-WEEK20-COHORT',
    says: 'The two published rates of plans issued within 20 weeks.',
    reading:
      'With exceptions, all plans count. Without, plans with Week20 = 1 leave the top and the bottom.',
    compute: cohort,
  },
];

/** Only a plan that was issued is counted; Week20 = 1 drops it from the rate without exceptions. */
function onePlan(input: RuleInput, { limit }: RuleTools): RuleResult {
  const isIssued = input.has('AssessmentOutcomeDate');
  const isException = exception(input);
  const received = input.day('ReceivedDate');
  const days = isIssued ? daysBetween(received, input.day('AssessmentOutcomeDate')) : null;
  if (days !== null && days < 0)
    throw input.bad('AssessmentOutcomeDate', 'a day on or after ReceivedDate');
  return {
    days,
    within20Weeks: days !== null && days <= daysIn(limit(received, FINAL)),
    inDenominatorIncludingExceptions: isIssued,
    inDenominatorExcludingExceptions: isIssued && !isException,
  };
}

const FINAL = { rule: 'EHCNA-FINAL-20W' } as const;
const ANY_DAY = '2026-01-01';

function daysIn(limit: Limit): number {
  if (limit.unit !== 'CW' && limit.unit !== 'CD') throw new RangeError('The return counts days.');
  return limit.unit === 'CW' ? limit.n * 7 : limit.n;
}

function cohort(input: RuleInput, { limit }: RuleTools): RuleResult {
  const most = daysIn(limit(ANY_DAY, FINAL));
  const plans = input.list('plans').map((plan, index) => readPlan(plan, index, input));
  const all = timeliness(plans, most);
  const ordinary = timeliness(
    plans.filter(({ isException }) => !isException),
    most,
  );
  return {
    den: all.den,
    within: all.within,
    pcIncluding: all.pc,
    denEx: ordinary.den,
    withinEx: ordinary.within,
    pcExcluding: ordinary.pc,
  };
}

function timeliness(plans: readonly IssuedPlan[], most: number) {
  const den = plans.length;
  const within = plans.filter(({ days }) => days <= most).length;
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
