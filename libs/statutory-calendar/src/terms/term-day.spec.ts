import { type Calendar, type SchoolTerms, TermsNotLoaded } from '../calendar/calendar';
import { makeCalendar } from '../calendar/make-calendar';
import { lastDayOf } from '../limit/limit';
import { office, wendmoor, wendmoorLoadedBefore } from '../../testing/wendmoor';
import { type TermDay, termDay } from './term-day';

const schoolWith = (terms: SchoolTerms['terms']) =>
  makeCalendar({ bankHolidays: [], terms: { name: 'Larkfield', terms, inset: [] } });

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
    const next = schoolWith(terms);
    expect(termDay('firstPupilDayOfAutumnTerm', '2026-07-22', next)).toBe('2026-09-01');
    expect(() => termDay('lastPupilDayOfSummerTerm', '2026-07-01', next)).toThrow(TermsNotLoaded);
  });

  it('need no dates of a spring that is over, while this year’s spring counts until it is', () => {
    const terms = [
      ['2027-01-04', '2027-03-25'],
      ['2028-01-05', '2028-03-31'],
    ] as const;
    const springs = schoolWith(terms);
    const spring = (from: string) => termDay('lastPupilDayOfSpringTerm', from, springs);
    expect([spring('2027-01-10'), spring('2027-03-25')]).toEqual(['2027-03-25', '2027-03-25']);
    const later = schoolWith(terms.slice(1));
    for (const from of ['2027-05-01', '2027-08-31'])
      expect(termDay('lastPupilDayOfSpringTerm', from, later)).toBe('2028-03-31');
    expect(() => termDay('lastPupilDayOfSpringTerm', '2027-04-30', later)).toThrow(TermsNotLoaded);
  });

  it('need no dates of an autumn that is over', () => {
    const autumn = schoolWith([['2027-09-02', '2027-12-17']]);
    for (const from of ['2027-02-01', '2027-08-31'])
      expect(termDay('firstPupilDayOfAutumnTerm', from, autumn)).toBe('2027-09-02');
  });

  it('asks in January for the autumn that has just been', () => {
    const autumn = schoolWith([['2027-09-02', '2027-12-17']]);
    expect(() => termDay('firstPupilDayOfAutumnTerm', '2027-01-15', autumn)).toThrow(
      TermsNotLoaded,
    );
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
  const early = schoolWith(terms);

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

  it('may be loaded in any order', () => {
    const shuffled = schoolWith([terms[3], terms[1], terms[0], terms[2]]);
    expect(termDay('lastPupilDayOfAutumnTerm', '2026-09-03', shuffled)).toBe('2026-12-18');
    expect(termDay('firstPupilDayOfAutumnTerm', '2026-08-01', shuffled)).toBe('2026-08-26');
  });

  it.each([
    ['before it', '2026-10-02', '2026-10-06', '2026-10-23', '2026-11-02'],
    ['after it', '2026-10-23', '2026-11-02', '2026-11-20', '2026-11-24'],
  ])('may have a few days off beside half term, %s', (_, end, next, nextEnd, last) => {
    const school = schoolWith([
      ['2026-09-01', end],
      [next, nextEnd],
      [last, '2026-12-18'],
    ]);
    expect(termDay('lastPupilDayBeforeAutumnHalfTerm', '2026-09-03', school)).toBe('2026-10-23');
    expect(termDay('endOfAutumnHalfTerm', '2026-09-03', school)).toBe('2026-11-01');
  });

  it('may have a short term in one piece: it is whole once a later one is loaded', () => {
    const spring = ['2027-01-04', '2027-02-26'] as const;
    const last = (school: Calendar) => termDay('lastPupilDayOfSpringTerm', '2027-01-10', school);
    expect(last(schoolWith([spring, ['2027-04-12', '2027-07-16']]))).toBe('2027-02-26');
    expect(() => last(schoolWith([spring]))).toThrow(TermsNotLoaded);
  });

  it.each([
    ['2026-08-09', undefined],
    ['2026-08-10', '2026-08-10'],
  ])('start autumn on 10 August at the earliest: %s', (start, first) => {
    const school = schoolWith([[start, '2026-10-23']]);
    const ask = () => termDay('firstPupilDayOfAutumnTerm', '2026-08-01', school);
    if (first) expect(ask()).toBe(first);
    else expect(ask).toThrow(TermsNotLoaded);
  });

  it.each([
    ['2028-03-17', '2028-05-26'],
    ['2028-03-20', '2028-02-11'],
  ])('start summer on 20 March at the earliest: %s', (start, lastOfSpring) => {
    const school = schoolWith([
      ['2028-01-04', '2028-02-11'],
      [start, '2028-05-26'],
      ['2028-09-01', '2028-10-20'],
    ]);
    expect(termDay('lastPupilDayOfSpringTerm', '2028-01-10', school)).toBe(lastOfSpring);
  });

  it('may have a term in one piece of more than ten weeks', () => {
    const last = (end: string) =>
      termDay('lastPupilDayOfSpringTerm', '2027-01-10', schoolWith([['2027-01-04', end]]));
    expect(last('2027-03-16')).toBe('2027-03-16');
    expect(() => last('2027-03-15')).toThrow(TermsNotLoaded);
  });

  it('take the first of two breaks that are as long as each other for half term', () => {
    const school = schoolWith([
      ['2026-09-01', '2026-10-09'],
      ['2026-10-19', '2026-11-13'],
      ['2026-11-23', '2026-12-18'],
    ]);
    expect(termDay('lastPupilDayBeforeAutumnHalfTerm', '2026-09-03', school)).toBe('2026-10-09');
  });

  it('are known to the end of the last term when both its halves are loaded', () => {
    const school = schoolWith(terms.slice(0, 2));
    expect(termDay('lastPupilDayOfAutumnTerm', '2026-09-03', school)).toBe('2026-12-18');
  });
});
