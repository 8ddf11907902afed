import { rule } from '../../testing/rule-book';
import { isCalendarDay } from '../day/calendar-day';
import { limitFrom, operatorOf, OPERATORS } from '../limit/operators';
import { bookEntry, ruleBook } from './book';

const book = ruleBook();

describe('the rule book as data', () => {
  it.each(book.map((entry) => [entry.code, entry] as const))(
    '%s says all of itself',
    (_, entry) => {
      expect(entry.says).toMatch(/^[A-Z].*\.$/);
      expect(entry.trigger).toMatch(/^[A-Z].*\.$/);
      expect(entry.source).toBeTruthy();
      expect(isCalendarDay(entry.effectiveFrom)).toBe(true);
      const hasSubstance =
        Object.keys(entry.limits).length > 0 ||
        entry.numbers !== undefined ||
        entry.derivedFrom !== undefined ||
        entry.standing === 'data';
      expect(hasSubstance).toBe(true);
    },
  );

  it('is worked out only from rules that it has', () => {
    const strays = book
      .flatMap(({ derivedFrom = [] }) => derivedFrom)
      .filter((it) => !bookEntry(it));
    expect(strays).toEqual([]);
  });

  it('says every limit as an operator and a number, which make the limit again', () => {
    for (const { limits } of book)
      for (const limit of Object.values(limits)) {
        const { operator, number } = operatorOf(limit);
        expect(OPERATORS).toContain(operator);
        expect(limitFrom(operator, number)).toEqual(limit);
      }
  });

  it('has numbers in its codes that are those of its limits', () => {
    const told = book.flatMap(({ code, limits }) => {
      const [, amount, letter] = /-(\d+)(W|D|M|WD|SD)$/.exec(code) ?? [];
      return amount && limits['due']
        ? [{ code, amount: Number(amount), letter, due: limits['due'] }]
        : [];
    });
    expect(told.length).toBeGreaterThan(25);
    const wrong = told.filter(({ amount, due }) => !('n' in due) || Math.abs(due.n) !== amount);
    expect(wrong).toEqual([]);
  });

  it('has rules that no vector tries, worked out like the others', () => {
    expect(rule('SAR-1M', { requestReceived: '2026-01-31' })).toMatchObject({
      dueDate: '2026-02-28',
    });
    expect(rule('JR-3M', { groundsArose: '2026-11-30' })).toMatchObject({ dueDate: '2027-02-28' });
    expect(rule('CONSULT-15D', { consultationSent: '2026-11-02' })).toMatchObject({
      dueDate: '2026-11-17',
    });
    expect(rule('EXCL-YEAR-45SD', { totalSuspensionDaysInYear: 45.5 })).toEqual({ within: false });
  });
});
