import { area, choice, choices, day, decimal, lines, text, yesNo } from '../../fields';
import { type Role } from '../../role';
import { inForce } from '../../policy';
import { s19Policy } from '../policy';

/** Those who gather, arrange and review. */
export const team: readonly Role[] = ['saso', 'ehc_officer', 'ep', 'send_manager'];
/** Those who record what the panel advised and the council decided. */
export const decider: readonly Role[] = ['send_manager'];

/** Any of these counts; none of them is required above the others. */
const EVIDENCE = {
  health: 'Letter from anyone in health',
  school: 'School',
  parent: 'Parent or carer',
  ep: 'Educational psychologist',
  social_care: 'Social care',
  register: 'Attendance register',
  child: 'The child',
} as const;
const VIEW = {
  talk: 'Talked',
  draw: 'Drew',
  form: 'Filled in a form',
  adult: 'Through an adult',
  not_yet: 'Not yet',
} as const;

const STAGES = {
  keyStage1: 'key stage 1',
  keyStage2: 'key stage 2',
  keyStage3: 'key stage 3 and Year 10',
  yearEleven: 'Year 11',
} as const;

/** What is often quoted as full time, with the numbers of the case. */
export function fullTimeHours(context: object): string {
  const { fullTimeHours: hoursOf } = inForce(s19Policy, context);
  const said = Object.entries(STAGES).map(
    ([stage, words]) => `${hoursOf[stage as keyof typeof STAGES]} hours in ${words}`,
  );
  return `Often quoted as full time: ${said.join(', ')}. One-to-one hours may be fewer.`;
}

export const hours = decimal('Hours a week', 0, 40);
export const fullTime = yesNo('Is that full time for this child?');
export const whyPartTime = text(
  'If not full time: why is that in the child’s interest?',
).optional();

/** What was looked at (handbook 8.1, decision record). */
export const lookedAt = {
  evidence: choices('Evidence looked at', EVIDENCE, {
    hint: 'One is enough. No particular letter is needed.',
  }),
  evidenceWords: area('What does it show?').optional(),
  childView: area('What the child says').optional(),
  viewMethod: choice('How did the child give their view?', VIEW).optional(),
  familyView: area('What the family says').optional(),
};

/** What the council decided, and why. */
export const decided = {
  dutyOwed: yesNo('Does the council owe education under section 19?'),
  suitable: yesNo('Is suitable education on offer now?'),
  reasons: area('Reasons', 'They go into the letter to the family. Write to them, not about them.'),
  panelAdvised: text('What did the panel advise?').optional(),
};
export const agreedHours = { hours, fullTime, whyPartTime, reviewOn: day('Review').optional() };
export const subjects = lines('Subjects').optional();

export const someDecision = {
  dutyOwed: true,
  suitable: false,
  reasons: 'Your child is too unwell to go in, and the work sent home is not enough.',
  hours: 12,
  fullTime: false,
  whyPartTime: 'More would be too much to begin with',
} as const;
