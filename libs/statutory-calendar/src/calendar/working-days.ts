import { addDays, type CalendarDay, daysBetween, weekdayOf } from '../day/calendar-day';
import { type DayOff } from './calendar';
import { type BankHolidays, englandBankHolidays } from './england-bank-holidays';

/** Is it Saturday or Sunday? */
export function isWeekend(day: CalendarDay): boolean {
  const weekday = weekdayOf(day);
  return weekday === 'Sat' || weekday === 'Sun';
}

/** Steps a day at a time, backward if `step` is -1, to the first day that passes. */
export function nearestDay(
  from: CalendarDay,
  step: 1 | -1,
  passes: (day: CalendarDay) => boolean,
): CalendarDay {
  let day = from;
  while (!passes(day)) day = addDays(day, step);
  return day;
}

/** Counts the working days of one set of bank holidays and council closure days. */
export class WorkingDays {
  private readonly bankHolidays: ReadonlySet<CalendarDay>;
  private readonly closures: ReadonlySet<CalendarDay>;
  private readonly weekdaysOff: readonly CalendarDay[];

  constructor(
    bankHolidays: readonly CalendarDay[],
    closures: readonly CalendarDay[],
    private readonly titleOf: BankHolidays['titleOf'] = englandBankHolidays.titleOf,
  ) {
    this.bankHolidays = new Set(bankHolidays);
    this.closures = new Set(closures);
    this.weekdaysOff = [...new Set([...bankHolidays, ...closures])].filter(
      (day) => !isWeekend(day),
    );
  }

  /** The bank holiday's title if the day is one. */
  bankHoliday(day: CalendarDay): string | undefined {
    if (!this.bankHolidays.has(day)) return undefined;
    return this.titleOf(day) ?? 'bank holiday';
  }

  whyNot(day: CalendarDay): DayOff | undefined {
    if (isWeekend(day)) return { kind: 'weekend', title: 'weekend' };
    const title = this.bankHoliday(day);
    if (title) return { kind: 'bankHoliday', title };
    return this.closures.has(day) ? { kind: 'closure', title: 'the council is closed' } : undefined;
  }

  includes(day: CalendarDay): boolean {
    return !isWeekend(day) && !this.bankHolidays.has(day) && !this.closures.has(day);
  }

  /** Whole weeks by multiplication, the rest day by day, less the days off among them: lists ask this thousands of times. */
  between(from: CalendarDay, to: CalendarDay): number {
    if (to < from) return 0 - this.between(to, from); // 0, never -0
    const weeks = Math.floor(daysBetween(from, to) / 7);
    let count = weeks * 5;
    for (let day = addDays(from, weeks * 7); day < to;) {
      day = addDays(day, 1);
      if (!isWeekend(day)) count += 1;
    }
    return count - this.weekdaysOff.filter((day) => day > from && day <= to).length;
  }
}
