import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks } from '../regions';
import { meetingOf } from './machine';
import { tatsPolicy as policy } from './policy';

const since = { from: '2014-09-01' } as const;
const local = { basis: 'local', effective: since } as const;
const law = { basis: 'statutory', effective: since } as const;
const aim = (text: string) => `Local aim: ${text}`;
const meeting = ({ event, context }: PastStep) => meetingOf(event, context);
const stood =
  (...states: string[]) =>
  ({ after }: PastStep) =>
    states.includes(after['work'] ?? '');
const DECIDED = [
  'DECISION_ACTIONS',
  'DECISION_SIGNPOST',
  'DECISION_MOVE_PATHWAY',
  'DECISION_ESCALATE',
  'DECISION_CLOSE_STABLE',
  'CHAIR_CLOSED_ON_PAPERS',
];
/** Everything that sets or moves the day of a listed item. */
const listings = [
  {
    on: ['LISTED_FOR_MEETING', 'LISTED_URGENT', 'MEETING_NOT_HELD', 'ITEM_DEFERRED'],
    when: stood('listed'),
    anchor: meeting,
  },
];
const papers = { unit: 'WD', n: -policy.papersBeforeWorkingDays } as const;
const firstDay = ({ event }: PastStep) => said(event, 'exclusionFirstDay') ?? event.occurredOn;

