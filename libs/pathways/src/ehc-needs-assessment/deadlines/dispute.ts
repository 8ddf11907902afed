import { addMonths, appealResponseDue, tribunalDay } from '@app/statutory-calendar';
import { type ClockRule, type PastStep } from '../../clock-rule';
import { said } from '../../event';
import { TRIBUNAL_STEPS } from '../events/appeal';
import { isAgreed } from '../memory';
import { dayOf, law, memoryOf, REFUSED, REOPENED } from './bases';

const DECIDED = [...REFUSED, 'FINAL_ISSUED'];

/** A certificate counts where its month ends after the two months of the decision. */
function certificateGivesMore(step: PastStep): boolean {
  const [decidedOn, issuedOn] = [memoryOf(step).decidedOn, said(step.event, 'issuedOn')];
  return Boolean(decidedOn && issuedOn && addMonths(issuedOn, 1) > addMonths(decidedOn, 2));
}

interface TribunalDay {
  readonly what: string;
  readonly on: string;
}
const daysSet = ({ event }: PastStep) => (event.payload['days'] ?? []) as readonly TribunalDay[];
const daySetFor = (step: PastStep, what?: string) =>
  daysSet(step).findLast((day) => day.what === what)?.on ?? step.event.occurredOn;

const toOwnAgreement = ({ event }: PastStep) =>
  isAgreed(event) && event.payload['canBeAppealed'] !== true;
const inMediation = { within: ['dispute.mediation'] } as const;

/** Clocks of the time to challenge, of mediation and of an appeal. */
export const disputeClocks: readonly ClockRule[] = [
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
    ...inMediation,
    code: 'mediation_due',
    rule: 'MED-ARRANGE-30D',
    source: 'SEND Regulations 2014, regulation 36',
    label: 'Mediation',
    ask: 'Take part in mediation',
    because: 'Mediation must be held within 30 days of the request.',
    doneBy: 'MEDIATION_HELD',
    starts: [{ enters: ['dispute.mediation'] }],
    limit: { unit: 'CD', n: 30 },
    metBy: ['MEDIATION_HELD', 'DISPUTE_CLOSED'],
  },
  {
    ...law,
    ...inMediation,
    code: 'mediation_health',
    rule: 'MED-NOTIFY-ICB-3WD',
    source: 'SEND Regulations 2014, regulation 35',
    label: 'Tell the health body about the mediation',
    ask: 'Tell each health body that health care is in issue',
    because: 'The law gives 3 working days from the day we learn of it.',
    doneBy: 'HEALTH_BODY_TOLD',
    starts: [
      {
        on: ['MEDIATION_REQUESTED'],
        when: ({ event }) => event.payload['healthInIssue'] === true,
      },
    ],
    limit: { unit: 'WD', n: 3 },
    metBy: ['HEALTH_BODY_TOLD'],
    metWhen: ({ event }) => event.payload['which'] === 'to_health',
  },
  {
    ...law,
    ...inMediation,
    code: 'mediation_notice',
    rule: 'MED-DATE-NOTICE-5WD',
    source: 'SEND Regulations 2014, regulation 37',
    label: 'Family told the date and place of the mediation',
    ask: 'Tell the family the date and place of the mediation',
    because: 'They must know at least 5 working days before it.',
    doneBy: 'MEDIATION_DATE_TOLD',
    starts: [{ on: ['MEDIATION_ARRANGED'], anchor: dayOf('mediationOn') }],
    limit: { unit: 'WD', n: -5 },
    metBy: ['MEDIATION_DATE_TOLD'],
    voidBy: ['MEDIATION_HELD'],
  },
  {
    ...law,
    code: 'certificate_due',
    rule: 'MED-CERT-3WD',
    source: 'SEND Regulations 2014, regulations 34 and 39',
    label: 'Mediation certificate',
    ask: 'Ask the mediation adviser for the certificate',
    because:
      'The adviser has 3 working days. A certificate can give the family more time to appeal.',
    doneBy: 'MEDIATION_CERTIFICATE_ISSUED',
    holder: 'the mediation adviser',
    starts: [{ on: ['MEDIATION_NOT_PURSUED', 'MEDIATION_HELD'] }],
    limit: { unit: 'WD', n: 3 },
    metBy: ['MEDIATION_CERTIFICATE_ISSUED'],
    voidBy: ['APPEAL_LODGED', ...REOPENED],
  },
  {
    ...law,
    code: 'mediation_agreement',
    rule: 'MED-AGREEMENT-2W',
    source: 'SEND Regulations 2014, regulation 42(3) and (5)',
    label: 'Mediation agreement carried out',
    ask: 'Do what was agreed in mediation',
    because: 'The law gives 2 weeks, unless another day was agreed in writing.',
    doneBy: 'AGREEMENT_CARRIED_OUT',
    starts: [
      {
        on: ['MEDIATION_HELD'],
        when: (step) => toOwnAgreement(step) && said(step.event, 'doneBy') !== undefined,
        anchor: dayOf('doneBy'),
        limit: { unit: 'on' },
      },
      { on: ['MEDIATION_HELD'], when: toOwnAgreement },
    ],
    limit: { unit: 'CW', n: 2 },
    metBy: ['AGREEMENT_CARRIED_OUT'],
  },
  {
    ...law,
    code: 'agreement_health',
    rule: 'MED-ICB-NOTIFY-1W',
    source: 'SEND Regulations 2014, regulation 42(4)',
    label: 'Health body tells us what it agreed',
    ask: 'Ask the health body what it agreed without us',
    because: 'It has one week to tell the council.',
    doneBy: 'HEALTH_BODY_TOLD',
    holder: 'the health body',
    starts: [{ on: ['MEDIATION_HELD'], when: ({ event }) => event.payload['withoutUs'] === true }],
    limit: { unit: 'CW', n: 1 },
    metBy: ['HEALTH_BODY_TOLD'],
    metWhen: ({ event }) => event.payload['which'] === 'from_health',
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
    ask: 'Do what the Tribunal has set this day for',
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
];
