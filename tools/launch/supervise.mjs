/** Keeps one program running: starts it again when it dies, gives up in words when that does not help. */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { end, identify } from './process.mjs';
import { ROOT, makeFolder } from './project.mjs';
import { restartLimit } from './restarts.mjs';
import { Stop, say } from './words.mjs';

const GENTLY = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 2000],
];

/** `healthAt` is the address that answers 200 once the program can do its work. */
export function supervise({ name, args, env, log, healthAt, guard, onStart, onFailure }) {
  const limit = restartLimit(`The ${name} program`);
  let state = 'starting';
  let current = begin();

  function begin() {
    const words = openLog(log);
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      detached: true,
      stdio: ['ignore', words.file, words.file],
    });
    closeSync(words.file);
    const identity = identify(child.pid);
    const release = guard.hold({ process: identity });
    child.on('exit', (code, byWhom) => {
      release();
      if (state !== 'stopping') ended(code, byWhom, words).catch(onFailure);
    });
    return identity;
  }

  /** One that ends by itself before it was ever ready has something to say, and would say it again. */
  async function ended(code, byWhom, words) {
    if (state === 'starting' && code !== null)
      throw new Stop(
        `The ${name} program could not start. Its last words, from ${log}:\n${words.last()}`,
      );
    say(
      `The ${name} program has stopped unexpectedly (${byWhom ?? `code ${code}`}); starting it again.`,
    );
    await limit.next();
    if (state === 'stopping') return;
    current = begin();
    onStart();
  }

  return {
    get identity() {
      return current;
    },
    async ready() {
      await healthy(healthAt, () => state === 'stopping', name, log);
      if (state === 'starting') state = 'running';
    },
    async stop() {
      state = 'stopping';
      await end(current, GENTLY);
    },
  };
}

function openLog(log) {
  makeFolder(dirname(log));
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000)
    renameSync(log, `${log}.old`);
  const file = openSync(log, 'a', 0o600);
  const from = statSync(log).size;
  const last = () =>
    readFileSync(log).subarray(from).toString('utf8').trim().split('\n').slice(-20).join('\n');
  return { file, last };
}

async function healthy(address, isGivenUp, name, log) {
  const until = performance.now() + 120_000;
  while (!isGivenUp()) {
    if (await answersWell(address)) return;
    if (performance.now() > until)
      throw new Stop(`The ${name} program is not ready after two minutes. What it says: ${log}`);
    await pause(50);
  }
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

export const logOf = (folder, name) => join(folder, 'logs', `${name}.log`);
