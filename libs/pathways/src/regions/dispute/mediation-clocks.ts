import { type ClockRule, type PastStep } from '../../clock-rule';
import { type PathwayEvent, said } from '../../event';
import { dayOf, law } from './bases';

/** Whether a mediation came to an agreement, also on a part. */
export const isAgreed = ({ payload }: Pick<PathwayEvent, 'payload'>) =>
  payload['result'] === 'agreed' || payload['result'] === 'part_agreed';

const toOwnAgreement = ({ event }: PastStep) =>
  isAgreed(event) && event.payload['canBeAppealed'] !== true;
const inMediation = { within: ['dispute.mediation'] } as const;

/** Clocks of mediation: SEND Regulations 2014, regulations 34 to 42. What settles the dispute ends the wait for a certificate. */
export const mediationClocks = (settledBy: readonly string[]): readonly ClockRule[] => [
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
    voidBy: ['APPEAL_LODGED', ...settledBy],
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
];
