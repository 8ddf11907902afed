import { rule } from '../../testing/rule-book';
import { packsOn } from '../packs/shipped';

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

  it('counts a plan by its two dates where both are given, else by its days', () => {
    const dates = { ReceivedDate: '2025-03-03', AssessmentOutcomeDate: '2025-07-21' };
    const plans = [{ ...dates, days: 141 }, { days: 140 }, { days: 200, Week20: 1 }];
    expect(rule('SEN2-WEEK20-COHORT', { plans })).toMatchObject({ den: 3, within: 2, denEx: 2 });
  });

  it('counts no plan that was not issued', () => {
    expect(rule('SEN2-WEEK20', { ReceivedDate: '2025-03-03' })).toEqual({
      days: null,
      within20Weeks: false,
      inDenominatorIncludingExceptions: false,
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
