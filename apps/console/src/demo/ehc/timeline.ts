import { addDays, type Calendar, type CalendarDay } from '@app/statutory-calendar';

/** Turns days since receipt into working days of the council, never before the receipt and never after today. */
export class Timeline {
  constructor(
    readonly received: CalendarDay,
    readonly today: CalendarDay,
    private readonly office: Calendar,
  ) {}

  /** The nth day after receipt, or the working day before it. */
  day(n: number): CalendarDay {
    const planned = addDays(this.received, Math.floor(n));
    const capped = planned > this.today ? this.today : planned;
    const working = this.office.lastWorkingDayOnOrBefore(capped);
    return working < this.received ? this.received : working;
  }

  /** The nth day after receipt, or the working day before it, also after today. */
  ahead(n: number): CalendarDay {
    return this.office.lastWorkingDayOnOrBefore(addDays(this.received, n));
  }

  /** A day that the law counts, worked or not. */
  exactly(n: number): CalendarDay {
    return addDays(this.received, n);
  }
}
