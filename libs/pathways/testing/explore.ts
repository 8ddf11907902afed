import { type CalendarDay } from '@app/statutory-calendar';
import { advance, begin, type Step } from '../src/advance';
import { NotAllowedNow, type Reason } from '../src/not-allowed-now';
import { type Pathway } from '../src/pathway';
import { type Arrow, arrowsAt, arrowsOf, regionsOf } from './arrows';
import { judgeOf, type Judged } from './judge';
import { Looks } from './looks';
import { Novelty } from './novelty';
import { noReads, watching } from './reads';
import { afterStep, askAt, asEvent, beforeOpening, type Command, needsOf, type Spot } from './spot';
import { baseTries, canBe, dimensionsOf, RESTS_ON, type Try, varied } from './tries';

/** An event that was not possible at a spot, with the reasons given. */
export interface Refusal {
  readonly spot: Spot;
  readonly command: Command;
  readonly reasons: readonly Reason[];
}

/** An arrow taken from a spot, and by whom. */
export interface Lead {
  readonly arrow: Arrow;
  readonly command: Command;
}

/** What a search found. */
export interface Explored {
  readonly pathway: Pathway;
  readonly spots: readonly Spot[];
  /** What can be done at each spot. */
  readonly leads: ReadonlyMap<Spot, readonly Lead[]>;
  /** A shortest way that takes each arrow, by the arrow's id. */
  readonly ways: ReadonlyMap<string, readonly Command[]>;
  readonly unreached: readonly Arrow[];
  /** One of each kind: event and guards. */
  readonly refusals: readonly Refusal[];
  /** What went wrong: not a refusal in words, but a fault of the pathway. */
  readonly faults: readonly string[];
  readonly looks: Looks;
  readonly steps: number;
}

type Arrows = readonly (readonly Arrow[])[];

const MOST_ROUNDS = 6;
const THOROUGH_VISITS = 3;
const ENOUGH_SPOTS = 200;
const FIRST_DAY: CalendarDay = '2025-11-10';

const known = new WeakMap<Pathway, Explored>();

/** Searches a pathway for a way to take every arrow of its machine; done once for each pathway. */
export function explored(pathway: Pathway): Explored {
  const found = known.get(pathway) ?? new Search(pathway).whole();
  known.set(pathway, found);
  return found;
}

/**
 * Breadth first from the opening event, with every answer, fact, role and day that a guard or an action looks at.
 * Places that bring nothing new are not followed; what is new grows until no arrow is left out.
 */
class Search {
  private readonly novelty = new Novelty();
  private readonly looks: Looks;
  private readonly ways = new Map<string, readonly Command[]>();
  private readonly refusals = new Map<string, Refusal>();
  private readonly faults = new Set<string>();
  private readonly leads = new Map<Spot, Lead[]>();
  private readonly visits = new Map<string, number>();
  private spots: Spot[] = [];
  private inPairs = false;
  private steps = 0;

  constructor(private readonly pathway: Pathway) {
    this.looks = new Looks(pathway);
    for (const [region] of regionsOf(pathway)) this.novelty.watch([`region ${region}`]);
  }

