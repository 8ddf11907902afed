import { addDays, type CalendarDay, daysBetween } from '../day/calendar-day';
import { londonClock, londonDay, londonInstant } from '../day/london-time';

/** Where the day and the instant come from; injected, so that tests and the demo can move it. */
export abstract class Clock {
  /** The instant now. */
  abstract now(): Date;

  /** The civil date in Europe/London now. */
  today(): CalendarDay {
    return londonDay(this.now());
  }
}

/** The machine's clock: the only place in the product that reads it. */
export class SystemClock extends Clock {
  override now(): Date {
    // eslint-disable-next-line no-restricted-syntax -- everything else takes the time from here
    return new Date();
  }
}

/** Stands still until it is set. Takes an ISO instant or a Date; throws RangeError for others. */
export class FixedClock extends Clock {
  private instant: Date;

  constructor(instant: string | Date) {
    super();
    this.instant = readInstant(instant);
  }

  /** Moves the clock to another instant. */
  set(instant: string | Date): void {
    this.instant = readInstant(instant);
  }

  override now(): Date {
    return new Date(this.instant.getTime());
  }
}

/** The real time of day on a chosen civil day: the demonstration clock (CAUSEWAY_TODAY). */
export class DayClock extends Clock {
  constructor(
    private readonly day: CalendarDay,
    private readonly real: Clock = new SystemClock(),
  ) {
    super();
    addDays(day, 0); // refuses at start-up what is not a day
  }

  override now(): Date {
    const real = this.real.now();
    const withinMinute = real.getTime() % 60_000;
    return new Date(londonInstant(this.day, londonClock(real)).getTime() + withinMinute);
  }

  override today(): CalendarDay {
    return this.day;
  }

  /** Days between the real day and the chosen one; negative for a day in the past. */
  get daysAhead(): number {
    return daysBetween(this.real.today(), this.day);
  }
}

function readInstant(instant: string | Date): Date {
  const read = new Date(instant);
  if (Number.isNaN(read.getTime())) throw new RangeError(`“${String(instant)}” is not an instant.`);
  return read;
}
