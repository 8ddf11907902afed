/** How often something that dies may be started again: at once, then ever slower, at most ten times a minute. */
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from './words.mjs';

const MOST = 10;

export function restartLimit(name) {
  let recent = [];
  return {
    /** Waits its turn, or gives up. */
    async next() {
      const now = performance.now();
      recent = [...recent.filter((then) => now - then < 60_000), now];
      if (recent.length > MOST)
        throw new Stop(`${name} has died ${MOST} times within a minute. It is not started again.`);
      await pause(Math.min(100 * 2 ** (recent.length - 1), 5000) - 100);
    },
  };
}
