/** The product's web process, started as `npm start` starts it, on a port of its own. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { appArguments } from '../../../tools/launch/console.mjs';
import { startGuard } from '../../../tools/launch/guard.mjs';
import { identify } from '../../../tools/launch/process.mjs';
import { PERSONA } from './council.mjs';

/** Starts it, in a session of its own as the launcher does, and waits until it listens. What it logs is thrown away. */
export async function webProcess(env) {
  const child = spawn(process.execPath, appArguments('web'), {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'development',
      PORT: '0',
      RATE_LIMIT: '100000000',
      REQUEST_LOG: 'on',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const guard = startGuard();
  guard.hold({ process: identify(child.pid) });
  const lines = createInterface(child.stdout);
  const address = await new Promise((done, failed) => {
    lines.once('line', (line) => done(JSON.parse(line).ready));
    child.once('exit', (code) => failed(new Error(`The web process ended with ${code}`)));
  });
  lines.on('line', () => {});
  return {
    address,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      guard.dismiss();
    },
  };
}

/** Signs in as the measuring officer, as a program does. @returns the headers of an authorised command */
export async function signedIn(address) {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `persona=${PERSONA}`,
  });
  const cookie = answer.headers
    .getSetCookie()
    .find((each) => /^causeway=/.test(each))
    ?.split(';')[0];
  const token = answer.headers.get('x-csrf-token');
  if (!cookie || !token)
    throw new Error(`Signing in was answered with ${answer.status}: ${await answer.text()}`);
  return { cookie, 'x-csrf-token': token };
}
