import {
  type Calendar,
  type CalendarDay,
  computeRule,
  englandBankHolidays,
} from '@app/statutory-calendar';

/** A day that a rule of the book gives, by the name that the book has for it. */
export function ruleDay(
  rule: string,
  key: string,
  input: Readonly<Record<string, unknown>>,
  calendar: Calendar,
): CalendarDay {
  const context = { bankHolidays: englandBankHolidays.days, calendar: () => calendar };
  return String(computeRule(rule, input, context)[key]);
}