/** Clocks of the Team Around the School (handbook 6.4 and 3.4). Local aims, but for those of an exclusion. */
export const tatsClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'triage_sla',
    source: aim('3 working days'),
    label: 'Start triage',
    ask: 'Start triage',
    because: 'Put forward and not looked at yet.',
    doneBy: 'TRIAGE_STARTED',
    starts: [{ enters: ['work.identified'] }],
    limit: { unit: 'WD', n: policy.triageWorkingDays, roll: true },
    metBy: ['TRIAGE_STARTED'],
    within: ['work.identified'],
  },
  {
    ...local,
    code: 'triage_end',
    source: aim('3 working days'),
    label: 'Finish triage',
    ask: 'List it, ask for more, or give advice',
    because: 'Triage has started.',
    doneBy: 'LISTED_FOR_MEETING',
    starts: [{ enters: ['work.triage'] }],
    limit: { unit: 'WD', n: policy.triageWorkingDays, roll: true },
    metBy: ['LISTED_FOR_MEETING', 'LISTED_URGENT', 'SIGNPOSTED', 'MORE_INFO_REQUESTED'],
    within: ['work.triage'],
  },
  {
    ...local,
    code: 'info_sla',
    source: aim('papers 4 working days before the meeting'),
    label: 'The school’s papers',
    ask: 'Get the school’s papers, or list the child without them',
    because: 'The next meeting needs them.',
    doneBy: 'INFO_RECEIVED',
    holder: 'the school',
    starts: [{ enters: ['work.info_requested'], anchor: meeting }],
    limit: papers,
    metBy: ['INFO_RECEIVED', 'LISTED_FOR_MEETING'],
    within: ['work.info_requested'],
  },
  {
    ...local,
    code: 'paper_deadline',
    source: aim('papers 4 working days before the meeting'),
    label: 'Papers for the meeting',
    ask: 'Get the papers for the meeting in',
    because: 'Members read them before the meeting.',
    starts: listings,
    limit: papers,
    metBy: ['ITEM_OPENED'],
    within: ['work.listed'],
  },
  {
    ...local,
    code: 'meeting_on',
    source: 'Day of the meeting',
    label: 'Meeting',
    ask: 'Take the child to the meeting',
    because: 'Listed for this meeting.',
    doneBy: 'ITEM_OPENED',
    starts: listings,
    limit: { unit: 'on' },
    metBy: ['ITEM_OPENED'],
    within: ['work.listed'],
  },
  {
    ...local,
    code: 'extra_slot_by',
    source: aim('3 working days after a meeting that was not held'),
    label: 'Extra slot',
    ask: 'Offer an extra slot',
    because: 'The meeting was not held, and permanent exclusion is a risk.',
    doneBy: 'LISTED_URGENT',
    starts: [
      {
        on: ['MEETING_NOT_HELD'],
        when: ({ context, after }) => context['pexRisk'] === true && after['work'] === 'listed',
      },
    ],
    limit: { unit: 'WD', n: policy.extraSlotWorkingDays, roll: true },
    metBy: ['LISTED_URGENT', 'ITEM_OPENED'],
    within: ['work.listed'],
  },
  {
    ...local,
    code: 'decision_record',
    source: aim('1 working day'),
    label: 'Record the decision',
    ask: 'Record what the meeting decided',
    because: 'The item was opened at the meeting.',
    doneBy: 'DECISION_ACTIONS',
    starts: [{ enters: ['work.in_discussion'] }],
    limit: { unit: 'WD', n: 1, roll: true },
    metBy: [...DECIDED, 'ITEM_DEFERRED'],
    within: ['work.in_discussion'],
  },
  {
    ...local,
    code: 'feedback',
    source: aim('2 working days from the decision'),
    label: 'Feedback to the school',
    ask: 'Tell the school what was agreed',
    because: 'The meeting has decided.',
    doneBy: 'FEEDBACK_GIVEN',
    starts: [{ on: DECIDED }],
    limit: { unit: 'WD', n: policy.feedbackWorkingDays, roll: true },
    metBy: ['FEEDBACK_GIVEN'],
  },
  {
    ...local,
    code: 'action_default',
    source: aim('10 school days from the decision'),
    label: 'Actions done',
    ask: 'See that the actions are done',
    because: 'Agreed at the meeting.',
    doneBy: 'ALL_ACTIONS_DONE',
    starts: [{ on: ['DECISION_ACTIONS'] }],
    limit: { unit: 'SD', n: policy.actionSchoolDays, roll: true },
    metBy: ['ALL_ACTIONS_DONE'],
    within: ['work.actions_live'],
  },
  {
    ...local,
    code: 'review_date',
    source: aim('6 school weeks, or the day the chair sets'),
    label: 'Review',
    ask: 'List the child for review',
    because: 'The group looks again at what was agreed.',
    doneBy: 'REVIEW_LISTED',
    starts: [
      {
        on: ['DECISION_ACTIONS'],
        when: ({ event }) => said(event, 'reviewOn') !== undefined,
        anchor: ({ event }) => said(event, 'reviewOn') ?? event.occurredOn,
        limit: { unit: 'on' },
      },
      { enters: ['work.actions_live'] },
    ],
    limit: { unit: 'SW', n: policy.reviewSchoolWeeks, roll: true },
    metBy: ['REVIEW_LISTED', 'ALL_ACTIONS_DONE'],
    within: ['work.actions_live'],
  },
  {
    ...local,
    code: 'review_meeting',
    source: 'Day of the review meeting',
    label: 'Review meeting',
    ask: 'Look at the child again at the meeting',
    because: 'Listed for review.',
    doneBy: 'ITEM_OPENED',
    starts: [
      {
        on: ['REVIEW_LISTED', 'ALL_ACTIONS_DONE', 'MEETING_NOT_HELD'],
        when: stood('review_listed'),
        anchor: meeting,
      },
    ],
    limit: { unit: 'on' },
    metBy: ['ITEM_OPENED', 'CHAIR_CLOSED_ON_PAPERS'],
    within: ['work.review_listed'],
  },
  {
    ...law,
    code: 'sixth_school_day',
    rule: 'EXCL-6TH-DAY',
    source: 'Education Act 1996, section 19(3A); SI 2007/1870',
    label: 'Full-time education starts',
    ask: 'Arrange full-time education',
    because: 'The law gives it from the sixth school day of a permanent exclusion.',
    starts: [{ on: ['PERMANENTLY_EXCLUDED'], anchor: firstDay }],
    limit: { unit: 'SD', n: 5, roll: true },
    metBy: [],
  },
  {
    ...law,
    code: 'governing_board_by',
    rule: 'EXCL-BOARD-15SD',
    source: 'SI 2012/1033, regulations 6, 15 and 24',
    label: 'Governors meet',
    ask: 'Find out what the governors decided',
    because: 'They must meet within 15 school days of being told.',
    holder: 'the governing board',
    starts: [
      {
        on: ['PERMANENTLY_EXCLUDED'],
        anchor: (step) => said(step.event, 'boardToldOn') ?? firstDay(step),
      },
    ],
    limit: { unit: 'SD', n: 15 },
    metBy: [],
  },
  ...commonClocks,
];
