import { answered, mayDo, standsIn } from '../building-blocks';
import { measured } from '../measures';
import { type Guard, type GuardInput } from '../pathway';
import { EBSNA_MEASURES } from './events/fields';
import { inForce } from '../policy';
import { ebsnaPolicy } from './policy';

const policyOf = ({ context }: GuardInput) => inForce(ebsnaPolicy, context);
const onlyManager = (input: GuardInput) =>
  `From cycle ${policyOf(input).longCaseCycle} on, only a SEND manager may start another one`;
const attempts = ({ event }: GuardInput) => {
  const made = event.payload['attempts'];
  return Array.isArray(made) ? made.length : Number(made ?? 0);
};
const cycle = ({ context }: GuardInput) => Number(context['cycle'] ?? 0);
const target = (input: GuardInput) =>
  Number(input.context['target'] ?? policyOf(input).attendanceTarget);
const weeks = ({ event }: GuardInput) =>
  Object.values((event.payload['lastWeeks'] ?? {}) as Record<string, number>);

export const supportGuards = {
  familyHasNotSaidNo: {
    test: (input) => !standsIn('consent', 'refused', 'withdrawn', 'basis_recorded')(input),
    text: 'The family has not agreed to direct work, so nobody works with the child',
    missing: () => [
      {
        what: 'The family’s agreement',
        who: 'A person with parental responsibility',
        byEvent: 'CONSENT_GIVEN',
      },
    ],
  },
  threeAttempts: {
    test: (input) => attempts(input) >= policyOf(input).contactAttempts,
    text: (input) =>
      `${policyOf(input).contactAttempts} attempts are needed, and there are ${attempts(input)}`,
    aboutAnswer: true,
    missing: () => [{ what: 'Another attempt, in another way', who: 'The worker' }],
  },
  pupilVoice: answered('pupilVoice', 'Say what the child says, or why that is not known yet'),
  functionScaleOrReason: {
    test: ({ event: { payload } }) =>
      Boolean(payload['childScale'] ?? payload['parentScale'] ?? payload['functionScale']) ||
      Boolean(payload['functionScaleReason']),
    text: 'Give the means of the function scale, or say why it was not used',
    aboutAnswer: true,
    missing: () => [{ what: 'The scale, or a reason', who: 'The educational psychologist' }],
  },
  baseline: measured(EBSNA_MEASURES),
  stepsWithinBounds: {
    test: (input) => {
      const steps = input.event.payload['steps'];
      const { least, most } = policyOf(input).steps;
      return !Array.isArray(steps) || (steps.length >= least && steps.length <= most);
    },
    text: (input) =>
      `A plan back to school has ${policyOf(input).steps.least} to ${policyOf(input).steps.most} steps`,
    aboutAnswer: true,
    missing: () => [{ what: 'Steps that are small enough to manage', who: 'You, on this form' }],
  },
  schoolAgrees: answered('schoolAgrees', 'The school has not agreed the plan yet'),
  familyAgreesOrDisagreementRecorded: {
    test: ({ event: { payload } }) =>
      payload['familyAgrees'] === true || Boolean(payload['disagreement']),
    text: 'The family has not agreed. Record what they say, or wait for their agreement',
    aboutAnswer: true,
    missing: () => [{ what: 'The family’s agreement, or their words', who: 'The family' }],
  },
  cycleBelow4: {
    test: (input) => cycle(input) < policyOf(input).longCaseCycle,
    text: onlyManager,
    missing: () => [{ what: 'A manager’s approval of a long case', who: 'A SEND manager' }],
  },
  cycle4OrMore: {
    test: (input) => cycle(input) >= policyOf(input).longCaseCycle,
    text: (input) => `This is before cycle ${policyOf(input).longCaseCycle}`,
  },
  managerApproval: mayDo('longcase.approve', onlyManager, 'A SEND manager'),
  attendanceAtTargetFor4Weeks: {
    test: (input) => {
      const { weeksAtTarget } = policyOf(input);
      const last = weeks(input).slice(-weeksAtTarget);
      return last.length === weeksAtTarget && last.every((it) => it >= target(input));
    },
    text: (input) =>
      `Attendance must be ${target(input)} per cent or more in each of the last ${policyOf(input).weeksAtTarget} weeks`,
    aboutAnswer: true,
    missing: () => [
      { what: 'Another cycle until it holds', who: 'The team', byEvent: 'REVIEW_CONTINUE' },
    ],
  },
  dslConsulted: answered('dslConsulted', 'Ask the designated safeguarding lead first'),
  attendanceHeld: {
    test: (input) => Number(input.event.payload['attendance']) >= target(input),
    text: (input) =>
      `Attendance during step-down is ${Number(input.event.payload['attendance'] ?? 0)} per cent. The target is ${target(input)}`,
    aboutAnswer: true,
    missing: () => [{ what: 'A new cycle', who: 'The team', byEvent: 'RELAPSE' }],
  },
  fullTimeAgain: {
    test: standsIn('timetable', 'full_time'),
    text: 'The child is still on a part-time timetable',
    missing: () => [
      { what: 'The end of the part-time timetable', who: 'The school', byEvent: 'PTT_ENDED' },
    ],
  },
  belowTarget2Weeks: {
    test: (input) => Number(input.event.payload['weeksBelow'] ?? 0) >= policyOf(input).relapseWeeks,
    text: (input) =>
      `It is a relapse when attendance is below the target for ${policyOf(input).relapseWeeks} weeks running`,
    aboutAnswer: true,
    missing: () => [{ what: 'Figures of a second week', who: 'The attendance feed' }],
  },
} satisfies Record<string, Guard>;
