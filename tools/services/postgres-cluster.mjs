/** Makes a database cluster: PostgreSQL's folder of files, its passwords, its superuser. */
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from '../launch/process.mjs';
import { say, Stop } from '../launch/words.mjs';
import { clusterOf } from './postgres-leases.mjs';

/** The major version that wrote the cluster, or undefined where there is none yet. */
export function majorOf(home) {
  const file = join(clusterOf(home), 'PG_VERSION');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

export function passwordsOf(home) {
  try {
    return JSON.parse(readFileSync(join(home, 'passwords.json'), 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    throw new Stop(
      `The file ${join(home, 'passwords.json')} is missing, and without it nobody can open the database beside it. Put it back from a copy, or move the folder ${home} away to begin anew.`,
      { code: 3 },
    );
  }
}

/** Makes the cluster beside its place and moves it there when complete, so half a one is never used. */
export async function makeCluster({ home, binaries, account, durable }) {
  if (majorOf(home)) return;
  if (durable) say(`Making the database (PostgreSQL ${binaries.version}) in ${home} …`);
  const making = join(home, 'cluster.new');
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  const password = writePasswords(home);
  try {
    own(account, making, password);
    await initialise({ binaries, account, durable, making, password });
  } finally {
    rmSync(password, { force: true });
  }
  renameSync(making, clusterOf(home));
}

/** Random ones: other users of this machine can reach the port, but not the file with the words. */
function writePasswords(home) {
  const words = { postgres: secret(), causeway: secret() };
  writeFileSync(join(home, 'passwords.json'), JSON.stringify(words), { mode: 0o600 });
  const file = join(home, 'password.new');
  rmSync(file, { force: true });
  writeFileSync(file, words.postgres, { mode: 0o600 });
  return file;
}

const secret = () => randomBytes(18).toString('base64url');

function own(account, ...paths) {
  if (account) for (const path of paths) chownSync(path, account.ids.uid, account.ids.gid);
}

async function initialise({ binaries, account, durable, making, password }) {
  const fixed = ['-D', making, '-U', 'postgres', '-A', 'scram-sha-256', '--encoding=UTF8'];
  const args = [...fixed, `--pwfile=${password}`, '--no-instructions', ...(durable ? [] : ['-N'])];
  let answer;
  for (const locale of localesFor(binaries.major)) {
    answer = await run(join(binaries.bin, 'initdb'), [...args, ...locale], {
      ...account?.ids,
      cwd: '/',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
    if (answer.code === 0) return;
  }
  throw new Stop(whyNot(answer.stderr), { code: 3 });
}

/** Sorting by code point and Unicode letters on every machine alike; names are sorted by the queries. */
function localesFor(major) {
  if (major >= 17) return [['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']];
  return [['--locale=C.UTF-8'], ['--locale=C']];
}

function whyNot(words) {
  if (words.includes('could not look up effective user ID'))
    return 'PostgreSQL needs a user with a name, and this one has none in /etc/passwd. Run the command as a named user, or set DATABASE_URL to a server of yours.';
  if (/no space left/i.test(words))
    return 'The disk is full: the database could not be made. Free some space, then run the command again.';
  return `PostgreSQL could not make its database. Its words:\n${words.trim()}`;
}
