import { type ClockRule, type PastStep } from '../clock-rule';
import {
  appealCheck,
  commonClocks,
  consentChase,
  inYearOfMove,
  schoolAnswerClocks,
  workerNeededFrom,
} from '../regions';
import { inForce } from '../policy';
import { eyPolicy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;
const inYear = (monthAndDay: string) => (step: PastStep) =>
  `${String(step.context['moveYear'])}-${monthAndDay}`;
const before = (monthAndDay: string) => (step: PastStep) =>
  step.event.occurredOn < inYear(monthAndDay)(step);
const notBefore = (monthAndDay: string) => (step: PastStep) => !before(monthAndDay)(step);
const stands =
  (...states: string[]) =>
  ({ after }: PastStep) =>
    states.includes(after['work'] ?? '');
const fromHealth = ({ event }: PastStep) =>
  event.type === 'HEALTH_NOTIFICATION' || event.payload['source'] === 'health';
const noticeArrives = { on: ['CHILD_NOTIFIED', 'HEALTH_NOTIFICATION'], when: fromHealth };

const beforeTheStart = ['work.planning', 'work.meeting_held', 'work.visits'];

/** True once every visit that the level plans has been made. */
function plannedVisitsMade({ context }: PastStep): boolean {
  const level = context['level'] === 'enhanced' ? 'enhanced' : 'targeted';
  const made = context['visits'] as Readonly<Record<string, number>>;
  const planned = inForce(eyPolicy, context).visits[level];
  return Object.entries(planned).every(([type, n]) => (made[type] ?? 0) >= n);
}

/** Clocks of Early Years transition (handbook 9). All are local aims; council settings may replace the numbers. */
export const eyClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'ey_screen',
    source: aim('15 working days'),
    label: 'Set the level of support',
    ask: 'Set the level of support',
    because: 'The child is on the list, and nobody has looked yet at what is needed.',
    doneBy: 'LEVEL_SET',
    starts: [{ enters: ['work.notified'] }],
    limit: { unit: 'WD', n: eyPolicy.screenWorkingDays, roll: true },
    metBy: ['LEVEL_SET'],
    within: ['work.notified'],
  },
  {
    ...local,
    code: 'health_ack',
    source: aim(
      '5 working days from a notification under section 23 of the Children and Families Act 2014',
    ),
    label: 'Acknowledge the notification from health',
    ask: 'Acknowledge the notification from health',
    because: 'Health has told us about a child and waits to hear that we know.',
    doneBy: 'HEALTH_NOTIFICATION_ACKNOWLEDGED',
    starts: [noticeArrives],
    limit: { unit: 'WD', n: eyPolicy.health.acknowledgeWorkingDays, roll: true },
    metBy: ['HEALTH_NOTIFICATION_ACKNOWLEDGED'],
  },
  {
    ...local,
    code: 'health_triage',
    source: aim('10 working days from the notification'),
    label: 'Triage the notification from health',
    ask: 'Decide what follows from the notification',
    because: 'Health has told us about a child who may need more help.',
    doneBy: 'HEALTH_NOTIFICATION_TRIAGED',
    starts: [noticeArrives],
    limit: { unit: 'WD', n: eyPolicy.health.triageWorkingDays, roll: true },
    metBy: ['HEALTH_NOTIFICATION_TRIAGED'],
  },
  {
    ...local,
    code: 'ey_keyworker',
    source: aim('10 working days'),
    label: 'Name a key person',
    ask: 'Name a key person for the child',
    because: 'The level is set; the family needs one person to turn to.',
    doneBy: 'KEYWORKER_NAMED',
    starts: [{ enters: ['work.screened'] }],
    limit: { unit: 'WD', n: eyPolicy.keyworkerWorkingDays, roll: true },
    metBy: ['KEYWORKER_NAMED'],
    within: ['work.screened'],
  },
  {
    ...local,
    code: 'ey_applied',
    source: 'National closing date for primary school applications, 15 January',
    label: 'Application for a school place',
    ask: 'Ask whether the family has applied for a school place',
    because: 'Applications close on 15 January.',
    doneBy: 'SCHOOL_PLACE_APPLIED',
    holder: 'the family',
    starts: [
      {
        on: ['CHILD_NOTIFIED', 'ENTRY_DEFERRED'],
        when: (step) => before('01-16')(step) && step.context['placeAppliedFor'] !== true,
        anchor: inYear('01-15'),
      },
    ],
    limit: { unit: 'on' },
    metBy: ['SCHOOL_PLACE_APPLIED', 'DESTINATION_OFFERED', 'DESTINATION_CONFIRMED'],
  },
  {
    ...local,
    code: 'ey_offer_chase',
    source: aim('5 working days after the primary offer day of 16 April'),
    label: 'School place',
    ask: 'Find out which school was offered',
    because: 'Places for September are offered on 16 April.',
    doneBy: 'DESTINATION_OFFERED',
    starts: [
      {
        on: ['CHILD_NOTIFIED', 'ENTRY_DEFERRED'],
        when: before('04-16'),
        anchor: inYear('04-16'),
      },
      { on: ['CHILD_NOTIFIED'], when: notBefore('04-16') },
    ],
    limit: { unit: 'WD', n: eyPolicy.offerChaseWorkingDays, roll: true },
    metBy: ['DESTINATION_OFFERED', 'DESTINATION_CONFIRMED'],
    within: ['destination.unknown'],
  },
  {
    ...local,
    code: 'ey_meeting_by',
    source: 'Last pupil day before May half term; 10 school days for a child who comes later',
    label: 'Transition meeting',
    ask: 'Hold the transition meeting',
    because: 'The school needs the summer term to get ready.',
    doneBy: 'MEETING_HELD',
    starts: [
      {
        on: ['KEYWORKER_NAMED', 'ENTRY_DEFERRED'],
        when: (step) => stands('planning')(step) && before('05-16')(step),
        anchor: inYearOfMove,
        from: 'lastPupilDayBeforeMayHalfTerm',
      },
      {
        enters: ['work.planning'],
        limit: { unit: 'SD', n: eyPolicy.lateMeetingSchoolDays, roll: true },
      },
    ],
    limit: { unit: 'on' },
    metBy: ['MEETING_HELD'],
    within: ['work.planning'],
  },
  {
    ...local,
    code: 'ey_visits_by',
    source: 'Last pupil day of the summer term',
    label: 'Planned visits',
    ask: 'Make the planned visits: the school to the setting, the child to the school, and one at home',
    because: 'The child should know the school, and the school the child, before the summer.',
    doneBy: 'VISIT_LOGGED',
    starts: [{ enters: ['work.meeting_held'], anchor: inYearOfMove }],
    from: 'lastPupilDayOfSummerTerm',
    limit: { unit: 'on' },
    metBy: ['VISIT_LOGGED'],
    metWhen: plannedVisitsMade,
    within: ['work.meeting_held', 'work.visits'],
  },
  {
    ...local,
    code: 'ey_start',
    source: 'First pupil day of the autumn term',
    label: 'Start at school',
    ask: 'Record that the child has started, or find out why not',
    because: 'Term has begun.',
    doneBy: 'STARTED_SCHOOL',
    starts: [
      {
        on: ['KEYWORKER_NAMED', 'ENTRY_DEFERRED', 'SCHOOL_CHANGED', 'DESTINATION_CHANGED'],
        when: (step) => stands('planning')(step) && before('08-25')(step),
        anchor: inYear('08-01'),
        from: 'firstPupilDayOfAutumnTerm',
        limit: { unit: 'on' },
      },
      { enters: ['work.planning'] },
    ],
    limit: { unit: 'SD', n: eyPolicy.lateMeetingSchoolDays, roll: true },
    metBy: ['STARTED_SCHOOL'],
    within: beforeTheStart,
  },
  {
    ...local,
    code: 'ey_ci1',
    source: aim('10 school days in'),
    label: 'First check-in',
    ask: 'Record the first check-in',
    because: 'The first weeks of Reception.',
    doneBy: 'CHECK_IN_RECORDED',
    starts: [{ enters: ['work.settling'] }],
    limit: { unit: 'SD', n: eyPolicy.firstCheckInSchoolDays, roll: true },
    metBy: ['CHECK_IN_RECORDED'],
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'ey_fulltime',
    source: aim('15 school days in'),
    label: 'Full time',
    ask: 'Check whether the child comes full time, and what would help',
    because: 'Most children come full time by the third week.',
    doneBy: 'CHECK_IN_RECORDED',
    starts: [{ enters: ['work.settling'] }],
    limit: { unit: 'SD', n: eyPolicy.fullTimeSchoolDays, roll: true },
    metBy: ['CHECK_IN_RECORDED'],
    metWhen: ({ event }) => event.payload['fullTime'] === true,
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'ey_review',
    source:
      'Last pupil day before the autumn half term; 6 school weeks for a child who starts later',
    label: 'October review',
    ask: 'Start the October review',
    because: 'Half a term shows whether the child has settled.',
    doneBy: 'REVIEW_STARTED',
    starts: [
      {
        enters: ['work.settling'],
        when: ({ event }) =>
          event.occurredOn.slice(5) >= '08-25' && event.occurredOn.slice(5) < '10-10',
        from: 'lastPupilDayBeforeAutumnHalfTerm',
      },
      {
        enters: ['work.settling'],
        limit: { unit: 'SW', n: eyPolicy.lateReviewSchoolWeeks, roll: true },
      },
    ],
    limit: { unit: 'on' },
    metBy: ['REVIEW_STARTED'],
    within: ['work.settling'],
  },
  {
    ...local,
    code: 'ey_outcome',
    source: aim('10 school days'),
    label: 'Outcome of the review',
    ask: 'Decide: settled, or hand on',
    because: 'The October review has started.',
    doneBy: 'SETTLED',
    starts: [{ enters: ['work.october_review'] }],
    limit: { unit: 'SD', n: eyPolicy.outcomeSchoolDays, roll: true },
    metBy: ['SETTLED', 'ESCALATED'],
    within: ['work.october_review'],
  },
  appealCheck,
  consentChase('work.screened'),
  ...schoolAnswerClocks,
  ...commonClocks.map(workerNeededFrom('work.screened', ['work.notified'])),
];
