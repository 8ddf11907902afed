import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';

const TRIES = 12;
const A_MONDAY = '2015-01-05';
const SATURDAY = 5;
/** Every day that a story can lie on, and its number: looked up a million times for a large authority. */
const DAYS = Array.from({ length: 12 * 365 }, (_, n) => addDays(A_MONDAY, n));
const NUMBERS = new Map(DAYS.map((day, n) => [day, n]));

/** Days by chance: working days of the week where the bounds allow one. */
export class Days {
  constructor(private readonly dice: Dice) {}

  /** A day from the first to the last, both included. */
  between(first: CalendarDay, last: CalendarDay): CalendarDay {
    const from = numberOf(first);
    const to = Math.max(from, numberOf(last));
    for (let left = TRIES; ; left -= 1) {
      const at = this.dice.whole(from, to);
      if (left === 0 || at % 7 < SATURDAY) return DAYS[at]!;
    }
  }

  /** The same, more often late than early. */
  lateBetween(first: CalendarDay, last: CalendarDay): CalendarDay {
    const [one, other] = [this.between(first, last), this.between(first, last)];
    return one > other ? one : other;
  }
}

function numberOf(day: CalendarDay): number {
  const found = NUMBERS.get(day);
  if (found === undefined) throw new Error(`No story reaches ${day}`);
  return found;
}
