/**
 * A PostgreSQL of one test file's own, so that what the server counts (log written, transaction ids) is
 * that file's work alone. Prints the address; ends when standard input does.
 */
import process from 'node:process';
import { startGuard } from '../../tools/launch/guard.mjs';
import { scratchServer } from '../../tools/services/scratch.mjs';

const guard = startGuard();
const scratch = await scratchServer({ durable: true, guard });
process.stdout.write(`${scratch.server.url('postgres')}\n`);
process.stdin.resume().once('close', async () => {
  await scratch.stop();
  guard.dismiss();
  process.exit();
});
