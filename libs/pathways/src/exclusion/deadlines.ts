import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks } from '../regions';
import { educationFromSixthDay, governorsMeetWithin } from './duty';
import { type ExclusionContext } from './memory';

const RECORDED = 'EXCLUSION_RECORDED';
const BOARD = 'SI 2012/1033, regulations 6, 15 and 24';
const law = { basis: 'statutory', effective: { from: '2012-09-01' } } as const;
const memoryOf = ({ context }: PastStep) => context as unknown as ExclusionContext;
const dayOf =
  (name: string) =>
  ({ event }: PastStep) =>
    said(event, name) ?? event.occurredOn;
const schoolDays = (n: number) => ({ unit: 'SD', n }) as const;

const sixthDay = {
  basis: 'statutory',
  effective: { from: '2007-09-01' },
  rule: 'EXCL-6TH-DAY',
  limit: { unit: 'SD', n: 5, roll: true },
  doneBy: 'EDUCATION_STARTED',
  metBy: ['EDUCATION_STARTED'],
  voidBy: ['PANEL_QUASHED'],
} as const;
const from = (kind: ExclusionContext['kind']) => [
  {
    on: [RECORDED],
    when: (step: PastStep) => memoryOf(step).kind === kind && educationFromSixthDay(memoryOf(step)),
    anchor: (step: PastStep) => memoryOf(step).firstDay,
  },
];

const governors = {
  ...law,
  label: 'Governors meet',
  ask: 'Find out what the governors decided',
  holder: 'the governing board',
  doneBy: 'GOVERNORS_UPHELD',
  metBy: ['GOVERNORS_UPHELD', 'GOVERNORS_REINSTATED'],
} as const;
const mustMeetWithin = (n: 15 | 50) => (step: PastStep) =>
  governorsMeetWithin(memoryOf(step)) === n;
const boardTold = (step: PastStep) => memoryOf(step).boardToldOn;

/** Clocks of an exclusion, in school days of that school. */
export const exclusionClocks: readonly ClockRule[] = [
  {
    ...sixthDay,
    code: 'sixth_school_day',
    source: 'Education Act 1996, section 19(3A) and (3B); SI 2007/1870',
    label: 'Full-time education from the sixth school day',
    ask: 'Get full-time education started',
    because: 'The council gives it from the sixth school day of a permanent exclusion.',
    starts: from('permanent'),
  },
  {
    ...sixthDay,
    code: 'sixth_day_suspended',
    source: 'Education and Inspections Act 2006, section 100; SI 2007/1870',
    label: 'Full-time education from the sixth school day',
    ask: 'Ask the school for education from the sixth school day',
    because: 'The governors must give it from the sixth school day of a suspension.',
    holder: 'the governing board',
    starts: from('suspension'),
  },
  {
    ...governors,
    code: 'governing_board_by',
    rule: 'EXCL-BOARD-15SD',
    source: BOARD,
    because: 'They must meet within 15 school days of being told.',
    starts: [{ on: [RECORDED], when: mustMeetWithin(15), anchor: boardTold }],
    limit: schoolDays(15),
  },
  {
    ...governors,
    code: 'governing_board_50',
    rule: 'EXCL-BOARD-50SD',
    source: BOARD,
    because: 'The family has written to them, so they must meet within 50 school days.',
    starts: [{ on: ['REPRESENTATIONS_MADE'], when: mustMeetWithin(50), anchor: boardTold }],
    limit: schoolDays(50),
  },
  {
    ...law,
    code: 'review_apply_by',
    rule: 'EXCL-IRP-APPLY-15SD',
    source: 'SI 2012/1033, Schedule 1, paragraph 2',
    label: 'Family can ask for an independent review until',
    ask: 'Wait: the family can ask for an independent review',
    because: 'It has 15 school days from the notice.',
    holder: 'the family',
    starts: [{ enters: ['work.upheld'], anchor: dayOf('noticeGivenOn') }],
    limit: schoolDays(15),
    metBy: ['REVIEW_APPLIED_FOR', 'REVIEW_PERIOD_ENDED'],
    within: ['work.upheld'],
    sends: 'REVIEW_PERIOD_ENDED',
  },
  {
    ...law,
    code: 'review_hear_by',
    rule: 'EXCL-IRP-HEAR-15SD',
    source: 'SI 2012/1033, Schedule 1',
    label: 'Independent review panel meets',
    ask: 'Get the independent review panel to meet',
    because: 'It must meet within 15 school days of the family asking.',
    doneBy: 'PANEL_UPHELD',
    starts: [{ enters: ['work.review_asked'] }],
    limit: schoolDays(15),
    metBy: ['PANEL_UPHELD', 'PANEL_RECOMMENDED', 'PANEL_QUASHED'],
    within: ['work.review_asked'],
  },
  {
    ...governors,
    code: 'reconsider_by',
    rule: 'EXCL-RECONSIDER-10SD',
    source: 'SI 2012/1033, regulations 8, 17 and 26',
    label: 'Governors look again',
    because: 'They must meet again within 10 school days of the panel’s decision.',
    starts: [{ enters: ['work.reconsidering'], anchor: dayOf('notifiedOn') }],
    limit: schoolDays(10),
    within: ['work.reconsidering'],
  },
  ...commonClocks,
];
