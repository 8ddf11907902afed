/** A program of the product that is started again whenever it dies, as a supervisor would. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { end, hasGone, identify, signal } from '../../../tools/launch/process.mjs';

const DIST = fileURLToPath(new URL('../../../dist/apps/', import.meta.url));

/** `healthAt` answers 200 once the program can do its work. */
export function keptAlive({ name, env, healthAt, guard }) {
  let stopping = false;
  let crashes = 0;
  let victim;
  let current = begin();

  function begin() {
    const main = `${DIST}${name}/src/main.js`;
    const child = spawn(process.execPath, ['--enable-source-maps', main], {
      env: { PATH: process.env.PATH, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', process.env.CHAOS_WORDS ? 'inherit' : 'ignore'],
    });
    let isReady = false;
    child.stdout.on('data', () => (isReady = true)); // its first word is that it listens
    const identity = identify(child.pid);
    const release = guard.hold({ process: identity });
    child.once('exit', async () => {
      release();
      if (isReady && !stopping && child.pid !== victim?.pid) crashes += 1;
      await pause(50);
      if (!stopping) current = begin();
    });
    return identity;
  }

  return {
    name,
    /** How often it ended by itself once it was at work: it should outlive a database that goes away. */
    get crashes() {
      return crashes;
    },
    /** Ends it as a power cut would; resolves once it has gone. */
    async kill() {
      victim = current;
      signal(victim, 'SIGKILL');
      await hasGone(victim, 5000);
    },
    async ready(seconds = 180) {
      const until = performance.now() + 1000 * seconds;
      while (!(await answersWell(healthAt))) {
        if (performance.now() > until)
          throw new Error(`${name} is not ready after ${seconds} seconds`);
        await pause(50);
      }
    },
    async stop() {
      stopping = true;
      await end(current, [
        ['SIGTERM', 10_000],
        ['SIGKILL', 2000],
      ]);
    },
  };
}

async function answersWell(address) {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(3000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
