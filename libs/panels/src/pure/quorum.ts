import { standingOf } from './conflicts';
import { type Attending, type QuorumRule, type Service } from './terms';

/** What of an item decides which rules apply to it. */
export interface QuorumItem {
  readonly hasPlan: boolean;
  readonly money: boolean;
}

/** Whether enough people are there, and in words who is missing. */
export interface Quorum {
  readonly met: boolean;
  readonly missing: readonly string[];
}

interface Person {
  readonly services: readonly Service[];
}

interface Seat {
  readonly rule: QuorumRule;
  readonly takes: readonly Service[];
}

/**
 * Judges the quorum of an item, or of the sitting where no item is named. Nobody fills two seats, however many services
 * they stand for; the deputy may fill the chair's; whoever has an interest counts as `standingOf` says. Pure.
 */
export function quorumFor(
  rules: readonly QuorumRule[],
  people: readonly Attending[],
  item?: QuorumItem,
): Quorum {
  const wanted = rules.filter((rule) => appliesTo(rule, item));
  const filled = seatedBy(wanted, peopleOf(people));
  const missing = wanted
    .filter((rule) => (filled.get(rule) ?? 0) < countOf(rule))
    .map((rule) => inWords(rule, filled.get(rule) ?? 0, people));
  return { met: missing.length === 0, missing };
}

const countOf = ({ count = 1 }: QuorumRule) => count;

function appliesTo({ when }: QuorumRule, item: QuorumItem | undefined): boolean {
  if (when === 'has_plan') return item?.hasPlan ?? false;
  if (when === 'money') return item?.money ?? false;
  return true;
}

/** Each person once, with every service for which they may be counted. */
function peopleOf(people: readonly Attending[]): Person[] {
  const services = new Map<string, Service[]>();
  for (const each of people) {
    if (!standingOf(each).counts) continue;
    services.set(each.memberId, [...(services.get(each.memberId) ?? []), each.service]);
  }
  return [...services.values()].map((of) => ({ services: of }));
}

/** How many seats of each rule are filled, as many as can be; earlier rules go first. */
function seatedBy(
  rules: readonly QuorumRule[],
  people: readonly Person[],
): Map<QuorumRule, number> {
  const filled = new Map<QuorumRule, number>();
  const seatOf = new Map<Person, Seat>();
  const sit = (seat: Seat, asked: Set<Person>): boolean =>
    people.some((person) => {
      if (asked.has(person) || !person.services.some((it) => seat.takes.includes(it))) return false;
      asked.add(person);
      const now = seatOf.get(person);
      if (now && !sit(now, asked)) return false;
      seatOf.set(person, seat);
      return true;
    });
  for (const seat of seatsOf(rules)) {
    const so = filled.get(seat.rule) ?? 0;
    if (so < countOf(seat.rule) && sit(seat, new Set())) filled.set(seat.rule, so + 1);
  }
  return filled;
}

/** A rule that wants different services has a seat for each of them, last: enough of these must be filled. */
function seatsOf(rules: readonly QuorumRule[]): Seat[] {
  const plain = rules.filter(({ different }) => !different);
  const mixed = rules.filter(({ different }) => different);
  return [
    ...plain.flatMap((rule) =>
      Array.from({ length: countOf(rule) }, () => ({ rule, takes: accepted(rule.anyOf) })),
    ),
    ...mixed.flatMap((rule) => rule.anyOf.map((service) => ({ rule, takes: accepted([service]) }))),
  ];
}

const accepted = (services: readonly Service[]): readonly Service[] =>
  services.includes('chair') ? [...services, 'deputy_chair'] : services;

function inWords(rule: QuorumRule, filled: number, people: readonly Attending[]): string {
  const some = filled > 0 ? ` (${filled} of ${countOf(rule)} here)` : '';
  const out = people
    .filter((it) => it.present && it.interest && accepted(rule.anyOf).includes(it.service))
    .filter((it) => !standingOf(it).counts)
    .map(({ name }) => name);
  if (!out.length) return `${rule.label}${some}`;
  return `${rule.label}${some}: ${out.join(' and ')} cannot be counted for this item`;
}
