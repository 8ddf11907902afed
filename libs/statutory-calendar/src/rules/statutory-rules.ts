import { makeCalendar } from '../calendar/make-calendar';
import { type Calendar } from '../calendar/calendar';
import { type CalendarDay } from '../day/calendar-day';
import { annualReviewRules } from './annual-review';
import { appealRules } from './appeals';
import { assessmentRules } from './assessment';
import { attendanceRules } from './attendance';
import { ceasingRules } from './ceasing';
import { exceptionRules } from './exceptions';
import { exclusionRules } from './exclusions';
import { identifierRules } from './identifiers';
import { mediationRules } from './mediation';
import { movingRules } from './moving';
import { otherRules } from './other-clocks';
import { phaseTransferRules } from './phase-transfer';
import { reassessmentRules } from './reassessment';
import { type Rule, type RuleContext, type RuleResult, UnknownRule } from './rule';
import { RuleInput } from './rule-input';
import { historicRules } from './rule-packs';
import { sen2Rules } from './sen2';
import { tribunalOrderRules } from './tribunal-orders';

const RULES: ReadonlyMap<string, Rule> = new Map(
  [
    assessmentRules,
    exceptionRules,
    sen2Rules,
    mediationRules,
    appealRules,
    tribunalOrderRules,
    annualReviewRules,
    phaseTransferRules,
    ceasingRules,
    movingRules,
    reassessmentRules,
    exclusionRules,
    attendanceRules,
    otherRules,
    identifierRules,
    historicRules,
  ]
    .flat()
    .map((rule) => [rule.code, rule]),
);

const offices = new WeakMap<readonly CalendarDay[], Calendar>();

/** Every rule of the rule book with its source and the first day of the law it states. */
export function statutoryRules(): readonly {
  readonly code: string;
  readonly source: string;
  readonly effectiveFrom: CalendarDay;
}[] {
  return [...RULES.values()].map(({ code, source, effectiveFrom }) => ({
    code,
    source,
    effectiveFrom,
  }));
}

/**
 * Applies one rule to its facts; the answer has every key that the rule can give for them. Throws
 * UnknownRule, BadRuleInput for facts that are missing or wrong, and TermsNotLoaded.
 */
export function computeRule(
  code: string,
  input: Record<string, unknown>,
  context: RuleContext,
): RuleResult {
  const rule = RULES.get(code);
  if (!rule) throw new UnknownRule(code);
  return rule.compute(new RuleInput(code, input), { office: officeOf(context), context });
}

function officeOf({ bankHolidays }: RuleContext): Calendar {
  const known = offices.get(bankHolidays);
  if (known) return known;
  const office = makeCalendar({ bankHolidays });
  offices.set(bankHolidays, office);
  return office;
}
