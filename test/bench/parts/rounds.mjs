/** Measures contenders beside each other: all of them in every round, each time in another order. */
import { totalUse, usedByServer } from './processor-time.mjs';

/**
 * @returns {Promise<Map<object, object[]>>} for each contender what it did in each round: events a second, middle and slow
 * latency, processor time of app and database for an event, and how many processors the neighbours had
 */
export async function inRounds(contenders, { rounds, seconds, dataDirectory, beforeRound, told }) {
  const results = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    await beforeRound();
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(round + turn) % contenders.length];
      const measured = await oneRun(contender, seconds, dataDirectory);
      results.get(contender).push(measured);
      told(round, contender, measured);
    }
  }
  return results;
}

async function oneRun(contender, seconds, dataDirectory) {
  const [serverBefore, allBefore, ownBefore] = [usedByServer(dataDirectory), totalUse(), ownUse()];
  const { events, seconds: taken, times, appMs } = await contender.run(seconds);
  const databaseMs = usedByServer(dataDirectory) - serverBefore;
  const ours = databaseMs + Math.max(appMs, ownUse() - ownBefore);
  return {
    rate: events / taken,
    middle: times[Math.floor(times.length / 2)],
    slow: times[Math.floor(times.length * 0.95)],
    app: appMs / events,
    database: databaseMs / events,
    neighbours: Math.max(0, (totalUse() - allBefore - ours) / (taken * 1000)),
  };
}

function ownUse() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** The middle of `pick` over the rounds; beside a reference, of its ratio to the same round's reference. */
export function middleOf(runs, pick, reference) {
  return median(runs.map((run, round) => pick(run) / (reference ? pick(reference[round]) : 1)));
}
