/** Chance that comes out the same every time: the demonstration is the same for the same seed and day. */
export class Dice {
  private state: number;

  constructor(seed: string) {
    this.state = [...seed].reduce((sum, letter) => mixed(sum ^ letter.charCodeAt(0)), 0x9e3779b9);
  }

  /** At least 0, below 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    return (mixed(this.state) >>> 0) / 4_294_967_296;
  }

  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.roll() * (high - low + 1));
  }

  /** Whole days as waiting is spread: half take no longer than `median`, and a few take much longer. At least 1. */
  days(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.roll())) * Math.cos(2 * Math.PI * this.roll());
    return Math.max(1, Math.round(median * Math.exp(spread * normal)));
  }

  isLucky(chance: number): boolean {
    return this.roll() < chance;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.roll() * from.length)] as T;
  }

  /** One of several, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.roll() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices.at(-1)![0];
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    const left = [...things];
    for (let at = left.length - 1; at > 0; at -= 1) {
      const other = this.whole(0, at);
      [left[at], left[other]] = [left[other] as T, left[at] as T];
    }
    return left;
  }

  /** Some of several, in their order. */
  some<T>(things: readonly T[], count: number): T[] {
    const chosen = new Set(this.shuffled(things.map((_, at) => at)).slice(0, count));
    return things.filter((_, at) => chosen.has(at));
  }
}

/** The mulberry32 mixing step. */
function mixed(value: number): number {
  let t = Math.imul(value ^ (value >>> 15), 1 | value);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return t ^ (t >>> 14);
}
