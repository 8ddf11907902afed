import { rule } from '../../testing/rule-book';
import { office } from '../../testing/wendmoor';
import { safeHoldDay } from './appeal-window';

describe('annual reviews and transfers', () => {
  it('do not start the year again for a Tribunal’s amendment', () => {
    const input = { planFirstMade: '2025-03-10', planAmendedByTribunal: '2025-11-20' };
    expect(rule('AR-12M', input)).toMatchObject({ dueDate: '2026-03-09' });
    expect(rule('AR-12M', { ...input, lastReviewed: '2025-06-01' })).toMatchObject({
      dueDate: '2026-05-31',
    });
  });

  it.each([
    ['2021-04-16', true],
    ['2021-04-15', false],
    ['2020-04-15', false],
  ])('remind of a child born on %s as one under 5: %s', (dateOfBirth, underFiveThen) => {
    const input = { planIssuedOrLastReviewed: '2026-01-15', dateOfBirth };
    expect(rule('AR-UNDER5', input)).toMatchObject({ considerFrom: '2026-04-15', underFiveThen });
  });

  it('give a stay in the same school’s sixth form no date', () => {
    const input = { transferType: 'year11_to_own_school_sixth_form', transferCalendarYear: 2027 };
    expect(rule('PT-FIXED', input)).toEqual({ applies: false, dueDate: null });
  });

  it.each(['early_years_to_school', 'infant_to_junior', 'middle_to_secondary'])(
    'date %s in February',
    (transferType) => {
      expect(rule('PT-FIXED', { transferType, transferCalendarYear: 2028 })).toMatchObject({
        dueDate: '2028-02-15',
        strictLastDay: '2028-02-14',
        applies: true,
      });
    },
  );

  it.each([
    ['2026-08-17', false, '2026-09-07'],
    ['2026-08-14', false, '2026-09-04'],
    ['2026-08-13', true, '2026-09-04'],
    ['2026-08-03', true, '2026-09-04'],
  ])(
    'need 15 working days’ notice of a move: told on %s, enough: %s',
    (aware, noticeSufficient, dueDate) => {
      const input = { moveDate: '2026-09-04', oldAuthorityBecameAware: aware };
      expect(rule('XFER-15WD', input)).toMatchObject({ noticeSufficient, dueDate });
    },
  );

  it.each([
    ['2026-06-01', true],
    ['2026-06-02', false],
    ['2025-12-01', true],
    ['2025-11-30', false],
  ])('bar a reassessment asked for on %s: %s', (requestReceived, barred) => {
    const input = { lastAssessmentCompleted: '2025-12-01', requestReceived };
    expect(rule('REASSESS-6M-BAR', input)).toEqual({
      withinSixMonths: barred,
      mayDeclineOnThisGround: barred,
    });
  });
});

describe('ceasing', () => {
  it.each([
    ['2026-03-04', '2026-06-08'],
    ['2026-05-29', '2026-09-03'],
    ['2026-10-19', '2027-01-25'],
  ])(
    'waits after a notice of %s until no certificate can come any more: %s',
    (decisionSent, day) => {
      expect(safeHoldDay(decisionSent, office)).toBe(day);
    },
  );

  it('waits for an appeal that was in time only', () => {
    const notice = { ceaseDecisionSent: '2026-03-04' };
    expect(rule('CEASE-HOLD', { ...notice, appealBrought: '2026-05-05' })).toMatchObject({
      earliestCease: null,
    });
    expect(rule('CEASE-HOLD', { ...notice, appealBrought: '2026-05-06' })).toMatchObject({
      earliestCease: '2026-05-06',
      mustMaintainUntilDetermined: false,
    });
  });

  it.each([
    ['2001-10-03', 'fe_sector_institution', null, '2027-07-31'],
    ['2001-07-31', 'fe_sector_institution', null, '2026-07-31'],
    ['2001-08-01', 'fe_sector_institution', '2027-06-01', '2027-07-31'],
    ['2001-10-03', 'apprenticeship', '2028-01-31', '2027-10-02'],
    ['2001-10-03', 'apprenticeship', null, '2027-10-02'],
    ['2001-10-03', 'other', '2027-07-16', '2027-07-16'],
  ])(
    'at 25: born %s, %s ending %s, to %s',
    (dateOfBirth, setting, courseOrApprenticeshipEnd, latest) => {
      const got = rule('CEASE-25', { dateOfBirth, setting, courseOrApprenticeshipEnd });
      expect(got).toMatchObject({ latestAcademicYearEnd: latest, automatic: false });
    },
  );
});
