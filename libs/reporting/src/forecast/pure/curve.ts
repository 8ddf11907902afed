import { type ByDay, HORIZON } from './days';
import { type DailyChance, goingOn } from './survival';

/** How long something takes: the share that still goes on after each day, and beyond the last day the same chance every day. */
export class Curve {
  private readonly shares: ByDay;
  private readonly last: number;

  constructor(readonly chance: DailyChance) {
    this.shares = goingOn(chance);
    this.last = chance[HORIZON] ?? 0;
  }

  /** The chance that it is done within so many more days, for one that has come so far. */
  doneWithin(more: number, sofar = 0): number {
    if (more < 0) return 0;
    const reached = this.after(sofar - 1);
    return reached > 0 ? 1 - this.after(sofar + more) / reached : 1;
  }

  /** The days within which so large a share is done; undefined where that lies beyond the horizon. */
  daysFor(share: number): number | undefined {
    const day = this.shares.findIndex((left) => 1 - left >= share);
    return day < 0 ? undefined : day;
  }

  private after(day: number): number {
    if (day < 0) return 1;
    if (day <= HORIZON) return this.shares[day]!;
    return this.shares[HORIZON]! * (1 - this.last) ** (day - HORIZON);
  }
}
