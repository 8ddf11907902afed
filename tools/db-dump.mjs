/**
 * `npm run db:dump` writes what the migrations make, as `libs/database/schema.sql`, for reviewers to
 * read. `npm run db:dump -- --check` only compares.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { runConsole } from './launch/console.mjs';
import { startGuard } from './launch/guard.mjs';
import { onEnding } from './launch/ending.mjs';
import { ROOT } from './launch/project.mjs';
import { Stop, runCommand, say } from './launch/words.mjs';
import { ask, withClient } from './services/postgres-client.mjs';
import { describeSchema } from './services/postgres-schema.mjs';
import { scratchServer } from './services/scratch.mjs';

const FILE = join(ROOT, 'libs', 'database', 'schema.sql');

async function dump(args) {
  await install();
  await build();
  const schema = await freshSchema();
  if (!args.includes('--check')) return write(schema);
  const former = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  if (former === schema) return say('libs/database/schema.sql is up to date.');
  throw new Stop(
    `libs/database/schema.sql differs from what the migrations make, first ${firstDifference(former, schema)}\nRun: npm run db:dump`,
  );
}

async function freshSchema() {
  const guard = startGuard();
  onEnding(({ code }) => process.exit(code));
  const scratch = await scratchServer({ durable: false, guard });
  try {
    await ask(scratch.server.url('postgres'), 'CREATE DATABASE fresh');
    const url = scratch.server.url('fresh');
    await runConsole(
      ['migrate'],
      { DATABASE_URL: url },
      'The migrations failed. The reason is above.',
    );
    return await withClient(url, describeSchema);
  } finally {
    await scratch.stop();
    guard.dismiss();
  }
}

function write(schema) {
  writeFileSync(FILE, schema);
  say('libs/database/schema.sql is written.');
}

function firstDifference(before, after) {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const at = fresh.findIndex((line, index) => line !== old[index]);
  const line = at < 0 ? fresh.length : at;
  return `in line ${line + 1}:\n- ${old[line] ?? '(nothing)'}\n+ ${fresh[line] ?? '(nothing)'}`;
}

await runCommand(dump);
