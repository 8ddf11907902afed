import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A PostgreSQL that nobody else uses: `aTestDatabase()` makes its databases there from now on. */
export interface PrivateServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one with the settings of production (fsync and all). Only the calling test file is turned to it. */
export async function aPrivateServer(): Promise<PrivateServer> {
  const script = join(__dirname, 'serve-postgres.mjs');
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const [said] = (await Promise.race([once(server.stdout, 'data'), ended])) as [Buffer | number];
  if (!Buffer.isBuffer(said)) throw new Error('The private PostgreSQL did not start: see above');
  const url = said.toString().trim();
  process.env['TEST_DATABASE_URL'] = url;
  delete process.env['CAUSEWAY_TEMPLATE'];
  return {
    url,
    stop: async () => {
      server.stdin.end();
      await ended;
    },
  };
}
