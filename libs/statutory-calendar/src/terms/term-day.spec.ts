import { TermsNotLoaded } from '../calendar/calendar';
import { makeCalendar } from '../calendar/make-calendar';
import { lastDayOf } from '../limit/limit';
import { office, wendmoor, wendmoorLoadedBefore } from '../../testing/wendmoor';
import { type TermDay, termDay } from './term-day';

describe('the named days of the reference calendar', () => {
  it.each<[TermDay, string, string]>([
    ['lastPupilDayOfSummerTerm', '2025-11-17', '2026-07-17'],
    ['lastPupilDayOfSummerTerm', '2026-07-17', '2026-07-17'],
    ['lastPupilDayOfSummerTerm', '2026-07-18', '2027-07-21'],
    ['firstPupilDayOfAutumnTerm', '2026-07-17', '2026-09-03'],
    ['firstPupilDayOfAutumnTerm', '2026-09-03', '2026-09-03'],
    ['firstPupilDayOfAutumnTerm', '2026-09-04', '2027-09-03'],
    ['lastPupilDayBeforeAutumnHalfTerm', '2026-09-03', '2026-10-23'],
    ['endOfAutumnHalfTerm', '2026-09-03', '2026-11-01'],
    ['endOfAutumnHalfTerm', '2026-10-26', '2026-11-01'],
    ['lastPupilDayOfAutumnTerm', '2026-09-03', '2026-12-18'],
    ['lastPupilDayBeforeFebruaryHalfTerm', '2026-12-11', '2027-02-12'],
    ['lastPupilDayOfSpringTerm', '2026-12-11', '2027-03-25'],
    ['lastPupilDayBeforeMayHalfTerm', '2026-01-26', '2026-05-22'],
    ['lastPupilDayBeforeMayHalfTerm', '2026-05-25', '2027-05-28'],
    ['nationalOfferDay', '2025-11-17', '2026-03-02'],
    ['nationalOfferDay', '2026-03-02', '2026-03-02'],
    ['nationalOfferDay', '2026-03-03', '2027-03-01'],
  ])('%s from %s is %s', (which, around, expected) => {
    expect(termDay(which, around, wendmoor)).toBe(expected);
  });

  it('carry the handbook’s check-ins and reviews', () => {
    const before = (which: TermDay, n: number) =>
      lastDayOf({ unit: 'SD', n: -n }, termDay(which, '2026-09-03', wendmoor), wendmoor);
    expect(before('lastPupilDayBeforeAutumnHalfTerm', 5)).toBe('2026-10-16');
    expect(before('lastPupilDayOfAutumnTerm', 10)).toBe('2026-12-04');
  });
});

describe('named days that are not known', () => {
  it('are refused past the loaded terms, naming the school', () => {
    expect(() => termDay('lastPupilDayOfSpringTerm', '2027-12-01', wendmoor)).toThrow(
      TermsNotLoaded,
    );
    expect(() => termDay('lastPupilDayOfSpringTerm', '2027-12-01', wendmoor)).toThrow('Wendmoor');
    expect(() => termDay('lastPupilDayOfAutumnTerm', '2026-11-01', office)).toThrow(TermsNotLoaded);
  });

  it('are not taken from a term of which only the first half is loaded', () => {
    const half = wendmoorLoadedBefore('2026-10-01');
    expect(() => termDay('lastPupilDayOfAutumnTerm', '2026-09-03', half)).toThrow(TermsNotLoaded);
    expect(() => termDay('lastPupilDayBeforeAutumnHalfTerm', '2026-09-03', half)).toThrow(
      TermsNotLoaded,
    );
    expect(termDay('firstPupilDayOfAutumnTerm', '2026-07-22', half)).toBe('2026-09-03');
  });

  it('need no dates of a term that is long past', () => {
    const terms = [
      ['2026-09-01', '2026-10-23'],
      ['2026-11-02', '2026-12-18'],
    ] as const;
    const next = makeCalendar({ bankHolidays: [], terms: { name: 'Larkfield', terms, inset: [] } });
    expect(termDay('firstPupilDayOfAutumnTerm', '2026-07-22', next)).toBe('2026-09-01');
    expect(() => termDay('lastPupilDayOfSummerTerm', '2026-07-01', next)).toThrow(TermsNotLoaded);
  });

  it('is no matter for the national offer day', () => {
    expect(termDay('nationalOfferDay', '2026-12-11', office)).toBe('2027-03-01');
  });
});

describe('other patterns of the year', () => {
  const terms = [
    ['2026-08-26', '2026-10-09'],
    ['2026-10-26', '2026-12-18'],
    ['2027-01-04', '2027-03-25'],
    ['2027-04-12', '2027-07-16'],
  ] as const;
  const early = makeCalendar({ bankHolidays: [], terms: { name: 'Larkfield', terms, inset: [] } });

  it('may start in August and break for two weeks', () => {
    expect(termDay('firstPupilDayOfAutumnTerm', '2026-08-01', early)).toBe('2026-08-26');
    expect(termDay('endOfAutumnHalfTerm', '2026-09-03', early)).toBe('2026-10-25');
  });

  it('may have whole terms without a half-term break', () => {
    expect(termDay('lastPupilDayOfSummerTerm', '2027-01-10', early)).toBe('2027-07-16');
    expect(() => termDay('lastPupilDayBeforeMayHalfTerm', '2027-01-10', early)).toThrow(
      TermsNotLoaded,
    );
  });
});
