import { type ClockRule, type PastStep } from '../clock-rule';
import { atPoint, followUps } from '../follow-ups';
import { post16Policy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;
/** Early enough in the autumn term for the review in December. */
const inAutumn = ({ event: { occurredOn } }: PastStep) =>
  occurredOn.slice(5) >= '08-25' && occurredOn.slice(5) < '11-15';

/** From September on: taking part or not, check-ins, exit and follow-up. */
export const takingPartClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'neet_check',
    source: aim('10 school days into the term; after that the young person counts as not known'),
    label: 'Taking part in education, employment or training',
    ask: 'Find out whether the young person is enrolled and attends',
    because: 'Term has begun. A place on paper is not yet a start.',
    doneBy: 'ENROLMENT_CONFIRMED',
    starts: [{ enters: ['work.enrolment_check'] }],
    limit: { unit: 'SD', n: post16Policy.enrolmentSchoolDays, roll: true },
    metBy: ['ENROLMENT_CONFIRMED', 'NOT_TAKING_PART'],
    within: ['work.enrolment_check'],
    sends: 'NOT_TAKING_PART',
  },
  {
    ...local,
    code: 'neet_recheck',
    source: aim('every 4 weeks'),
    label: 'What the young person is doing now',
    ask: 'Ask the young person what they are doing, and what would help',
    because: 'They are not in education, employment or training, or we do not know.',
    doneBy: 'SITUATION_CHECKED',
    starts: [{ enters: ['work.not_taking_part'] }, { on: ['SITUATION_CHECKED'] }],
    limit: { unit: 'CW', n: post16Policy.notTakingPartWeeks },
    metBy: ['SITUATION_CHECKED'],
    within: ['work.not_taking_part'],
  },
  {
    ...local,
    code: 'p16_ci1',
    source: aim('10 school days in'),
    label: 'First check-in',
    ask: 'Record the first check-in',
    because: 'The first weeks of the course.',
    doneBy: 'CHECK_IN_RECORDED',
    starts: [{ enters: ['work.settling'] }],
    limit: { unit: 'SD', n: post16Policy.firstCheckInSchoolDays, roll: true },
    metBy: ['CHECK_IN_RECORDED'],
    metWhen: atPoint('CI1'),
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'p16_ci2',
    source: aim('6 school weeks in'),
    label: 'Second check-in',
    ask: 'Record the second check-in',
    because: 'Many who leave a course leave it in the first six weeks.',
    doneBy: 'CHECK_IN_RECORDED',
    starts: [{ enters: ['work.settling'] }],
    limit: { unit: 'SW', n: post16Policy.secondCheckInSchoolWeeks, roll: true },
    metBy: ['CHECK_IN_RECORDED'],
    metWhen: atPoint('CI2'),
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'exit_due',
    source: aim(
      '10 school days before the end of the autumn term; 12 school weeks for a later start',
    ),
    label: 'Exit review',
    ask: 'Start the exit review',
    because: 'Support ends in December, or some weeks after a later start.',
    doneBy: 'EXIT_REVIEW_STARTED',
    starts: [
      { on: ['EXIT_EXTENDED'], from: 'lastPupilDayBeforeFebruaryHalfTerm', limit: { unit: 'on' } },
      { enters: ['work.settling'], when: inAutumn, from: 'lastPupilDayOfAutumnTerm' },
      {
        enters: ['work.settling'],
        limit: { unit: 'SW', n: post16Policy.lateExitSchoolWeeks, roll: true },
      },
    ],
    limit: { unit: 'SD', n: -post16Policy.exitSchoolDaysBeforeWinter },
    metBy: ['EXIT_REVIEW_STARTED'],
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'exit_sla',
    source: aim('10 school days'),
    label: 'Exit decision',
    ask: 'Decide: settled, go on, or hand on',
    because: 'The exit review has started.',
    doneBy: 'EXIT_SETTLED',
    starts: [{ enters: ['work.exit_review'] }],
    limit: { unit: 'SD', n: post16Policy.exitDecisionSchoolDays, roll: true },
    metBy: ['EXIT_SETTLED', 'EXIT_EXTENDED', 'ESCALATED'],
    within: ['work.exit_review'],
  },
  ...followUps,
];
