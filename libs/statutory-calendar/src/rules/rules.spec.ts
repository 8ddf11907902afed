import { office, wendmoor } from '../../testing/wendmoor';
import { englandBankHolidays } from '../calendar/england-bank-holidays';
import { BadRuleInput } from './rule-input';
import { type RuleContext } from './rule';
import { packsOn } from './rule-packs';
import { computeRule } from './statutory-rules';

const context: RuleContext = {
  bankHolidays: englandBankHolidays.days,
  calendar: (names) => (names.includes('Wendmoor') ? wendmoor : office),
};
const rule = (code: string, input: Record<string, unknown>) => computeRule(code, input, context);
const school = { calendar: ['Wendmoor'] };

/** Boundaries that the book states and the public vectors leave out. */
describe('needs assessment', () => {
  it('starts when the authority becomes responsible some other way', () => {
    const input = {
      trigger: 'becameResponsibleS24',
      date: '2026-01-05',
      decisionNotified: '2026-02-16',
    };
    expect(rule('EHCNA-DECIDE-6W', input)).toMatchObject({
      dueDate: '2026-02-16',
      status: 'met',
      daysLate: 0,
    });
  });

  it.each([
    ['2026-01-05', 'excused_late'],
    ['2026-02-16', 'excused_late'],
    ['2026-02-17', 'met_late'],
    ['2026-01-04', 'met_late'],
  ])('has an appointment missed on %s make late advice %s', (missedAppointment, status) => {
    const got = rule('EHCNA-ADVICE-6W', {
      adviceRequestReceivedByBody: '2026-01-05',
      adviceReturned: '2026-02-20',
      ehcRequestReceived: '2025-12-15',
      missedAppointment,
    });
    expect(got).toMatchObject({ status, daysLate: 4 });
    expect(got).toMatchObject({
      laFinalPlanDueUnchanged: '2026-05-04',
      laExceptionAvailable: false,
    });
  });

  it('calls a plan on time met, whatever ground was recorded', () => {
    const input = {
      requestReceived: '2026-01-05',
      finalPlanSent: '2026-05-25',
      exceptionRecorded: 'absent_4_weeks',
    };
    expect(rule('EHCNA-FINAL-20W', input)).toMatchObject({ status: 'met', daysLate: 0 });
  });

  it.each([
    ['2026-05-24', 'open'],
    ['2026-05-25', 'due_today'],
    ['2026-05-26', 'overdue'],
  ])('is on %s %s', (asOf, status) => {
    expect(rule('EHCNA-FINAL-20W', { requestReceived: '2026-01-05', asOf })).toMatchObject({
      status,
    });
  });

  it('does not take a missed appointment for a ground of the authority', () => {
    const input = {
      requestReceived: '2026-01-05',
      asOf: '2026-06-10',
      exceptionRecorded: 'missed_appointment',
    };
    expect(() => rule('EHCNA-FINAL-20W', input)).toThrow(BadRuleInput);
  });

  it('has no window for a short closure', () => {
    const facts = {
      schoolClosedFrom: '2026-12-19',
      schoolReopens: '2027-01-05',
      adviceRequestedFromHead: '2026-12-18',
    };
    expect(rule('EHCNA-EXC-CLOSURE', facts)).toEqual({
      closedDays: 17,
      qualifyingClosure: false,
      windowStart: null,
      windowEnd: null,
      groundAvailable: false,
    });
  });
});

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

