/** The only two grounds there are: Children and Families Act 2014, section 45(1). */
export const GROUNDS = {
  not_responsible: 'The council is no longer responsible for the child or young person',
  not_necessary: 'The plan is no longer necessary',
} as const;

/** What lies behind the ground. */
export const SITUATIONS = {
  outcomes_met: 'The outcomes in the plan are met',
  needs_met: 'The needs are met without a plan',
  left_education: 'They have left education or training',
  higher_education: 'They are going to university',
  paid_work: 'They are in paid work',
  moved: 'They have moved out of England or to another council',
  age_25: 'They are 25, and the course has ended',
} as const;

/** Situations of somebody who is out of education: under 18 that means a review, later what they wish. */
export const OUT_OF_EDUCATION: readonly string[] = ['left_education', 'paid_work'];

/** Reasons as the SEN2 return codes them. */
export const SEN2_REASONS = {
  '1': 'Reached the highest age',
  '2': 'Needs met without a plan',
  '3': 'Went on to higher education',
  '4': 'Went into paid work',
  '5': 'Moved to another council',
  '6': 'No longer wishes to be in education or training',
  '7': 'Left England',
  '9': 'Another reason',
} as const;
