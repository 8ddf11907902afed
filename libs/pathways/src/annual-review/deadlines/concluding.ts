import { type ClockRule, type PastStep } from '../../clock-rule';
import { repsOnChanges } from '../../amending';
import { consultDue } from '../../consulting';
import { finalPlanBy, moveGovernsDate, nextPlaceBy, yearStart } from '../dates';
import { reviewPolicy } from '../policy';
import { aim, guidance, law, memoryOf, OPENED } from './bases';

const DECIDED = ['DECISION_MAINTAIN', 'DECISION_AMEND', 'DECISION_CEASE'];
const ENDED = ['FINAL_AMENDED_ISSUED', 'AMENDMENT_WITHDRAWN'];
const HELD = [{ on: ['MEETING_HELD'] }];

const started = (step: PastStep) => yearStart(memoryOf(step)) ?? step.event.occurredOn;
const placeBy = (step: PastStep) => nextPlaceBy(memoryOf(step)) ?? step.event.occurredOn;
const movesOn = (step: PastStep, later: boolean) => {
  const { transferType } = memoryOf(step);
  return transferType !== null && (transferType === 'post16_to_post16') === later;
};

const nextPlace = {
  ...law,
  label: 'Plan names the next place',
  ask: 'Get the plan reviewed, changed and sent with the next place named',
  doneBy: 'FINAL_AMENDED_ISSUED',
  limit: { unit: 'on' },
  metBy: ['DECISION_MAINTAIN', ...ENDED],
} as const;

/** Clocks of the year, of the meeting and of what follows it. */
export const concludingClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'ar_conclude_by',
    rule: 'AR-12M',
    source: 'Children and Families Act 2014, section 44(1); after a move, regulation 15(5)',
    label: 'Review concluded',
    ask: 'Conclude the annual review',
    because: 'A plan is reviewed within 12 months, counting the day of the last conclusion.',
    starts: [
      {
        on: [OPENED],
        when: (step) => moveGovernsDate(memoryOf(step)),
        anchor: (step) => memoryOf(step).transferredInOn ?? step.event.occurredOn,
        limit: { unit: 'monthsBeginning', n: 3 },
        rule: 'XFER-REVIEW',
      },
      { on: [OPENED], anchor: started },
    ],
    limit: { unit: 'monthsBeginning', n: 12 },
    metBy: DECIDED,
  },
  {
    ...nextPlace,
    code: 'phase_transfer_by',
    rule: 'PT-FIXED',
    source: 'SEND Regulations 2014, regulation 18(1)',
    because: 'The regulation says before this day: work to the day before.',
    starts: [{ on: [OPENED], when: (step) => movesOn(step, false), anchor: placeBy }],
  },
  {
    ...nextPlace,
    code: 'post16_transfer_by',
    rule: 'PT-5M',
    source: 'SEND Regulations 2014, regulation 18(2)',
    because: 'The next college must be named five months before the move.',
    starts: [{ on: [OPENED], when: (step) => movesOn(step, true), anchor: placeBy }],
  },
  {
    ...guidance,
    code: 'under5_consider',
    rule: 'AR-UNDER5',
    source: 'SEND Code of Practice 9.178',
    label: 'Think about an earlier review',
    ask: 'Consider reviewing now: the child is under 5',
    because: 'Plans of children under 5 are looked at every three to six months.',
    doneBy: 'MEETING_ARRANGED',
    starts: [
      {
        on: [OPENED],
        when: (step) => memoryOf(step).reviewKind === 'early_years',
        anchor: started,
      },
    ],
    limit: { unit: 'months', n: 6 },
    metBy: ['MEETING_HELD'],
  },
  {
    ...law,
    code: 'report',
    rule: 'AR-REPORT-2W',
    source: 'SEND Regulations 2014, regulations 20 and 21(7)',
    label: 'Report of the meeting',
    ask: 'Get the report of the meeting, or go on without it',
    because: 'It is due two weeks after the meeting.',
    doneBy: 'REPORT_CHASED',
    holder: 'the school',
    starts: HELD,
    limit: { unit: 'CW', n: 2 },
    metBy: ['REPORT_RECEIVED'],
    quietIn: ['work.report_in', 'work.amending', 'work.cease_considering'],
  },
  {
    ...law,
    code: 'decision',
    rule: 'AR-DECISION-4W',
    source: 'SEND Regulations 2014, regulations 20(10) and 21(8)',
    label: 'Family told the decision',
    ask: 'Decide on the review and tell the family',
    because: 'The law gives four weeks from the meeting, with or without the report.',
    starts: HELD,
    limit: { unit: 'CW', n: 4 },
    metBy: DECIDED,
  },
  {
    ...law,
    code: 'final_longstop',
    rule: 'AR-FINAL-8W-12W',
    source: 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)',
    label: 'Twelve weeks from the meeting',
    ask: 'Send the final changed plan',
    because: 'A changed plan is sent within 12 weeks of the meeting, however late the notice was.',
    doneBy: 'FINAL_AMENDED_ISSUED',
    starts: HELD,
    limit: { unit: 'CW', n: 12 },
    metBy: ENDED,
    voidBy: ['DECISION_MAINTAIN', 'DECISION_CEASE'],
    quietIn: ['work.held', 'work.report_in'],
  },
  repsOnChanges('DECISION_AMEND', 'work.amending'),
  {
    ...law,
    code: 'final',
    rule: 'AR-FINAL-8W-12W',
    source: 'SEND Regulations 2014, regulation 22(3); R (L, M and P) v Devon [2022]',
    label: 'Final changed plan sent',
    ask: 'Send the final changed plan',
    because: 'Eight weeks from the notice, and never later than 12 weeks from the meeting.',
    doneBy: 'FINAL_AMENDED_ISSUED',
    starts: [
      {
        on: ['DECISION_AMEND'],
        anchor: (step) => finalPlanBy(step.event.occurredOn, memoryOf(step).heldOn),
      },
    ],
    limit: { unit: 'on' },
    metBy: ENDED,
    within: ['work.amending'],
  },
  consultDue('FINAL_AMENDED_ISSUED', 'AMENDMENT_WITHDRAWN', 'DECISION_CEASE'),
  {
    ...aim,
    code: 'cease_check',
    source: 'Local aim: 16 weeks',
    label: 'How did the question of ending the plan close?',
    ask: 'Record on the review whether the plan goes on or has ended',
    because: 'The plan stays in force until the time to appeal has passed.',
    doneBy: 'CEASE_DROPPED',
    starts: [{ enters: ['work.cease_considering'] }],
    limit: { unit: 'CW', n: reviewPolicy.ceaseCheckWeeks },
    metBy: ['CEASE_CONFIRMED', 'CEASE_DROPPED'],
    within: ['work.cease_considering'],
  },
];
