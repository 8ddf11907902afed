import {
  addDays,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  type TermDay,
  termDay,
} from '@app/statutory-calendar';

/** Days of the school year seen from today. */
export class SchoolTime {
  constructor(
    readonly today: CalendarDay,
    private readonly calendar: Calendar,
  ) {}

  /** The nth school day before today; 0 is today, or the last school day before it. */
  back(n: number): CalendarDay {
    return n > 0
      ? lastDayOf({ unit: 'SD', n: -n }, this.today, this.calendar)
      : this.schoolDay(this.today);
  }

  /** The nth working day before today; 0 is today, or the last working day before it. */
  workingBack(n: number): CalendarDay {
    return n > 0
      ? lastDayOf({ unit: 'WD', n: -n }, this.today, this.calendar)
      : this.calendar.lastWorkingDayOnOrBefore(this.today);
  }

  /** The day itself, or the last school day before it. */
  schoolDay(day: CalendarDay): CalendarDay {
    return this.calendar.isSchoolDay(day) ? day : this.schoolDay(addDays(day, -1));
  }

  /** Whether pupils are in school on this day. */
  isPupilDay(day: CalendarDay): boolean {
    return this.calendar.isSchoolDay(day);
  }

  /** The day itself, or the next one on which pupils are in school. */
  pupilDayFrom(day: CalendarDay): CalendarDay {
    return this.isPupilDay(day) ? day : this.pupilDayFrom(addDays(day, 1));
  }

  /** So many school days later; fewer than none is earlier. */
  later(day: CalendarDay, schoolDays: number): CalendarDay {
    return lastDayOf({ unit: 'SD', n: schoolDays }, day, this.calendar);
  }

  /** So many working days later. */
  workingLater(day: CalendarDay, workingDays: number): CalendarDay {
    return lastDayOf({ unit: 'WD', n: workingDays }, day, this.calendar);
  }

  /** The next such day of the school year on or after a day. */
  named(which: TermDay, around: CalendarDay): CalendarDay {
    return termDay(which, around, this.calendar);
  }

  /** School days from a day up to today, both included. */
  schoolDaysSince(day: CalendarDay): number {
    let count = 0;
    for (let each = day; each <= this.today; each = addDays(each, 1))
      if (this.calendar.isSchoolDay(each)) count += 1;
    return count;
  }
}
