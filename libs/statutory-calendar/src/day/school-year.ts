import {
  addDays,
  addMonths,
  calendarDay,
  type CalendarDay,
  civilDateOf,
  weekdayOf,
} from './calendar-day';

/** Whole years of age on a day; negative before birth. Born on 29 February: 1 March in other years. */
export function ageOn(dob: CalendarDay, on: CalendarDay): number {
  const born = civilDateOf(dob);
  const then = civilDateOf(on);
  const beforeBirthday =
    then.month < born.month || (then.month === born.month && then.date < born.date);
  return then.year - born.year - (beforeBirthday ? 1 : 0);
}

/** The day an age is reached. Born on 29 February: 1 March in a year without one. */
export function birthday(dob: CalendarDay, age: number): CalendarDay {
  const day = addMonths(dob, age * 12);
  return civilDateOf(day).date === civilDateOf(dob).date ? day : addDays(day, 1);
}

/** 2026 for 2026-09-01 to 2027-08-31 (Education Act 1996 s 579: the school year). */
export function schoolYearOf(day: CalendarDay): number {
  const { year, month } = civilDateOf(day);
  return month >= 9 ? year : year - 1;
}

/**
 * The national curriculum year by the 31 August rule: 'N1', 'N2', 'R' or '1' to '14'. A younger
 * child is 'N1', an older person '14'; a child taught out of year has an override elsewhere.
 */
export function ncYearOn(dob: CalendarDay, on: CalendarDay): string {
  const startOfYear = calendarDay({ year: schoolYearOf(on), month: 8, date: 31 });
  const age = ageOn(dob, startOfYear);
  if (age <= 2) return 'N1';
  if (age === 3) return 'N2';
  return age === 4 ? 'R' : String(Math.min(age - 4, 14));
}

/** The school leaving date of a school year: the last Friday of June (Education (School Leaving Date) Order 1997). */
export function schoolLeavingDay(schoolYear: number): CalendarDay {
  let day = calendarDay({ year: schoolYear + 1, month: 6, date: 30 });
  while (weekdayOf(day) !== 'Fri') day = addDays(day, -1);
  return day;
}

/** The last day of compulsory school age: the leaving date of the school year in which somebody turns 16 (Education Act 1996 s 8). */
export const lastDayOfSchoolAge = (dob: CalendarDay): CalendarDay =>
  schoolLeavingDay(schoolYearOf(birthday(dob, 16)));

/** A young person: over compulsory school age and under 25 (Children and Families Act 2014 s 83(2)). */
export const isYoungPerson = (dob: CalendarDay, on: CalendarDay): boolean =>
  on > lastDayOfSchoolAge(dob) && ageOn(dob, on) < 25;
