import {
  type Circumstances,
  isMostExposed,
  lawCannotWait,
  mayNotWait,
  slotOf,
} from './agenda-shape';
import { byClaim } from './agenda-order';
import { type Candidate } from './terms';

/** What the slots and minutes of a sitting were given to. */
export interface Filled<C extends Candidate = Candidate> {
  readonly on: readonly C[];
  /** The one urgent item beyond the slots. */
  readonly beyond: C | undefined;
  /** Those for whom nothing was left, in the order in which they wait. */
  readonly waiting: readonly C[];
  readonly slotsLeft: Readonly<Record<'fresh' | 'review', number>>;
  /** Below nothing: so many minutes too long. */
  readonly minutesLeft: number;
}

/**
 * Gives the slots away. Those who may not wait again have theirs in any case; then what a person placed, urgent items
 * (one of them beyond the slots), dates set by law, children most exposed, one new child of each school, further new
 * children of the same schools, and at last the reviews.
 */
export function filled<C extends Candidate>(
  candidates: readonly C[],
  circumstances: Circumstances,
): Filled<C> {
  const room = new Room<C>(circumstances);
  const queue = inClaimOrder(candidates, circumstances);
  const second: C[] = [];
  for (const it of queue.before) room.claim(it);
  for (const it of queue.fresh) {
    if (sharesSchool(it, room.on)) second.push(it);
    else room.claim(it);
  }
  for (const it of [...second, ...queue.reviews]) room.claim(it);
  return room;
}

/** Another new child of this school, of another household, is on already. */
export function sharesSchool(candidate: Candidate, on: readonly Candidate[]): boolean {
  if (candidate.kind !== 'fresh' || !candidate.schoolUrn) return false;
  const same = on.filter(
    ({ id, kind, schoolUrn }) =>
      id !== candidate.id && kind === 'fresh' && schoolUrn === candidate.schoolUrn,
  );
  const sibling = same.some(
    ({ householdId }) => householdId && householdId === candidate.householdId,
  );
  return same.length > 0 && !sibling;
}

class Room<C extends Candidate> implements Filled<C> {
  readonly on: C[] = [];
  readonly waiting: C[] = [];
  beyond: C | undefined;
  readonly slotsLeft: Record<'fresh' | 'review', number>;
  minutesLeft: number;

  constructor(private readonly circumstances: Circumstances) {
    const { minutes, terms } = circumstances;
    this.slotsLeft = { fresh: terms.fresh.count, review: terms.review.count };
    this.minutesLeft = minutes - terms.opening;
  }

  claim(candidate: C): void {
    const slot = slotOf(candidate);
    const hasTime = this.circumstances.terms[slot].minutes <= this.minutesLeft;
    if (mayNotWait(candidate, this.circumstances)) this.put(candidate);
    else if (hasTime && this.slotsLeft[slot] > 0) this.put(candidate);
    else if (hasTime && candidate.urgent && !this.beyond) {
      this.beyond = candidate;
      this.put(candidate);
    } else this.waiting.push(candidate);
  }

  private put(candidate: C): void {
    const slot = slotOf(candidate);
    this.on.push(candidate);
    this.slotsLeft[slot] -= 1;
    this.minutesLeft -= this.circumstances.terms[slot].minutes;
  }
}

/** Each candidate once: those who go before the usual order, new items, reviews. */
function inClaimOrder<C extends Candidate>(candidates: readonly C[], circumstances: Circumstances) {
  const claims: readonly ((it: Candidate) => boolean)[] = [
    (it) => mayNotWait(it, circumstances),
    (it) => it.pinned !== undefined,
    (it) => it.urgent !== undefined,
    (it) => lawCannotWait(it, circumstances),
    isMostExposed,
  ];
  const rank = (it: Candidate) => claims.findIndex((claim) => claim(it));
  const place = ({ pinned }: Candidate) => (pinned ? (pinned.position ?? Infinity) : 0);
  const byPlace = (a: Candidate, b: Candidate) =>
    place(a) === place(b) ? byClaim(a, b) : place(a) - place(b);
  const usual = candidates.filter((it) => rank(it) < 0).sort(byClaim);
  return {
    before: candidates
      .filter((it) => rank(it) >= 0)
      .sort((a, b) => rank(a) - rank(b) || byPlace(a, b)),
    fresh: usual.filter((it) => slotOf(it) === 'fresh'),
    reviews: usual.filter((it) => slotOf(it) === 'review'),
  };
}
