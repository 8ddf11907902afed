import {
  type Calendar,
  type CalendarDay,
  computeRule,
  englandBankHolidays,
  type RulePack,
} from '@app/statutory-calendar';

/** What days are counted in, and the law in force there; the book and what comes with it where none is given. */
export interface CountedIn extends Calendar {
  readonly packs?: readonly RulePack[];
}

/** A day that a rule of the book gives, by the name that the book has for it. */
export function ruleDay(
  rule: string,
  key: string,
  input: Readonly<Record<string, unknown>>,
  calendar: CountedIn,
): CalendarDay {
  const { packs } = calendar;
  const context = {
    bankHolidays: englandBankHolidays.days,
    calendar: () => calendar,
    ...(packs && { packs }),
  };
  return String(computeRule(rule, input, context)[key]);
}
