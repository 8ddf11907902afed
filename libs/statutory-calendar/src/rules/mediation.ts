import { addDays, weekdayOf } from '../day/calendar-day';
import { lastDayOf } from '../limit/limit';
import { due, dueRule } from './due';
import { PART_3, type Rule } from './rule';
import { orderDue, orderTypes } from './tribunal-orders';

/** Mediation: statutory.md 2.1. */
export const mediationRules: readonly Rule[] = [
  dueRule({
    code: 'MED-CONTACT-2M',
    source: 'SI 2014/1530 reg 33',
    from: 'decisionSent',
    limit: { unit: 'months', n: 2 },
  }),
  dueRule({
    code: 'MED-CERT-3WD',
    source: 'SI 2014/1530 regs 34 and 39',
    from: 'date',
    limit: { unit: 'WD', n: 3 },
  }),
  dueRule({
    code: 'MED-NOTIFY-ICB-3WD',
    source: 'SI 2014/1530 reg 35',
    from: 'laInformed',
    limit: { unit: 'WD', n: 3 },
  }),
  dueRule({
    code: 'MED-ARRANGE-30D',
    source: 'SI 2014/1530 reg 36',
    from: 'laInformedParentWishesToMediate',
    limit: { unit: 'CD', n: 30 },
  }),
  {
    code: 'MED-DATE-NOTICE-5WD',
    source: 'SI 2014/1530 reg 37 (number from memory)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const latestNotice = lastDayOf({ unit: 'WD', n: -5 }, input.day('mediationDate'), office);
      return { latestNotice, weekday: weekdayOf(latestNotice) };
    },
  },
  {
    code: 'MED-AGREEMENT-2W',
    source: 'SI 2014/1530 reg 42(3)-(5)',
    effectiveFrom: PART_3,
    compute: (input, { office }) => {
      const agreed = input.day('mediationAgreementDate');
      // Reg 42(2): an appealable issue is carried out as if the Tribunal had ordered it.
      if (input.flag('issueAppealable')) {
        const action = input.has('action')
          ? input.word('action', orderTypes)
          : 'amend_plan_content';
        return due(orderDue(action, agreed), office);
      }
      return due(input.optionalDay('agreedInWritingBy') ?? addDays(agreed, 14), office);
    },
  },
  dueRule({
    code: 'MED-ICB-NOTIFY-1W',
    source: 'SI 2014/1530 reg 42(4)',
    from: 'mediationAgreementDate',
    limit: { unit: 'CW', n: 1 },
  }),
];
