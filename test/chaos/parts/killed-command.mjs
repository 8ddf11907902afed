/** A command of the product that is killed again and again while it works, and started again each time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appArguments } from '../../../tools/launch/console.mjs';
import { identify } from '../../../tools/launch/process.mjs';
import { until } from './waiting.mjs';

const VERSIONS = fileURLToPath(new URL('newer-versions.cjs', import.meta.url));
const LONGEST_WAIT = 60;

/** Starts commands in processes of their own, with the versions that only tests have. */
export function commands({ env, guard }) {
  function start(...args) {
    const child = spawn(
      process.execPath,
      ['--require', VERSIONS, ...appArguments('console', ...args)],
      { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const release = guard.hold({ process: identify(child.pid) });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text) => (said.out += text));
    child.stderr.on('data', (text) => (said.err += text));
    const ended = once(child, 'close').then(([code, killedBy]) => {
      release();
      return { code, killedBy, ...said };
    });
    return { child, ended };
  }

  async function run(...args) {
    return start(...args).ended;
  }

  /** Runs it to its end. @throws Error when it fails */
  async function done(...args) {
    const ran = await run(...args);
    if (ran.code !== 0) throw new Error(`${args.join(' ')} ended with ${ran.code}: ${ran.err}`);
    return ran.out;
  }

  /** Kills it each time that so much is done, then lets it, or two of it at once, come to its end. @returns how often it was killed */
  async function doneThoughKilled(args, { moments, progress, random, atLast = 1 }) {
    let killed = 0;
    for (const moment of moments) {
      const { child, ended } = start(...args);
      let isOver = false;
      void ended.then(() => (isOver = true));
      await until(async () => isOver || (await progress()) >= moment, `${moment} are done`);
      await pause(random.upTo(LONGEST_WAIT));
      child.kill('SIGKILL');
      const { code, killedBy, err } = await ended;
      if (killedBy === 'SIGKILL') killed += 1;
      else if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`);
    }
    await Promise.all(Array.from({ length: atLast }, () => done(...args)));
    return killed;
  }

  return { run, done, doneThoughKilled };
}
