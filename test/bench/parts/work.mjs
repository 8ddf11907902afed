/** The work that every contender does: the same kinds of event on random cases, as of random days. */
import { AUTHORITY } from './council.mjs';
import { FIRST_DAY, KINDS, referenceOf, TODAY } from './many-cases.mjs';
import { addDays, pathwayNamed } from './product.mjs';

const DAYS = (Date.parse(TODAY) - Date.parse(FIRST_DAY)) / 86_400_000;

/** The next event to record, on a case whose number lies in the range. */
export function nextEvent(random, { from, to }) {
  const kind = random.of(KINDS);
  const { payload } = said(kind);
  return {
    kind,
    payload,
    authority: AUTHORITY,
    reference: referenceOf(kind, from + random.upTo(to - from + 1)),
    type: kind.event,
    occurredOn: addDays(FIRST_DAY, random.upTo(DAYS + 1)),
  };
}

/** What is said about an event of this kind. */
export function said({ pathway, event }) {
  return { payload: pathwayNamed(pathway).events[event].example };
}

/** Runs `once` in so many callers at the same time, each again and again, for so long. */
export async function inCallers(callers, seconds, once) {
  const times = [];
  const since = performance.now();
  const until = since + seconds * 1000;
  const caller = async (_, number) => {
    while (performance.now() < until) {
      const start = performance.now();
      await once(number);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return {
    events: times.length,
    seconds: (performance.now() - since) / 1000,
    times: times.sort((a, b) => a - b),
  };
}
