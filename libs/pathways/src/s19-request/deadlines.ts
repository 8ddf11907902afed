import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks, schoolAnswerClocks } from '../regions';
import { beforeLeavingAge, lastFridayOfJune } from '../school-leaving';
import { s19Policy } from './policy';

const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;
const schoolDays = (n: number) => ({ unit: 'SD', n, roll: true }) as const;
const workingDays = (n: number) => ({ unit: 'WD', n, roll: true }) as const;
const onTheDay = { unit: 'on' } as const;
const named =
  (field: string) =>
  ({ event }: PastStep) =>
    said(event, field) ?? event.occurredOn;
const names =
  (field: string) =>
  ({ event }: PastStep) =>
    said(event, field) !== undefined;
const DECIDED = ['S19_AGREED', 'S19_NOT_AGREED', 'DELEGATED_DECISION_AGREED'];
const firstExcludedDay = ({ context, event }: PastStep) =>
  said({ payload: context }, 'exclusionFirstDay') ?? event.occurredOn;
const excluded = ({ context }: PastStep) => context['excluded'] === true;
const excludedOnNamedDay = (step: PastStep) =>
  excluded(step) && typeof step.context['exclusionFirstDay'] === 'string';

/** Clocks of a section 19 request (handbook 8.1). The sixth school day is law; the rest are aims. */
export const s19Clocks: readonly ClockRule[] = [
  {
    code: 'sixth_school_day',
    rule: 'EXCL-6TH-DAY',
    basis: 'statutory',
    effective: { from: '2007-09-01' },
    source: 'Education Act 1996, section 19(3A) and (3B); SI 2007/1870',
    label: 'Full-time education from the sixth school day',
    ask: 'Start full-time education',
    because: 'The law gives it from the sixth school day of a permanent exclusion.',
    doneBy: 'PROVISION_STARTED',
    starts: [{ on: ['REQUEST_RECEIVED'], when: excluded, anchor: firstExcludedDay }],
    limit: schoolDays(s19Policy.schoolDaysAfterFirstExcluded),
    metBy: ['PROVISION_STARTED'],
    voidBy: ['EXCLUSION_CANCELLED'],
  },
  {
    ...local,
    code: 's19_ack',
    source: aim('5 working days'),
    label: 'Acknowledge the request',
    ask: 'Acknowledge the request',
    because: 'Whoever asked must know that it came, and what happens next.',
    doneBy: 'ACKNOWLEDGED',
    starts: [{ enters: ['work.received'] }],
    limit: workingDays(s19Policy.acknowledgeWorkingDays),
    metBy: ['ACKNOWLEDGED'],
    within: ['work.received'],
  },
  {
    ...local,
    code: 's19_decide',
    source: aim('15 working days from the request; the law has no day count'),
    label: 'Decide about the duty',
    ask: 'Decide whether the council owes education',
    because: 'A child may be without suitable education.',
    doneBy: 'LISTED',
    starts: [{ on: ['REQUEST_RECEIVED', 'CIRCUMSTANCES_CHANGED'] }],
    limit: workingDays(s19Policy.decideWorkingDays),
    metBy: DECIDED,
    within: ['work.received', 'work.information', 'work.panel_listed'],
  },
  {
    ...local,
    code: 'panel_date',
    source: 'Date of the Education Inclusion Panel, which meets weekly in term',
    label: 'Education Inclusion Panel',
    ask: 'Take the request to the panel, and decide',
    because: 'On the panel’s list.',
    doneBy: 'S19_AGREED',
    starts: [
      { on: ['LISTED'], when: names('panelOn'), anchor: named('panelOn'), limit: onTheDay },
      { on: ['PANEL_DEFERRED'], when: names('newDate'), anchor: named('newDate'), limit: onTheDay },
      { on: ['LISTED', 'PANEL_DEFERRED'] },
    ],
    limit: schoolDays(s19Policy.nextPanelSchoolDays),
    metBy: [...DECIDED, 'PANEL_DEFERRED'],
    within: ['work.panel_listed'],
  },
  {
    ...local,
    code: 's19_start',
    source: aim('10 school days from the decision; the sixth school day of an exclusion'),
    label: 'Education starts',
    ask: 'Start the education that was agreed',
    because: 'The duty is accepted.',
    doneBy: 'PROVISION_STARTED',
    starts: [
      {
        enters: ['work.agreed'],
        when: excludedOnNamedDay,
        anchor: firstExcludedDay,
        limit: schoolDays(s19Policy.schoolDaysAfterFirstExcluded),
        fixed: true,
      },
      { enters: ['work.agreed'] },
    ],
    limit: schoolDays(s19Policy.startSchoolDays),
    metBy: ['PROVISION_STARTED'],
    within: ['work.agreed'],
  },
  {
    ...local,
    code: 's19_review',
    source: aim('6 school weeks'),
    label: 'Review of the education',
    ask: 'Start the review',
    because: 'Is it suitable, is it full time, is the child ready to go back?',
    doneBy: 'REVIEW_STARTED',
    starts: [
      {
        on: ['CONTINUE'],
        when: names('nextReviewOn'),
        anchor: named('nextReviewOn'),
        limit: onTheDay,
      },
      { enters: ['work.provision_live'] },
    ],
    limit: { unit: 'SW', n: s19Policy.reviewSchoolWeeks, roll: true },
    metBy: ['REVIEW_STARTED'],
    within: ['work.provision_live'],
  },
  {
    ...local,
    code: 's19_review_sla',
    source: aim('5 school days'),
    label: 'Decision of the review',
    ask: 'Decide: go on, back at school, or a place',
    because: 'The review has started.',
    doneBy: 'CONTINUE',
    starts: [{ enters: ['work.reviewing'] }],
    limit: schoolDays(s19Policy.reviewSchoolDays),
    metBy: ['CONTINUE', 'RETURN_COMPLETED', 'PLACEMENT_NAMED'],
    within: ['work.reviewing'],
  },
  {
    ...local,
    code: 's19_checkin',
    source: aim('every 13 weeks'),
    label: 'Check-in',
    ask: 'Ask whether the education is still suitable',
    because: 'The duty was not accepted, and things change.',
    doneBy: 'CHECK_IN_OK',
    starts: [{ enters: ['work.check_in'] }, { on: ['CHECK_IN_OK'] }],
    limit: { unit: 'CW', n: s19Policy.checkInWeeks },
    metBy: ['CHECK_IN_OK', 'CIRCUMSTANCES_CHANGED'],
    within: ['work.check_in'],
  },
  {
    ...local,
    code: 'leaving_age',
    source: 'Education Act 1996, section 8: last Friday of June in Year 11',
    label: 'School leaving age',
    ask: 'Hand over to post-16 support',
    because: 'The duty ends on the last Friday of June in Year 11.',
    doneBy: 'REACHED_SCHOOL_LEAVING_AGE',
    starts: [{ on: ['REQUEST_RECEIVED'], when: beforeLeavingAge, anchor: lastFridayOfJune }],
    limit: onTheDay,
    metBy: ['REACHED_SCHOOL_LEAVING_AGE'],
    sends: 'REACHED_SCHOOL_LEAVING_AGE',
  },
  ...schoolAnswerClocks,
  ...commonClocks,
];
