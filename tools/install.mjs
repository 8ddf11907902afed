/** Installs the packages of the lockfile when they are missing or no longer the ones it names. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withLock } from './launch/lock.mjs';
import { run } from './launch/process.mjs';
import { CACHE, ROOT } from './launch/project.mjs';
import { Stop, runCommand, say, seconds } from './launch/words.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.causeway');

export async function install() {
  refuseOldNode();
  if (isStamped()) return;
  await withLock(join(CACHE, 'install.lock'), installOnce, {
    onWait: () => say('Another command is installing packages; waiting for it …'),
  });
}

async function installOnce() {
  if (!isStamped() && !matchesLock()) await npmCi();
  writeFileSync(STAMP, stamp());
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Causeway needs Node.js 20.19 or newer, and this is ${process.versions.node}.`, {
    code: 3,
  });
}

/** What was installed: this lockfile, for this kind of machine. */
function stamp() {
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  return `${lock} ${process.platform}-${process.arch}`;
}

function isStamped() {
  return existsSync(INSTALLED) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp();
}

/** Somebody may have run npm by hand: npm keeps a list of what it put there. */
function matchesLock() {
  if (!existsSync(INSTALLED)) return false;
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.optional && !present[path])) return true;
    return present[path]?.integrity === entry.integrity && existsSync(join(ROOT, path));
  });
}

async function npmCi() {
  say('Installing packages (the first time this takes about a minute) …');
  const since = performance.now();
  const { code } = await run(...npm('ci', '--include=dev', '--no-audit', '--no-fund'), {
    cwd: ROOT,
    stdio: ['ignore', process.stderr, process.stderr],
    limit: 30 * 60_000,
  });
  if (code !== 0)
    throw new Stop(
      'The packages could not be installed; npm says why above. This step needs the network (or a filled npm cache) and about 500 MB of disk. When that is put right, run the command again.',
      { code: 3 },
    );
  say(`Packages installed in ${seconds(since)}.`);
}

/** The npm that started us, else the one on the PATH. It speaks up even if we were started silently. */
function npm(...args) {
  const loud = [...args, '--loglevel=warn'];
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, [script, ...loud]] : ['npm', loud];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runCommand(install);