describe('annual reviews and transfers', () => {
  it('do not start the year again for a Tribunal’s amendment', () => {
    const input = { planFirstMade: '2025-03-10', planAmendedByTribunal: '2025-11-20' };
    expect(rule('AR-12M', input)).toMatchObject({ dueDate: '2026-03-09' });
    expect(rule('AR-12M', { ...input, lastReviewed: '2025-06-01' })).toMatchObject({
      dueDate: '2026-05-31',
    });
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

describe('exclusions and attendance', () => {
  it.each([
    [5, true, false, 'consider_representations_no_fixed_limit'],
    [5, false, false, 'no_meeting_required'],
    [5.5, true, false, '50_school_days'],
    [15, true, false, '50_school_days'],
    [15, false, false, 'no_meeting_required'],
    [15.5, false, false, '15_school_days'],
    [20, true, true, '15_school_days_and_before_exam_if_practicable'],
  ])(
    '%s days, representations %s, exam %s: %s',
    (days, parentRepresentations, missesPublicExam, duty) => {
      const input = { totalSuspensionDaysInTerm: days, parentRepresentations, missesPublicExam };
      expect(rule('EXCL-BOARD-TRIAGE', input)).toEqual({ duty });
    },
  );

  it('have no 50 days where no meeting is called for', () => {
    const input = {
      boardNotified: '2026-10-05',
      totalDaysInTerm: 4,
      parentRepresentations: true,
      ...school,
    };
    expect(rule('EXCL-BOARD-50SD', input)).toMatchObject({ dueDate: null });
  });

  it('count the sixth day from the next school day if the first is none', () => {
    expect(
      rule('EXCL-6TH-DAY', { firstSchoolDayOfExclusion: '2026-10-24', ...school }),
    ).toMatchObject({
      provisionFrom: '2026-11-10',
    });
  });

  it('take the fifteenth school day of those listed', () => {
    const daysCodedI = [
      ['2026-09-03', '2026-09-18'],
      '2026-10-05',
      '2026-10-05',
      '2026-10-10',
      '2026-10-06',
      '2026-10-07',
    ];
    expect(rule('S19-15SD', { daysCodedI, ...school })).toMatchObject({
      fifteenthSchoolDay: '2026-10-07',
    });
    expect(rule('S19-15SD', { daysCodedI: daysCodedI.slice(0, 3), ...school })).toMatchObject({
      fifteenthSchoolDay: null,
    });
    expect(() => rule('S19-15SD', { daysCodedI: ['soon'], ...school })).toThrow(BadRuleInput);
  });

  it.each([
    [1000, 99, 'none', 9.9],
    [2000, 199, 'none', 10],
    [1000, 100, 'persistent', 10],
    [1000, 499, 'persistent', 49.9],
    [10, 5, 'severe', 50],
    [10, 10, 'severe', 100],
  ])('of %s sessions %s missed is %s', (possibleSessions, absentSessions, kind, rate) => {
    expect(rule('ATT-THRESHOLD', { possibleSessions, absentSessions })).toEqual({
      class: kind,
      rate,
    });
  });
});

describe('the SEN2 count', () => {
  it('leaves an exception out of one rate only', () => {
    const plan = { ReceivedDate: '2025-03-03', AssessmentOutcomeDate: '2025-08-01', Week20: 1 };
    expect(rule('SEN2-WEEK20', plan)).toEqual({
      days: 151,
      within20Weeks: false,
      inDenominatorIncludingExceptions: true,
      inDenominatorExcludingExceptions: false,
    });
  });

  it('has no rate without a plan', () => {
    expect(rule('SEN2-WEEK20-COHORT', { plans: [] })).toMatchObject({
      den: 0,
      pcIncluding: null,
      pcExcluding: null,
    });
    const plans = [
      { days: 140, Week20: 0 },
      { days: 141, Week20: 0 },
      { days: 100, Week20: 0 },
    ];
    expect(rule('SEN2-WEEK20-COHORT', { plans })).toMatchObject({
      within: 2,
      pcIncluding: 66.7,
      pcExcluding: 66.7,
    });
  });
});

describe('effective-dated law', () => {
  it.each([
    ['2020-03-19', '2020-04-30', 'ENG-SEND-2014', 'met_late'],
    ['2020-03-20', '2020-05-01', 'ENG-SEND-2014+SI-2020-471', 'excused_late'],
    ['2020-08-14', '2020-09-25', 'ENG-SEND-2014+SI-2020-471', 'excused_late'],
    ['2020-08-15', '2020-09-26', 'ENG-SEND-2014', 'met_late'],
  ])('request of %s, due %s, under %s is %s', (requestReceived, dueDate, rulePack, status) => {
    const input = {
      requestReceived,
      decisionNotified: '2020-12-01',
      coronavirusReasonRecorded: true,
    };
    expect(rule('PACK-HISTORIC', input)).toMatchObject({ dueDate, rulePack, status });
  });

  it('excuses nothing without a recorded reason', () => {
    const input = {
      requestReceived: '2020-05-04',
      decisionNotified: '2020-07-01',
      coronavirusReasonRecorded: false,
    };
    expect(rule('PACK-HISTORIC', input)).toMatchObject({ status: 'met_late' });
    expect(packsOn('2026-05-25').map(({ name }) => name)).toEqual(['ENG-SEND-2014']);
  });
});

describe('facts that do not fit', () => {
  it.each([
    [
      'EHCNA-DECIDE-6W',
      {},
      'EHCNA-DECIDE-6W needs requestReceived: a date like 2026-10-05. It is missing.',
    ],
    ['EHCNA-DECIDE-6W', { requestReceived: '2026-02-30' }, 'It was given "2026-02-30".'],
    ['EHCNA-DECIDE-6W', { requestReceivedInstant: 'noon' }, 'an instant like'],
    ['EHCNA-DECIDE-6W', { trigger: 'x', date: '2026-01-01' }, 'one of becameResponsibleS24'],
    [
      'TRIB-ORDER-44',
      { orderMade: '2026-02-09', orderType: 'all of it' },
      'one of dismiss_cease_appeal',
    ],
    [
      'TRIB-ORDER-44',
      { orderMade: '2026-02-09', orderType: 'toString' },
      'one of dismiss_cease_appeal',
    ],
    [
      'ATT-THRESHOLD',
      { possibleSessions: 10, absentSessions: 11 },
      'no more than possibleSessions',
    ],
    ['ATT-THRESHOLD', { possibleSessions: -1, absentSessions: 0 }, 'not negative'],
    [
      'PT-FIXED',
      { transferType: 'primary_to_secondary', transferCalendarYear: 27 },
      'a year like 2027',
    ],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05' }, "school's calendars"],
    ['EXCL-BOARD-15SD', { boardNotified: '2026-10-05', calendar: [7] }, "school's calendars"],
    [
      'SEN2-WEEK20',
      { ReceivedDate: '2025-03-03', AssessmentOutcomeDate: '2025-07-21', Week20: 2 },
      '0, or 1',
    ],
    ['SEN2-WEEK20-COHORT', { plans: [null] }, 'number 1 is not one'],
    ['UPN-CHECK', {}, 'needs upn: a text'],
    [
      'MED-AGREEMENT-2W',
      { mediationAgreementDate: '2026-03-20', issueAppealable: 'no' },
      'true or false',
    ],
  ])('%s %j', (code, input, words) => {
    expect(() => rule(code, input)).toThrow(BadRuleInput);
    expect(() => rule(code, input)).toThrow(words);
  });
});