  whole(): Explored {
    const places = new Map<string, Spot>();
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      this.oneRound();
      for (const spot of this.spots)
        if (spot.closed || this.leads.has(spot)) places.set(JSON.stringify(spot.state), spot);
      if (!this.unreached().length || !this.lookCloser()) break;
    }
    const { pathway, leads, ways, steps, looks } = this;
    const spots = [...places.values()];
    const [refusals, faults] = [[...this.refusals.values()], [...this.faults]];
    const unreached = this.unreached();
    return { pathway, spots, leads, ways, steps, looks, unreached, refusals, faults };
  }

  private unreached(): Arrow[] {
    return arrowsOf(this.pathway).filter(({ id }) => !this.ways.has(id));
  }

  /** @returns whether anything is left to try */
  private lookCloser(): boolean {
    const closer = this.unreached().map((arrow) => {
      const { regions, context, facts } = this.looks.ofArrows([arrow]);
      for (const fact of facts) if (RESTS_ON[fact]) context.add(RESTS_ON[fact]);
      return this.novelty.watch([
        `region ${arrow.region}`,
        ...[...regions].map((name) => `region ${name}`),
        ...[...context].map((name) => `memory ${name}`),
      ]);
    });
    if (closer.some(Boolean)) return true;
    if (this.inPairs) return false;
    this.inPairs = true;
    return true;
  }

  private oneRound(): void {
    this.novelty.forget();
    this.visits.clear();
    this.spots = [];
    const { opensWith: event, opensIf: guards = [] } = this.pathway;
    const opening = { id: `opens ${event}`, region: '', from: '', event, guards, to: undefined };
    this.tryEvent(beforeOpening(FIRST_DAY), event, [[opening]]);
    for (let next = 0; next < this.spots.length; next++) {
      if (next > ENOUGH_SPOTS && !this.unreached().length) break;
      const spot = this.spots[next]!;
      for (const [type, arrows] of arrowsAt(this.pathway, spot.state.value, spot.closed))
        this.tryEvent(spot, type, arrows);
    }
  }

  /** Every way of saying it that may make a difference; where it is well known, an example that is taken. */
  private tryEvent(spot: Spot, type: string, arrows: Arrows): void {
    const ask = askAt(this.pathway, spot, type, this.looks.ofArrows(arrows.flat()));
    const judge = judgeOf(this.pathway, spot, type, arrows, this.looks);
    const judged = (other: Try) => judge(other).key;
    const done = new Set<string>();
    const attempt = (one: Try): boolean => {
      const key = JSON.stringify(one);
      if (done.has(key) || !canBe(one, spot.state.context)) return false;
      done.add(key);
      const judgement = judge(one);
      this.attempt(
        spot,
        { ...one, type, byClock: one.role === 'system' && ask.isTimed },
        judgement,
      );
      return judgement.taken.length > 0;
    };
    const bases = baseTries(ask);
    if (this.isWellKnown(type, arrows) && bases.some(attempt)) return;
    bases.forEach(attempt);
    const isWanted = this.inPairs && arrows.flat().some(({ id }) => !this.ways.has(id));
    const seen = new Set<string>();
    for (;;) {
      const dimension = dimensionsOf(this.looks.ofArrows(arrows.flat())).find(
        (it) => !seen.has(it),
      );
      if (!dimension) break;
      seen.add(dimension);
      for (const one of bases.flatMap((base) => varied(base, dimension, ask, judged))) {
        attempt(one);
        if (isWanted) for (const other of seen) varied(one, other, ask, judged).forEach(attempt);
      }
    }
  }

  /** Taken before in every way, from a few places. */
  private isWellKnown(type: string, arrows: Arrows): boolean {
    const ids = arrows.flat().map(({ id }) => id);
    const key = `${type} ${ids.join()}`;
    const visits = (this.visits.get(key) ?? 0) + 1;
    this.visits.set(key, visits);
    return visits > THOROUGH_VISITS && ids.every((id) => this.ways.has(id));
  }

  private attempt(spot: Spot, command: Command, { taken, failing, broken }: Judged): void {
    const { type } = command;
    if (broken) return void this.faults.add(`${type}: ${broken}`);
    try {
      const step = this.stepped(spot, command, taken);
      if (!taken.length) this.faults.add(`${type}: taken although ${failing.join()} said no`);
      this.note(spot, command, taken, step);
    } catch (error) {
      if (!(error instanceof NotAllowedNow))
        return void this.faults.add(`${type} failed: ${(error as Error).message}`);
      if (taken.length) this.faults.add(`${type}: refused although its guards said yes`);
      const key = `${type} ${error.reasons.map(({ guard }) => guard).join()}`;
      const refusal = { spot, command, reasons: error.reasons };
      if (!this.refusals.has(key)) this.refusals.set(key, refusal);
    }
  }

  private stepped(spot: Spot, command: Command, taken: readonly Arrow[]): Step {
    this.steps += 1;
    const event = asEvent(spot, command, needsOf(this.pathway, spot, command.type));
    const go = (it: typeof event) =>
      spot.way.length ? advance(this.pathway, spot.state, it) : begin(this.pathway, it);
    const unknown = taken.filter(({ id }) => !this.ways.has(id));
    if (unknown.length) {
      const reads = noReads();
      go(watching({ context: {}, event }, reads).event);
      this.looks.learn(unknown, reads);
    }
    return go(event);
  }

  private note(spot: Spot, command: Command, taken: readonly Arrow[], step: Step): void {
    const leads = this.leads.get(spot) ?? [];
    this.leads.set(spot, leads);
    for (const arrow of taken) leads.push({ arrow, command });
    const isNewPlace = !spot.closed && this.novelty.isNew(step.state);
    const firsts = taken.filter(({ id }) => !this.ways.has(id));
    const way = [...spot.way, command];
    for (const { id } of firsts) this.ways.set(id, way);
    if (isNewPlace || (firsts.length && !spot.closed))
      this.spots.push(afterStep(this.pathway, spot, command, step));
  }
}
