import { addDays, tribunalDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../clock-rule';
import { consultDue } from '../consulting';
import { said } from '../event';
import { commonClocks } from '../regions';
import { ADVISERS, type Adviser } from './events';

const since = { from: '2014-09-01' } as const;
const law = { basis: 'statutory', effective: since } as const;
const aim = { basis: 'local', effective: since } as const;
const opened = { on: ['REQUEST_RECEIVED'] };
const received = ({ context, event }: PastStep) =>
  typeof context['receivedOn'] === 'string' ? context['receivedOn'] : event.occurredOn;
const dayOf =
  (name: string) =>
  ({ event }: PastStep) =>
    said(event, name) ?? event.occurredOn;
const REFUSED = ['REFUSED_TO_ASSESS', 'REFUSED_TO_ISSUE'];

/** Advisers on the 6-week clock: all that were asked, but not the family. */
function advisersAsked({ event }: PastStep): string[] {
  const asked = (event.payload['advisers'] ?? [
    'school',
    'ep',
    'health',
    'social_care',
  ]) as Adviser[];
  const now =
    event.type === 'ADVICE_REQUESTED'
      ? [event.payload['adviser'] as Adviser]
      : event.type === 'EXCEPTION_CLAIMED'
        ? (['school'] as const)
        : asked;
  return now.filter((adviser) => adviser !== 'parent' && adviser in ADVISERS);
}

/** Clocks of an EHC needs assessment: SEND Regulations 2014 (SI 2014/1530), and local aims beside them. When the law changes, close an entry and add one. */
export const ehcClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'w6',
    rule: 'EHCNA-DECIDE-6W',
    source: 'SEND Regulations 2014, regulation 5(1)',
    label: 'Tell the family if we will assess',
    ask: 'Tell the family if we will assess',
    because: 'The law gives 6 weeks to decide and tell the family.',
    doneBy: 'AGREED_TO_ASSESS',
    starts: [opened],
    limit: { unit: 'CW', n: 6 },
    metBy: ['AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS'],
  },
  {
    ...law,
    code: 'w16',
    rule: 'EHCNA-NOPLAN-16W',
    source: 'SEND Regulations 2014, regulation 10(1)',
    label: 'Tell the family if there will be no plan',
    ask: 'Decide whether to issue a plan',
    because: 'If the answer is no, the family must hear by week 16.',
    doneBy: 'AGREED_TO_ISSUE',
    starts: [opened],
    limit: { unit: 'CW', n: 16 },
    metBy: ['REFUSED_TO_ISSUE'],
    voidBy: ['AGREED_TO_ISSUE', 'REFUSED_TO_ASSESS'],
  },
  {
    ...law,
    code: 'w20',
    rule: 'EHCNA-FINAL-20W',
    source: 'SEND Regulations 2014, regulation 13(2)',
    label: 'Final plan sent',
    ask: 'Send the final plan',
    because: 'The law gives 20 weeks from the day the request came.',
    doneBy: 'FINAL_ISSUED',
    starts: [opened],
    limit: { unit: 'CW', n: 20 },
    metBy: ['FINAL_ISSUED'],
    voidBy: REFUSED,
  },
  {
    ...law,
    code: 'advice_due',
    rule: 'EHCNA-ADVICE-6W',
    source: 'SEND Regulations 2014, regulation 8(1)',
    label: 'Advice',
    ask: 'Chase the advice',
    because: 'Those asked have 6 weeks to answer.',
    doneBy: 'ADVICE_CHASED',
    holder: 'the service',
    starts: [
      { on: ['AGREED_TO_ASSESS'], anchor: dayOf('adviceAskedOn') },
      { on: ['ASSESSMENT_CONCEDED', 'ASSESSMENT_ORDERED', 'ADVICE_REQUESTED'] },
      {
        on: ['EXCEPTION_CLAIMED'],
        when: ({ event }) => event.payload['category'] === 'school_closed',
        anchor: dayOf('adviceRequestedOn'),
      },
    ],
    subjects: advisersAsked,
    limit: { unit: 'CW', n: 6 },
    metBy: ['ADVICE_RECEIVED'],
    metWhen: ({ event }) => event.payload['quality'] !== 'back',
    metSubjects: ({ event }) => [String(event.payload['adviser'])],
    voidBy: ['ADVICE_COMPLETE'],
  },
  {
    ...law,
    code: 'reps_end',
    rule: 'EHCNA-DRAFT-15D',
    source: 'SEND Regulations 2014, regulation 13(1)(a)',
    label: 'Family’s 15 days on the draft',
    ask: 'Record the family’s views on the draft',
    because: 'The family has at least 15 days, counting the day they receive it.',
    doneBy: 'REPRESENTATIONS_RECEIVED',
    holder: 'the family',
    starts: [{ on: ['DRAFT_ISSUED', 'DRAFT_REISSUED'], anchor: dayOf('servedOn') }],
    limit: { unit: 'daysBeginning', n: 15 },
    metBy: ['REPRESENTATIONS_RECEIVED', 'REPRESENTATION_PERIOD_ENDED'],
    within: ['work.draft_issued'],
    sends: 'REPRESENTATION_PERIOD_ENDED',
  },
  consultDue('DRAFT_REISSUED', 'FINAL_ISSUED'),
  {
    ...law,
    code: 'appeal_window',
    rule: 'TRIB-APPEAL-WINDOW',
    source: 'Tribunal Procedure Rules 2008, rule 20(1)(c) with rule 12',
    label: 'Family can appeal until',
    ask: 'Wait: the family can appeal',
    because: 'Two months from the day the decision was sent.',
    holder: 'the family',
    starts: [{ on: [...REFUSED, 'FINAL_ISSUED'] }],
    limit: { unit: 'months', n: 2 },
    rolls: tribunalDay,
    metBy: ['CHALLENGE_PERIOD_ENDED'],
    voidBy: [
      'ASSESSMENT_CONCEDED',
      'ASSESSMENT_ORDERED',
      'PLAN_CONCEDED',
      'PLAN_ORDERED',
      'PLAN_AMENDMENT_ORDERED',
    ],
    sends: 'CHALLENGE_PERIOD_ENDED',
  },
  {
    ...law,
    code: 'order_start',
    rule: 'TRIB-ORDER-44',
    source: 'SEND Regulations 2014, regulation 44(2)(b)',
    label: 'Start the assessment that was ordered',
    ask: 'Start the assessment that was ordered',
    because: 'An order to assess gives 2 weeks.',
    doneBy: 'ADVICE_REQUESTED',
    starts: [{ on: ['ASSESSMENT_ORDERED'], anchor: dayOf('orderMade') }],
    limit: { unit: 'CW', n: 2 },
    metBy: ['ADVICE_RECEIVED', 'ADVICE_COMPLETE'],
  },
  {
    ...law,
    code: 'order_draft',
    rule: 'TRIB-ORDER-44',
    source: 'SEND Regulations 2014, regulation 44(2)',
    label: 'Carry out the order about the plan',
    ask: 'Send the plan that was ordered',
    because: 'An order to make or amend a plan gives 5 weeks for the next step.',
    doneBy: 'DRAFT_ISSUED',
    starts: [{ on: ['PLAN_ORDERED', 'PLAN_AMENDMENT_ORDERED'], anchor: dayOf('orderMade') }],
    limit: { unit: 'CW', n: 5 },
    metBy: ['DRAFT_ISSUED'],
  },
  {
    ...aim,
    code: 'panel_target',
    source: 'Local aim: decision ready in week 4',
    label: 'Decision panel',
    ask: 'Take the request to the decision panel',
    because: 'So that the family can be told within 6 weeks.',
    doneBy: 'PANEL_LISTED',
    starts: [opened],
    limit: { unit: 'CW', n: 4 },
    metBy: ['PANEL_LISTED', 'AGREED_TO_ASSESS', 'REFUSED_TO_ASSESS'],
    within: ['work.requested'],
  },
  {
    ...aim,
    code: 'issue_target',
    source: 'Local aim: decide by week 13',
    label: 'Decide on a plan',
    ask: 'Decide whether to issue a plan',
    because: 'Week 13 leaves time to draft and to consult.',
    doneBy: 'AGREED_TO_ISSUE',
    starts: [{ enters: ['work.decision_plan'], anchor: received }],
    limit: { unit: 'CW', n: 13 },
    metBy: ['AGREED_TO_ISSUE', 'REFUSED_TO_ISSUE'],
    within: ['work.decision_plan'],
  },
  {
    ...aim,
    code: 'draft_target',
    source: 'Local aim: draft out by week 14',
    label: 'Draft plan',
    ask: 'Send the draft plan',
    because: 'Week 14 leaves the family their 15 days and time to consult.',
    doneBy: 'DRAFT_ISSUED',
    starts: [{ enters: ['work.drafting'], anchor: received }],
    limit: { unit: 'CW', n: 14 },
    metBy: ['DRAFT_ISSUED'],
    within: ['work.drafting'],
  },
  {
    code: 'draft_by',
    basis: 'guidance',
    effective: since,
    rule: 'EHCNA-DRAFT-LATEST',
    source: 'Worked out from regulations 13(1)(a) and 13(2)',
    label: 'Last safe day for the draft',
    ask: 'Send the draft plan',
    because: 'A draft sent later leaves the family fewer than 15 days.',
    doneBy: 'DRAFT_ISSUED',
    starts: [{ on: ['REQUEST_RECEIVED'], anchor: (step) => addDays(received(step), 125) }],
    limit: { unit: 'on' },
    metBy: ['DRAFT_ISSUED'],
    voidBy: REFUSED,
  },
  {
    ...aim,
    code: 'sign_target',
    source: 'Local aim: final plan to sign in week 19',
    label: 'Final plan ready to sign',
    ask: 'Prepare the final plan',
    because: 'Week 19 leaves a week to put things right.',
    doneBy: 'FINAL_ISSUED',
    starts: [{ enters: ['work.finalising'], anchor: received }],
    limit: { unit: 'CW', n: 19 },
    metBy: ['FINAL_ISSUED'],
    within: ['work.finalising'],
  },
  {
    ...aim,
    code: 'exc_review',
    source: 'Local aim: every 2 weeks',
    label: 'Review the reason for delay',
    ask: 'Review whether the reason for delay still holds',
    because: 'An excuse lasts only as long as its cause.',
    doneBy: 'EXCEPTION_ENDED',
    starts: [{ enters: ['exception.claimed'] }],
    limit: { unit: 'CW', n: 2 },
    metBy: ['EXCEPTION_ENDED'],
    within: ['exception.claimed'],
  },
  {
    ...law,
    code: 'mediation_due',
    source: 'SEND Regulations 2014, regulation 36',
    rule: 'MED-ARRANGE-30D',
    label: 'Mediation',
    ask: 'Take part in mediation',
    because: 'Mediation must be held within 30 days of the request.',
    doneBy: 'DISPUTE_CLOSED',
    starts: [{ enters: ['dispute.mediation'] }],
    limit: { unit: 'CD', n: 30 },
    metBy: ['DISPUTE_CLOSED'],
    within: ['dispute.mediation'],
  },
  ...commonClocks,
];
