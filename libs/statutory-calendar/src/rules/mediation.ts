import { weekdayOf } from '../day/calendar-day';
import { CERTIFICATE_ISSUED } from './appeal-window';
import { due, dueRule } from './due';
import { PART_3, type Rule } from './rule';
import { orderTypes } from './tribunal-orders';

const AGREEMENT = 'The mediation agreement is made.';

/** Mediation. */
export const mediationRules: readonly Rule[] = [
  dueRule({
    ...PART_3,
    code: 'MED-CONTACT-2M',
    says: 'The parent or young person contacts a mediation adviser.',
    source: 'SI 2014/1530 reg 33',
    trigger: 'Written notice of the decision is sent.',
    from: 'decisionSent',
    limit: { unit: 'months', n: 2 },
    metBy: 'The adviser is contacted.',
    reading: 'The same date of the month. It does not roll: it is no rule of the Tribunal.',
  }),
  dueRule({
    ...PART_3,
    code: 'MED-CERT-3WD',
    says: 'The mediation adviser issues the certificate.',
    source: 'SI 2014/1530 regs 34 and 39',
    trigger: 'Mediation is not wanted, or is over, or cannot be arranged in time.',
    from: 'date',
    limit: CERTIFICATE_ISSUED,
    metBy: 'The certificate is issued.',
  }),
  dueRule({
    ...PART_3,
    code: 'MED-NOTIFY-ICB-3WD',
    says: 'Tell the health commissioner that health provision is in dispute.',
    source: 'SI 2014/1530 reg 35',
    trigger: 'The parent or young person tells the authority.',
    from: 'laInformed',
    limit: { unit: 'WD', n: 3 },
    metBy: 'Each health commissioner concerned is told.',
  }),
  dueRule({
    ...PART_3,
    code: 'MED-ARRANGE-30D',
    says: 'Hold the mediation.',
    source: 'SI 2014/1530 reg 36',
    trigger: 'The authority is told that the parent or young person wants mediation.',
    from: 'laInformedParentWishesToMediate',
    limit: { unit: 'CD', n: 30 },
    metBy: 'The mediation is held. Where it cannot be, the adviser gives a certificate.',
  }),
  {
    ...PART_3,
    code: 'MED-DATE-NOTICE-5WD',
    says: 'Tell everybody the date and place of the mediation.',
    certainty: 'medium',
    source: 'SI 2014/1530 reg 37 (number from memory)',
    trigger: 'The day of the mediation.',
    limits: { due: { unit: 'WD', n: -5 } },
    metBy: 'The date and place are given.',
    compute: (input, { last }) => {
      const latestNotice = last(input.day('mediationDate'));
      return { latestNotice, weekday: weekdayOf(latestNotice) };
    },
  },
  {
    ...PART_3,
    code: 'MED-AGREEMENT-2W',
    says: 'Do what was agreed in mediation.',
    source: 'SI 2014/1530 reg 42(3)-(5)',
    trigger: AGREEMENT,
    limits: { due: { unit: 'CW', n: 2 } },
    derivedFrom: ['TRIB-ORDER-44'],
    metBy: 'The act that was agreed.',
    reading:
      'What could be appealed has the time that an order would give (reg 42(2)); the rest two weeks, or what was agreed in writing.',
    compute: (input, { office, last }) => {
      const agreed = input.day('mediationAgreementDate');
      if (input.flag('issueAppealable')) {
        const action = input.has('action')
          ? input.word('action', orderTypes)
          : 'amend_plan_content';
        return due(last(agreed, { rule: 'TRIB-ORDER-44', limit: action }), office);
      }
      return due(input.optionalDay('agreedInWritingBy') ?? last(agreed), office);
    },
  },
  dueRule({
    ...PART_3,
    code: 'MED-ICB-NOTIFY-1W',
    says: 'The health commissioner tells the authority what was agreed without it.',
    source: 'SI 2014/1530 reg 42(4)',
    trigger: AGREEMENT,
    from: 'mediationAgreementDate',
    limit: { unit: 'CW', n: 1 },
    metBy: 'The authority is told.',
  }),
];
