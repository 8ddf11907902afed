import {
  addDays,
  type CalendarDay,
  daysBetween,
  type Weekday,
  weekdayOf,
} from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';

const TRIES = 12;
const WEEKDAYS: readonly Weekday[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SATURDAY = 5;

/** Days by chance: working days of the week where the bounds allow one. */
export class Days {
  constructor(private readonly dice: Dice) {}

  /** A day from the first to the last, both included. */
  between(first: CalendarDay, last: CalendarDay): CalendarDay {
    const span = Math.max(0, daysBetween(first, last));
    const fromMonday = WEEKDAYS.indexOf(weekdayOf(first));
    for (let left = TRIES; ; left -= 1) {
      const later = this.dice.whole(0, span);
      if (left === 0 || (fromMonday + later) % 7 < SATURDAY) return addDays(first, later);
    }
  }

  /** The same, more often late than early. */
  lateBetween(first: CalendarDay, last: CalendarDay): CalendarDay {
    const [one, other] = [this.between(first, last), this.between(first, last)];
    return one > other ? one : other;
  }
}
