import { addDays, laterOf } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../../clock-rule';
import { said } from '../../event';
import { meetingBy } from '../dates';
import { inForce } from '../../policy';
import { reviewPolicy } from '../policy';
import { aim, guidance, law, memoryOf, OPENED } from './bases';

const by =
  (arranger: 'school' | 'authority') =>
  (step: PastStep): boolean =>
    memoryOf(step).arrangedBy === arranger;

const waitsFor = (arranger: 'school' | 'authority') => (step: PastStep) =>
  by(arranger)(step) && step.after['work'] === 'due';

/** Six weeks before the last safe day for the meeting, and never before the case is open. */
function dateWantedBy(step: PastStep): string {
  const latest = meetingBy(memoryOf(step)) ?? step.event.occurredOn;
  const { arrangeWeeksBefore } = inForce(reviewPolicy, step.context);
  return laterOf(addDays(latest, -7 * arrangeWeeksBefore), step.event.occurredOn);
}

const meetingOn = (step: PastStep) =>
  said(step.event, 'meetingOn') ?? memoryOf(step).meetingOn ?? step.event.occurredOn;

const DATED = ['MEETING_ARRANGED', 'MEETING_MOVED'];
const AGAIN = { unit: 'WD', n: reviewPolicy.againWorkingDays, roll: true } as const;

/** Clocks from the opening of a review to its meeting. */
export const arrangingClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'transfer_told',
    rule: 'XFER-6W',
    source: 'SEND Regulations 2014, regulation 15(4)',
    label: 'Family told about the plan that moved here',
    ask: 'Tell the family that the plan has moved, whether we will assess, and when we will review it',
    because: 'The law gives 6 weeks from the day the plan came from the other council.',
    doneBy: 'TRANSFER_TOLD',
    starts: [
      {
        on: [OPENED],
        when: (step) => memoryOf(step).transferredInOn !== null,
        anchor: (step) => memoryOf(step).transferredInOn ?? step.event.occurredOn,
      },
    ],
    limit: { unit: 'CW', n: 6 },
    metBy: ['TRANSFER_TOLD'],
  },
  {
    ...guidance,
    code: 'meeting_by',
    source: 'Worked out: 4 weeks before the year ends; 12 weeks before a date in regulation 18',
    label: 'Last safe day for the meeting',
    ask: 'Get the review meeting held',
    because: 'A later meeting leaves too little time for the steps that follow it.',
    doneBy: 'MEETING_HELD',
    starts: [
      { on: [OPENED], anchor: (step) => meetingBy(memoryOf(step)) ?? step.event.occurredOn },
    ],
    limit: { unit: 'on' },
    metBy: ['MEETING_HELD'],
    within: ['work.due', 'work.arranged'],
  },
  {
    ...aim,
    code: 'arrange_by',
    source: 'Local aim: a date 6 weeks before the last safe day; 5 working days after asking again',
    label: 'School sets the date of the meeting',
    ask: 'Ask the school again for a date, or arrange the meeting ourselves',
    because: 'The head teacher was asked to arrange it, and there is no date.',
    doneBy: 'MEETING_CHASED',
    holder: 'the school',
    starts: [
      { on: [OPENED], when: by('school'), anchor: dateWantedBy, limit: { unit: 'on' } },
      { on: ['MEETING_CHASED', 'MEETING_NOT_HELD'], when: waitsFor('school') },
    ],
    limit: AGAIN,
    metBy: ['MEETING_ARRANGED'],
    voidBy: ['AUTHORITY_ARRANGES', 'EHE_CONFIRMED'],
    within: ['work.due'],
  },
  {
    ...aim,
    code: 'invite_by',
    source: 'Local aim: a date 6 weeks before the last safe day; 5 working days after taking over',
    label: 'Council sets the date of the meeting',
    ask: 'Set the date of the review meeting',
    because: 'The council arranges this one, and there is no date.',
    doneBy: 'MEETING_ARRANGED',
    starts: [
      { on: [OPENED], when: by('authority'), anchor: dateWantedBy, limit: { unit: 'on' } },
      {
        on: ['AUTHORITY_ARRANGES', 'MEETING_NOT_HELD', 'EHE_CONFIRMED'],
        when: waitsFor('authority'),
      },
    ],
    limit: AGAIN,
    metBy: ['MEETING_ARRANGED'],
    within: ['work.due'],
  },
  {
    ...law,
    code: 'papers',
    rule: 'AR-NOTICE-2W',
    source: 'SEND Regulations 2014, regulations 20(4) and 21(4)',
    label: 'Advice goes to everybody invited',
    ask: 'Get the advice to everybody invited',
    because: 'They must have it two weeks before the meeting.',
    doneBy: 'PAPERS_CIRCULATED',
    starts: [{ on: DATED, anchor: meetingOn }],
    limit: { unit: 'CW', n: -2 },
    metBy: ['PAPERS_CIRCULATED'],
    within: ['work.arranged'],
  },
  {
    ...aim,
    code: 'meeting_day',
    source: 'The day set for the meeting',
    label: 'Review meeting',
    ask: 'Record whether the review meeting was held',
    because: 'It was set for this day.',
    doneBy: 'MEETING_HELD',
    starts: [{ on: DATED, anchor: meetingOn }],
    limit: { unit: 'on' },
    metBy: ['MEETING_HELD', 'MEETING_NOT_HELD'],
    within: ['work.arranged'],
  },
  {
    ...aim,
    code: 'early_meeting',
    source: 'Local aim: 6 weeks. The law sets no number of days (regulation 29)',
    label: 'Early review meeting',
    ask: 'Get the early review held',
    because: 'Something has changed for the child, so this review does not wait for its year.',
    doneBy: 'MEETING_HELD',
    starts: [
      { on: [OPENED], when: (step) => ['early', 're_review'].includes(memoryOf(step).reviewKind) },
    ],
    limit: { unit: 'CW', n: reviewPolicy.earlyMeetingWeeks },
    metBy: ['MEETING_HELD'],
    within: ['work.due', 'work.arranged'],
  },
];
