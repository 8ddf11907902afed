/** People who go on with their cases while these go over to another version, most of them just where the run is. */
import { setTimeout as pause } from 'node:timers/promises';

const PEOPLE = 4;
/** One case in so many gets an event. */
const EVERY = 6;
const NEAR = 12;
const REFUSALS = { VersionConflict: 'conflicts', NotAllowedNow: 'refused' };

/** `share()` says how much of the run is done; `stop()` resolves once everybody has put the pen down. */
export function peopleMeanwhile({ desk, cases, random, share }) {
  const inOrder = [...cases].sort((one, other) => (one.id < other.id ? -1 : 1));
  const counts = { recorded: 0, conflicts: 0, refused: 0 };
  const acknowledged = [];
  let isOver = false;
  const people = Array.from({ length: PEOPLE }, person);

  async function person() {
    while (!isOver) {
      const isAhead = acknowledged.length > (cases.length / EVERY) * (share() + 0.02);
      if (isAhead) await pause(20);
      else await oneEvent(chosen());
    }
  }

  /** The run goes through the cases in the order of their ids. */
  function chosen() {
    if (random() < 0.3) return random.of(inOrder);
    const at = Math.floor(share() * inOrder.length) - NEAR + random.upTo(3 * NEAR);
    return inOrder[Math.min(inOrder.length - 1, Math.max(0, at))];
  }

  async function oneEvent(one) {
    const expectedVersion = random() < 0.5 ? one.version : undefined;
    try {
      const { reference, version, type } = await desk.goOn(one, { day: one.day, expectedVersion });
      acknowledged.push({ reference, version, type });
      counts.recorded += 1;
    } catch (error) {
      if (!(error.constructor.name in REFUSALS)) throw error;
      counts[REFUSALS[error.constructor.name]] += 1;
      one.version = undefined;
      await pause(20);
    }
  }

  return {
    counts,
    acknowledged,
    async stop() {
      isOver = true;
      await Promise.all(people);
    },
  };
}
