import { type ClockRule, type PastStep } from '../clock-rule';
import { said } from '../event';
import { commonClocks, consentChase, schoolAnswerClocks, workerNeededFrom } from '../regions';
import { beforeLeavingAge, lastFridayOfJune } from '../school-leaving';
import { ebsnaPolicy } from './policy';
import { timetableClocks } from './timetable-deadlines';

const days = ebsnaPolicy.clocks;
const local = { basis: 'local', effective: { from: '2014-09-01' } } as const;
const aim = (text: string) => `Local aim: ${text}`;
const schoolDays = (n: number) => ({ unit: 'SD', n, roll: true }) as const;
const named =
  (field: string) =>
  ({ event }: PastStep) =>
    said(event, field) ?? event.occurredOn;
const names =
  (field: string) =>
  ({ event }: PastStep) =>
    said(event, field) !== undefined;
const onTheDay = { unit: 'on' } as const;
const urgent = ({ context }: PastStep) => context['immediateRisk'] === true;

/** Clocks of an EBSNA case (handbook 5.4). All are local aims; council settings may replace the numbers. */
export const ebsnaClocks: readonly ClockRule[] = [
  {
    ...local,
    code: 'draft_expiry',
    source: aim('20 school days'),
    label: 'Finish the referral',
    ask: 'Complete the referral, or end it',
    because: 'It was started and nobody has looked at it yet.',
    doneBy: 'REFERRAL_SUBMITTED',
    holder: 'the school',
    starts: [{ enters: ['work.draft_referral'] }],
    limit: schoolDays(days.draftSchoolDays),
    metBy: ['REFERRAL_SUBMITTED'],
    within: ['work.draft_referral'],
  },
  {
    ...local,
    code: 'triage_sla',
    source: aim('5 school days; 1 working day when the child is at risk now'),
    label: 'Triage',
    ask: 'Settle the level and the way on',
    because: 'The referral is complete.',
    doneBy: 'TRIAGE_TO_PANEL',
    starts: [
      {
        enters: ['work.triage'],
        when: urgent,
        limit: { unit: 'WD', n: days.urgentTriageWorkingDays, roll: true },
      },
      { enters: ['work.triage'] },
    ],
    limit: schoolDays(days.triageSchoolDays),
    metBy: [
      'TRIAGE_ADVICE',
      'TRIAGE_MORE_INFO',
      'TRIAGE_TO_PANEL',
      'TRIAGE_DIRECT_ALLOCATION',
      'TRIAGE_NOT_EBSNA',
    ],
    within: ['work.triage'],
  },
  {
    ...local,
    code: 'info_sla',
    source: aim('10 school days'),
    label: 'Information asked for',
    ask: 'Chase the information',
    because: 'Without it the case goes on as it stands.',
    doneBy: 'INFO_RECEIVED',
    holder: 'school and family',
    starts: [{ enters: ['work.more_information'] }],
    limit: schoolDays(days.informationSchoolDays),
    metBy: ['INFO_RECEIVED', 'INFO_TIMEOUT'],
    within: ['work.more_information'],
    sends: 'INFO_TIMEOUT',
  },
  {
    ...local,
    code: 'panel_date',
    source: 'Date of the Education Inclusion Panel, which meets weekly in term',
    label: 'Education Inclusion Panel',
    ask: 'Take the case to the panel',
    because: 'On the panel’s list.',
    doneBy: 'PANEL_ALLOCATED',
    starts: [
      {
        on: ['TRIAGE_TO_PANEL'],
        when: names('panelOn'),
        anchor: named('panelOn'),
        limit: onTheDay,
      },
      { on: ['PANEL_DEFERRED'], when: names('newDate'), anchor: named('newDate'), limit: onTheDay },
      { on: ['PANEL_DEFERRED'] },
      {
        on: ['PANEL_ALLOCATED'],
        when: ({ after }) => after['work'] === 'panel_listed',
        limit: schoolDays(days.waitingReviewSchoolDays),
      },
      { enters: ['work.panel_listed'] },
    ],
    limit: schoolDays(days.nextPanelSchoolDays),
    metBy: ['PANEL_ALLOCATED', 'PANEL_ADVICE', 'PANEL_OTHER_ROUTE', 'PANEL_DEFERRED'],
    within: ['work.panel_listed'],
  },
  {
    ...local,
    code: 'first_contact',
    source: aim('5 school days'),
    label: 'First contact',
    ask: 'Make the first contact with child and family',
    because: 'The case was allocated.',
    doneBy: 'FIRST_CONTACT_MADE',
    starts: [{ enters: ['work.allocated'] }],
    limit: schoolDays(days.firstContactSchoolDays),
    metBy: ['FIRST_CONTACT_MADE', 'NO_CONTACT'],
    within: ['work.allocated'],
  },
  {
    ...local,
    code: 'assess_sla',
    source: aim('15 school days'),
    label: 'Assessment',
    ask: 'Finish the assessment',
    because: 'The plan waits for it.',
    doneBy: 'ASSESSMENT_COMPLETED',
    starts: [{ enters: ['work.assessing'] }],
    limit: schoolDays(days.assessmentSchoolDays),
    metBy: ['ASSESSMENT_COMPLETED'],
    within: ['work.assessing'],
  },
  {
    ...local,
    code: 'plan_sla',
    source: aim('10 school days'),
    label: 'Plan',
    ask: 'Hold the plan meeting',
    because: 'The assessment is finished.',
    doneBy: 'PLAN_AGREED',
    starts: [{ enters: ['work.planning'] }],
    limit: schoolDays(days.planSchoolDays),
    metBy: ['PLAN_AGREED'],
    within: ['work.planning'],
  },
  {
    ...local,
    code: 'review_due',
    source: aim('6 school weeks'),
    label: 'Review of the plan',
    ask: 'Start the review',
    because: 'The cycle of support is over.',
    doneBy: 'REVIEW_STARTED',
    starts: [
      {
        enters: ['work.plan_active'],
        when: names('reviewOn'),
        anchor: named('reviewOn'),
        limit: onTheDay,
      },
      { enters: ['work.plan_active'] },
    ],
    limit: { unit: 'SW', n: ebsnaPolicy.cycleSchoolWeeks, roll: true },
    metBy: ['REVIEW_STARTED', 'CRISIS'],
    within: ['work.plan_active'],
  },
  {
    ...local,
    code: 'contact_gap',
    source: aim('no 5 school days without a step or a contact'),
    label: 'Next step or contact',
    ask: 'Record a step or a contact',
    because: 'The child is not left without a contact for long.',
    doneBy: 'STEP_RECORDED',
    starts: [{ enters: ['work.plan_active'] }, { on: ['STEP_RECORDED'] }],
    limit: schoolDays(days.contactGapSchoolDays),
    metBy: ['STEP_RECORDED'],
    within: ['work.plan_active'],
  },
  {
    ...local,
    code: 'review_sla',
    source: aim('5 school days'),
    label: 'Decision of the review',
    ask: 'Decide: another cycle, step down, or another route',
    because: 'The review has started.',
    doneBy: 'REVIEW_CONTINUE',
    starts: [{ enters: ['work.review'] }],
    limit: schoolDays(days.reviewSchoolDays),
    metBy: ['REVIEW_CONTINUE', 'REVIEW_STEP_DOWN', 'REVIEW_OTHER_ROUTE', 'REVIEW_DISENGAGED'],
    within: ['work.review'],
  },
  {
    ...local,
    code: 'stepdown_end',
    source: aim('12 school weeks'),
    label: 'Step-down ends',
    ask: 'Close the case, or record a relapse',
    because: 'The time of watching is over.',
    doneBy: 'STEP_DOWN_ENDED',
    starts: [{ enters: ['work.step_down'] }],
    limit: { unit: 'SW', n: days.stepDownSchoolWeeks, roll: true },
    metBy: ['STEP_DOWN_ENDED', 'RELAPSE'],
    within: ['work.step_down'],
  },
  {
    ...local,
    code: 'leaving_age',
    source: 'Education Act 1996, section 8: last Friday of June in Year 11',
    label: 'School leaving age',
    ask: 'Start the review: school leaving age is here',
    because: 'Support for school ends on the last Friday of June in Year 11.',
    doneBy: 'REVIEW_STARTED',
    starts: [{ on: ['REFERRAL_STARTED'], when: beforeLeavingAge, anchor: lastFridayOfJune }],
    limit: onTheDay,
    metBy: ['REACHED_SCHOOL_LEAVING_AGE'],
  },
  ...timetableClocks,
  ...schoolAnswerClocks,
  consentChase('work.allocated'),
  ...commonClocks.map(
    workerNeededFrom('work.allocated', [
      'work.draft_referral',
      'work.triage',
      'work.more_information',
      'work.panel_listed',
    ]),
  ),
];
