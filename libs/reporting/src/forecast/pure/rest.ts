import { type Curve } from './curve';
import { type ByDay, HORIZON, type Pace, paced } from './days';
import { arrivalThird, type Learned } from './learned';

/** A change of a leg that is still to come. */
export interface Change {
  readonly leg: number;
  readonly to: Pace;
}

/** What is asked of the legs to come. */
export interface Asking {
  /** The last day, counted from the start of the case. */
  readonly lastDay: number;
  /** Whether any end counts; otherwise only what the law asks for, and cases that end without it are left out. */
  readonly isOver: boolean;
  readonly change?: Change | undefined;
}

/** The chance to be in time, by the day from the start: of leaving each leg, and of the last answer to come in. */
export interface Rest {
  readonly lastDay: number;
  readonly left: readonly ByDay[];
  readonly answered: ByDay;
}

/**
 * Goes back from the last leg. How long a leg takes depends on when a case comes to it, so days count from the start
 * of the case.
 */
export function restOf(learned: Learned, { lastDay, isOver, change }: Asking): Rest {
  const last = Math.min(lastDay, HORIZON);
  let next: ByDay = new Float64Array(last + 1).fill(1);
  const left: ByDay[] = [];
  for (let leg = learned.legs.length - 1; leg >= 0; leg -= 1) {
    const { endsHere, byArrival, arrivals } = learned.legs[leg]!;
    const ends = isOver ? endsHere : 0;
    const then = next.map((chance) => ends + (1 - ends) * chance);
    left.unshift(then);
    const pace = change?.leg === leg ? change.to : undefined;
    const days = byArrival.map((curve) => wholeDays(curve, last, pace));
    next = before(then, (day) => days[arrivalThird({ arrivals }, day)]!);
  }
  const lag = wholeDays(learned.afterAnswers, last, undefined);
  return { lastDay: last, left, answered: before(left[learned.waitsIn]!, () => lag) };
}

/** The chance of each number of days for a whole leg, up to the last day. */
function wholeDays(curve: Curve, last: number, pace: Pace | undefined): ByDay {
  const days = new Float64Array(last + 1);
  let done = 0;
  for (let day = 0; day <= last; day += 1) {
    const by = paced(curve.doneWithin(day), pace);
    days[day] = by - done;
    done = by;
  }
  return days;
}

/** The chance to be in time, by the day on which something begins that is followed by `then`. To begin later never helps. */
function before(then: ByDay, daysFrom: (day: number) => ByDay): ByDay {
  let least = 1;
  return then.map((_, day) => {
    const days = daysFrom(day);
    let sum = 0;
    for (let more = 0; more < then.length - day; more += 1) sum += days[more]! * then[day + more]!;
    return (least = Math.min(least, sum));
  });
}
