/** What the law asks before a family's choice is not agreed, by the right that the family uses; in our words. */
const TESTS = {
  section_38:
    'The school that the family asks for must be named, unless it does not suit the child’s age, ability, aptitude or needs, or the place would not be compatible with efficient education for others or efficient use of resources (Children and Families Act 2014, sections 38(3) and 39(4))',
  independent:
    'A wholly independent school is weighed under section 9 of the Education Act 1996: children are educated as their parents wish, so far as that goes with efficient teaching and without unreasonable public spending',
  none: 'Where no school is asked for, the plan names one that is appropriate for the child (Children and Families Act 2014, section 40)',
} as const;

/** The refusal of a decision that rests on cost alone. */
export function costAloneWords(right: unknown): string {
  const test = TESTS[right as keyof typeof TESTS] ?? TESTS.none;
  return `Cost alone is not a reason in law. ${test}. Say how well each option meets the needs; cost counts only between options that do`;
}
