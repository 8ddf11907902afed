import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The product's own processes, running for a test. */
export interface Running {
  readonly address: string;
  readonly web: ChildProcess;
  readonly worker: ChildProcess | undefined;
  stop(): Promise<void>;
}

const DIST = join(__dirname, '../../dist/apps');

/** Starts the built web and worker on free ports against one database, and waits until both are healthy. */
export async function running(
  databaseUrl: string,
  environment: Record<string, string> = {},
  { withWorker = true } = {},
): Promise<Running> {
  const [port, workerPort] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'development',
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    ...environment,
  };
  const web = started('web', env);
  const worker = withWorker ? started('worker', env) : undefined;
  const children = [web, ...(worker ? [worker] : [])];
  const stop = async () => {
    await Promise.all(children.map(stopped));
  };
  try {
    await healthy(`http://127.0.0.1:${port}/health/ready`, web);
    if (worker) await healthy(`http://127.0.0.1:${workerPort}/health/ready`, worker);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://127.0.0.1:${port}`, web, worker, stop };
}

function started(app: string, env: Record<string, string | undefined>): ChildProcess {
  return spawn(process.execPath, [join(DIST, app, 'src/main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`A process ended before it was ready (${url})`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not ready in two minutes: ${url}`);
}

/** A loopback port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
