import { ABSENCE_RULES } from './absence-rules';
import { type ChildFacts } from './child-facts';
import { OTHER_RULES } from './other-rules';
import { type AttendancePolicy, attendancePolicy } from './policy';
import { type Found, type Rule, type RuleCode } from './rule';
import { SUSPENSION_RULES } from './suspension-rules';

/** The rules by which a child is found in the data (handbook 6.2), in their order. */
export const RULES: readonly Rule[] = [...SUSPENSION_RULES, ...ABSENCE_RULES, ...OTHER_RULES];

/** A rule with what it found. */
export interface Hit extends Found {
  readonly rule: RuleCode;
}

/** All that the rules find about a child. Pure. */
export function hitsOf(facts: ChildFacts, policy: AttendancePolicy = attendancePolicy): Hit[] {
  return RULES.flatMap(({ code, test }) => {
    const found = test(facts, policy);
    return found ? [{ rule: code, ...found }] : [];
  });
}
