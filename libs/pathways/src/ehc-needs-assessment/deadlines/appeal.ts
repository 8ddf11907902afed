import { addMonths, appealResponseDue, tribunalDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../../clock-rule';
import { said } from '../../event';
import { TRIBUNAL_STEPS } from '../events/appeal';
import { aim, dayOf, law, memoryOf, REFUSED, REOPENED } from './bases';

const DECIDED = [...REFUSED, 'FINAL_ISSUED'];

/** A certificate counts where its month ends after the two months of the decision. */
function certificateGivesMore(step: PastStep): boolean {
  const [decidedOn, issuedOn] = [memoryOf(step).decidedOn, said(step.event, 'issuedOn')];
  return Boolean(decidedOn && issuedOn && addMonths(issuedOn, 1) > addMonths(decidedOn, 2));
}

/** Nothing else asks for the case then: the clock of the time to appeal ran out while the dispute was open. */
const appealTimeIsOver = (step: PastStep) => {
  const { decidedOn } = memoryOf(step);
  return decidedOn !== null && addMonths(decidedOn, 2) < step.event.occurredOn;
};

interface TribunalDay {
  readonly what: string;
  readonly on: string;
}
const daysSet = ({ event }: PastStep) => (event.payload['days'] ?? []) as readonly TribunalDay[];
const daySetFor = (step: PastStep, what?: string) =>
  daysSet(step).findLast((day) => day.what === what)?.on ?? step.event.occurredOn;

/** Clocks of the time to challenge and of an appeal. */
export const appealClocks: readonly ClockRule[] = [
  {
    ...law,
    code: 'appeal_window',
    rule: 'TRIB-APPEAL-WINDOW',
    source: 'Tribunal Procedure Rules 2008, rule 20(1)(c) with rule 12',
    label: 'Family can appeal until',
    ask: 'Wait: the family can appeal',
    because: 'Two months from the decision, or one from a mediation certificate if that is later.',
    holder: 'the family',
    starts: [
      { on: DECIDED },
      {
        on: ['MEDIATION_CERTIFICATE_ISSUED'],
        when: certificateGivesMore,
        anchor: dayOf('issuedOn'),
        limit: { unit: 'months', n: 1 },
      },
    ],
    limit: { unit: 'months', n: 2 },
    rolls: tribunalDay,
    metBy: ['CHALLENGE_PERIOD_ENDED'],
    voidBy: REOPENED,
    sends: 'CHALLENGE_PERIOD_ENDED',
  },
  {
    ...law,
    code: 'mediation_contact',
    rule: 'MED-CONTACT-2M',
    source: 'SEND Regulations 2014, regulation 33',
    label: 'Family can ask for mediation until',
    ask: 'Wait: the family can ask for mediation',
    because: 'Two months from the day the decision was sent.',
    holder: 'the family',
    starts: [{ on: DECIDED }],
    limit: { unit: 'months', n: 2 },
    metBy: [
      'MEDIATION_REQUESTED',
      'MEDIATION_NOT_PURSUED',
      'MEDIATION_CERTIFICATE_ISSUED',
      'MEDIATION_TIME_ENDED',
    ],
    voidBy: ['APPEAL_LODGED', ...REOPENED],
    sends: 'MEDIATION_TIME_ENDED',
  },
  {
    ...law,
    code: 'appeal_response',
    rule: 'TRIB-LA-RESPONSE-30WD',
    source:
      'Tribunal Procedure Rules 2008, rule 21 with rule 12; a day that the Tribunal sets comes first',
    label: 'Our answer to the appeal',
    ask: 'Send our answer to the appeal',
    because: 'The rules give 30 working days. A day that the Tribunal sets comes first.',
    doneBy: 'TRIBUNAL_STEP_TAKEN',
    starts: [{ on: ['APPEAL_LODGED'], anchor: dayOf('receivedOn') }],
    limit: { unit: 'on' },
    rolls: appealResponseDue,
    metBy: ['TRIBUNAL_STEP_TAKEN'],
    metWhen: ({ event }) => event.payload['what'] === 'response',
    voidBy: ['DIRECTIONS_RECEIVED'],
    voidWhen: (step) => daysSet(step).some(({ what }) => what === 'response'),
    within: ['dispute.appeal'],
  },
  {
    ...law,
    code: 'tribunal_day',
    source: 'Directions under the Tribunal Procedure Rules 2008',
    label: 'Day set by the Tribunal',
    ask: 'Be ready for the Tribunal',
    because: 'The Tribunal has set this day.',
    doneBy: 'TRIBUNAL_STEP_TAKEN',
    starts: [{ on: ['DIRECTIONS_RECEIVED'], anchor: daySetFor }],
    subjects: (step) => [...new Set(daysSet(step).map(({ what }) => what))],
    subjectWords: TRIBUNAL_STEPS,
    limit: { unit: 'on' },
    metBy: ['TRIBUNAL_STEP_TAKEN'],
    metSubjects: ({ event }) => [String(event.payload['what'])],
    within: ['dispute.appeal'],
  },
  {
    ...aim,
    code: 'dispute_over',
    source: 'Local aim: 5 working days',
    label: 'Close the case after the dispute',
    ask: 'Close the case, or carry out what was decided',
    because: 'The dispute is over and the time to appeal has passed.',
    doneBy: 'CHALLENGE_PERIOD_ENDED',
    starts: [{ on: ['DISPUTE_CLOSED'], when: appealTimeIsOver }],
    limit: { unit: 'WD', n: 5, roll: true },
    metBy: ['CHALLENGE_PERIOD_ENDED'],
    within: ['work.refused_to_assess', 'work.refused_to_issue', 'work.final_issued'],
  },
];
