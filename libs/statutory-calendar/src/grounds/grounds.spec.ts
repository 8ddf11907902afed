import { absenceGround, daysAwayWithin } from './absence-ground';
import { closureGround } from './closure-ground';

const summer = { schoolClosedFrom: '2026-07-21', schoolReopens: '2026-09-01' };

describe('the closure ground', () => {
  it.each([
    ['2026-07-13', false, 'from Tuesday 14 July 2026'],
    ['2026-07-14', true, 'closed for 42 days'],
    ['2026-08-25', true, 'asked on Tuesday 25 August 2026'],
    ['2026-08-26', false, 'up to Tuesday 25 August 2026'],
  ])('for a request on %s is %s', (adviceRequestedFromHead, available, words) => {
    const ground = closureGround({ ...summer, adviceRequestedFromHead });
    expect(ground).toMatchObject({
      closedDays: 42,
      windowStart: '2026-07-14',
      windowEnd: '2026-08-25',
    });
    expect(ground.groundAvailable).toBe(available);
    expect(ground.why).toContain(words);
  });

  it('needs 28 days', () => {
    const closed = (schoolReopens: string) =>
      closureGround({
        schoolClosedFrom: '2026-12-19',
        schoolReopens,
        adviceRequestedFromHead: '2026-12-20',
      });
    expect(closed('2027-01-16').qualifyingClosure).toBe(true);
    expect(closed('2027-01-15').groundAvailable).toBe(false);
    expect(closed('2027-01-04').why).toContain('16 days. The ground needs at least 28.');
  });

  it('refuses a school that reopens before it closes', () => {
    const facts = { schoolClosedFrom: '2026-09-01', schoolReopens: '2026-07-21' };
    expect(() => closureGround({ ...facts, adviceRequestedFromHead: '2026-08-01' })).toThrow(
      RangeError,
    );
  });
});

describe('the absence ground', () => {
  const away = (absentFrom: string, absentToInclusive: string) =>
    absenceGround({ requestReceived: '2026-01-05', absentFrom, absentToInclusive, limitWeeks: 20 });

  it('counts only days inside the time limit', () => {
    expect(away('2026-02-02', '2026-03-01')).toMatchObject({
      continuousDaysInPeriod: 28,
      groundAvailable: true,
    });
    expect(away('2025-12-01', '2026-01-31')).toMatchObject({
      continuousDaysInPeriod: 27,
      groundAvailable: false,
    });
    expect(away('2026-04-28', '2026-07-31')).toMatchObject({
      continuousDaysInPeriod: 28,
      periodEnd: '2026-05-25',
    });
    expect(away('2026-07-01', '2026-08-31').continuousDaysInPeriod).toBe(0);
  });

  it('says what is missing', () => {
    expect(away('2026-02-02', '2026-02-28').why).toContain('27 days in a row');
    expect(away('2026-02-02', '2026-02-28').why).toContain('needs at least 28');
  });

  it('refuses an absence that ends before it starts', () => {
    expect(() =>
      daysAwayWithin(['2026-01-05', '2026-05-25'], ['2026-03-01', '2026-02-02']),
    ).toThrow(RangeError);
  });
});
