import { rule } from '../../testing/rule-book';
import { makeCalendar } from '../calendar/make-calendar';
import { appealResponseDue, tribunalDay } from './appeal-window';

describe('the Tribunal', () => {
  it.each([
    ['2026-05-31', '2026-07-31', '2026-07-31'],
    ['2026-06-01', '2026-08-01', '2026-09-01'],
    ['2026-10-24', '2026-12-24', '2026-12-24'],
    ['2026-10-25', '2026-12-25', '2027-01-04'],
    ['2026-11-01', '2027-01-01', '2027-01-04'],
    ['2026-11-02', '2027-01-02', '2027-01-04'],
    ['2025-12-31', '2026-02-28', '2026-03-02'],
    ['2027-05-31', '2027-07-31', '2027-08-02'],
  ])(
    'receives an appeal against a decision of %s (%s) by %s',
    (decisionSent, unrolledEnd, last) => {
      const got = rule('TRIB-APPEAL-WINDOW', { decisionSent, mediationCertificateIssued: null });
      expect(got).toMatchObject({ unrolledEnd, lastDayToReceiveAppeal: last, cutOff: '17:00' });
    },
  );

  it('keeps the time around Christmas free by its own rule, whatever bank holidays are loaded', () => {
    const noHolidays = makeCalendar({ bankHolidays: [] });
    expect(tribunalDay('2027-01-01', noHolidays)).toBe('2027-01-04');
    expect(tribunalDay('2025-12-25', noHolidays)).toBe('2026-01-02');
    expect(tribunalDay('2026-12-24', noHolidays)).toBe('2026-12-24');
    expect(appealResponseDue('2026-12-31', noHolidays)).toBe('2027-02-12');
  });

  it.each([
    ['2026-02-10', '2026-02-22', 13, false],
    ['2026-02-10', '2026-02-23', 14, true],
    ['2026-02-01', '2026-03-31', 36, true],
  ])(
    'counts %s to %s away as %s days inside the time of an order',
    (absentFrom, absentToInclusive, continuousDays, groundAvailable) => {
      const order = { orderMade: '2026-02-09', orderType: 'amend_plan_content' };
      const got = rule('TRIB-ORDER-44-EXC', { ...order, absentFrom, absentToInclusive });
      expect(got).toEqual({ continuousDays, groundAvailable, dueDate: '2026-03-16' });
    },
  );

  it('does not shorten the two months for an early certificate', () => {
    const input = { decisionSent: '2026-01-12', mediationCertificateIssued: '2026-01-20' };
    expect(rule('TRIB-APPEAL-WINDOW', input)).toMatchObject({ unrolledEnd: '2026-03-12' });
  });

  it('gives the authority 30 working days without August and Christmas', () => {
    expect(rule('TRIB-LA-RESPONSE-30WD', { laReceivedApplication: '2026-12-14' })).toMatchObject({
      dueDate: '2027-02-02',
    });
    expect(rule('TRIB-LA-RESPONSE-30WD', { laReceivedApplication: '2026-08-10' })).toMatchObject({
      dueDate: '2026-10-12',
    });
  });

  it.each([
    ['dismiss_cease_appeal', '2026-02-09', true],
    ['continue_to_maintain', '2026-02-09', true],
    ['remit_for_reconsideration', '2026-02-23', false],
    ['continue_and_amend', '2026-03-16', false],
  ])('orders %s by %s', (orderType, dueDate, immediate) => {
    expect(rule('TRIB-ORDER-44', { orderMade: '2026-02-09', orderType })).toMatchObject({
      dueDate,
      immediate,
    });
  });

  it.each([
    ['assess_notify', '2026-03-16'],
    ['no_plan_after_assessment', '2026-05-11'],
    ['final_plan_after_assessment', '2026-06-08'],
    ['amend_plan', '2026-04-06'],
  ])('needs %s by %s where the appeal is not opposed', (type, dueDate) => {
    expect(rule('TRIB-UNOPPOSED-45', { laNotifiedTribunal: '2026-03-02', type })).toMatchObject({
      dueDate,
    });
  });

  it('makes an appealable agreement an order, which no letter can put off', () => {
    const agreement = { mediationAgreementDate: '2026-03-20', issueAppealable: true };
    expect(
      rule('MED-AGREEMENT-2W', { ...agreement, agreedInWritingBy: '2026-06-01' }),
    ).toMatchObject({
      dueDate: '2026-04-24',
    });
    expect(
      rule('MED-AGREEMENT-2W', { ...agreement, action: 'amend_named_school_only' }),
    ).toMatchObject({
      dueDate: '2026-04-03',
    });
  });
});
