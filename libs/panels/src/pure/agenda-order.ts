import { type Candidate } from './terms';
import { isMostExposed, slotOf } from './agenda-shape';

const first = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const tier = (it: Candidate) => (it.urgent ? 0 : isMostExposed(it) ? 1 : 2);

/**
 * Urgent by the chair; in care or protected with exclusion possible; high score; put off more often; oldest referral
 * (handbook 3.4, rule 2). Two candidates never stand equal, so the order they came in changes nothing.
 */
export function byPriority(a: Candidate, b: Candidate): number {
  return (
    tier(a) - tier(b) ||
    b.score - a.score ||
    b.deferrals - a.deferrals ||
    first(a.referredOn, b.referredOn) ||
    first(a.id, b.id)
  );
}

/** Reviews compete for their slots by the day they are due; one without a day is due now. */
function byReviewDue(a: Candidate, b: Candidate): number {
  return first(a.reviewDue ?? '', b.reviewDue ?? '') || byPriority(a, b);
}

/** In which order claims for room are heard: new items, then reviews. */
export function byClaim(a: Candidate, b: Candidate): number {
  const review = (it: Candidate) => slotOf(it) === 'review';
  if (review(a) !== review(b)) return review(a) ? 1 : -1;
  return review(a) ? byReviewDue(a, b) : byPriority(a, b);
}

/**
 * The order of the room: urgent and most exposed, new children, then school by school the whole-school item and the
 * reviews, so that a school joins once for them. A child's brothers and sisters follow at once, even where a school
 * would then have to join again.
 */
export function inOrder<C extends Candidate>(on: readonly C[]): C[] {
  const leads = (it: C) => tier(it) < 2 || it.kind === 'fresh';
  const head = on.filter(leads).sort(byPriority);
  const rest = bySchool(on.filter((it) => !leads(it)));
  return atTheirPlaces(withHouseholds([...head, ...rest]));
}

function bySchool<C extends Candidate>(items: readonly C[]): C[] {
  const groups = new Map<string, C[]>();
  for (const it of [...items].sort(wholeSchoolFirst)) {
    const school = it.schoolUrn ?? it.id;
    groups.set(school, [...(groups.get(school) ?? []), it]);
  }
  return [...groups.values()].flat();
}

const wholeSchoolFirst = (a: Candidate, b: Candidate) =>
  Number(b.kind === 'school') - Number(a.kind === 'school') || byPriority(a, b);

function withHouseholds<C extends Candidate>(items: readonly C[]): C[] {
  const households = new Map<string, C[]>();
  for (const it of items) {
    const key = it.householdId ? `household ${it.householdId}` : `alone ${it.id}`;
    households.set(key, [...(households.get(key) ?? []), it]);
  }
  return [...households.values()].flat();
}

/** Items that a person gave a place have it, as far as the agenda is that long. */
function atTheirPlaces<C extends Candidate>(items: readonly C[]): C[] {
  const place = (it: C) => it.pinned?.position;
  const order = items.filter((it) => place(it) === undefined);
  const placed = items
    .filter((it) => place(it) !== undefined)
    .sort((a, b) => (place(a) ?? 0) - (place(b) ?? 0) || first(a.id, b.id));
  for (const it of placed) order.splice(Math.max(0, (place(it) ?? 1) - 1), 0, it);
  return order;
}
