import { annualReviewRules } from './annual-review';
import { appealRules } from './appeals';
import { assessmentRules } from './assessment';
import { attendanceRules } from './attendance';
import { ceasingRules } from './ceasing';
import { exceptionRules } from './exceptions';
import { exclusionRules } from './exclusions';
import { furtherRules } from './further';
import { historicRules } from './historic';
import { identifierRules } from './identifiers';
import { mediationRules } from './mediation';
import { movingRules } from './moving';
import { otherRules } from './other-clocks';
import { phaseTransferRules } from './phase-transfer';
import { reassessmentRules } from './reassessment';
import { type Rule, type RuleEntry } from './rule';
import { sen2Rules } from './sen2';
import { tribunalOrderRules } from './tribunal-orders';

const RULES: readonly Rule[] = [
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
].flat();

const byCode: ReadonlyMap<string, Rule> = new Map(
  [...RULES, ...furtherRules].map((rule) => [rule.code, rule]),
);

/** The rules that the vectors of the book try. */
export function statutoryRules(): readonly RuleEntry[] {
  return RULES;
}

/** The whole book, in its own order: those rules, and clocks worth knowing that no vector tries. */
export function ruleBook(): readonly RuleEntry[] {
  return [...byCode.values()];
}

/** One rule of the book. */
export function bookEntry(code: string): RuleEntry | undefined {
  return byCode.get(code);
}

/** The same with its arithmetic. */
export function ruleNamed(code: string): Rule | undefined {
  return byCode.get(code);
}
