import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { corrected, type Correction } from './correction';
import { daysFrom } from './day-counter';
import { type ByDay, HORIZON, meanOver } from './days';
import { type Learned } from './learned';
import { type Open, type Present, presentOf, type Supposed } from './present-leg';
import { type Asking, type Change, type Rest, restOf } from './rest';

/** The days between which it is likely to be done: one in ten sooner, half by the middle, one in ten later. */
export interface Expected {
  readonly early: CalendarDay;
  readonly middle: CalendarDay;
  readonly late: CalendarDay;
}

/** What is changed in a forecast to see what it weighs: something of the present leg, or a leg to come. */
export interface WhatIf extends Supposed {
  readonly later?: Change;
}

/** A case that has gone on for longer is told as if it had just come so far: all its legs are late ones. */
const LONGEST_TOLD = HORIZON - 150;

/** Looks ahead with what was learned. What comes after each leg is worked out once for each last day. */
export class Outlook {
  constructor(
    readonly learned: Learned,
    private readonly correction?: Correction,
    private readonly kept = new Map<string, Rest>(),
  ) {}

  /** The same with its chances corrected by past forecasts; the days in which it is likely to be done stay. */
  correctedBy(correction: Correction | undefined): Outlook {
    return new Outlook(this.learned, correction, this.kept);
  }

  /** The chance that this last day passes before the case is over, in whatever way. */
  chanceOfBreach(open: Open, dueOn: CalendarDay, whatIf: WhatIf = {}): number {
    return corrected(this.plainChance(open, dueOn, whatIf), this.correction);
  }

  private plainChance(open: Open, dueOn: CalendarDay, { later, ...supposed }: WhatIf): number {
    const left = daysFrom(open.day, dueOn);
    if (left < 0) return 1;
    const today = dayOf(open);
    const upTo = Math.min(left, HORIZON - today);
    const rest = this.rest({ lastDay: today + upTo, isOver: true, change: later });
    return 1 - inTime(presentOf(open, this.learned, upTo, supposed), rest, today);
  }

  /** When what the law asks for is likely to be done, if it comes to that. */
  expected(open: Open, { later, ...supposed }: WhatIf = {}): Expected {
    const today = dayOf(open);
    const present = presentOf(open, this.learned, HORIZON - today, supposed);
    const chanceBy = (lastDay: number) =>
      inTime(present, this.rest({ lastDay, isOver: false, change: later }), today);
    const on = (chance: number) => {
      let [low, high] = [today, HORIZON];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (chanceBy(middle) >= chance - ROUNDING) high = middle;
        else low = middle + 1;
      }
      return addDays(open.day, low - today);
    };
    return { early: on(0.1), middle: on(0.5), late: on(0.9) };
  }

  private rest(asking: Asking): Rest {
    const { lastDay, isOver, change } = asking;
    const key = `${lastDay} ${isOver} ${change ? `${change.leg} ${change.to}` : ''}`;
    const known = this.kept.get(key) ?? restOf(this.learned, asking);
    this.kept.set(key, known);
    return known;
  }
}

function inTime({ by, followedBy }: Present, rest: Rest, today: number): number {
  const after: ByDay = followedBy(rest);
  return Math.min(
    1,
    meanOver(by, (more) => after[today + more] ?? 0),
  );
}

const ROUNDING = 1e-9;

const dayOf = ({ startedOn, day }: Open) => Math.min(daysFrom(startedOn, day), LONGEST_TOLD);
