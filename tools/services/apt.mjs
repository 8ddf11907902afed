/**
 * Debian packages without root: downloaded and unpacked into a folder of ours, the system untouched.
 * apt checks the signatures as always. Works on Debian and Ubuntu; elsewhere it says no.
 */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { withLock } from '../launch/lock.mjs';
import { run } from '../launch/process.mjs';
import { CACHE, makeFolder } from '../launch/project.mjs';

const LISTS = '/var/lib/apt/lists';

/**
 * The path of a program from these packages, ready to run: a small script that sets its library
 * folders. Undefined where that cannot be had.
 */
export async function fromPackages({ name, packages, program, setting = () => '' }) {
  const prefix = join(cacheFolder(), `${name}-${systemName()}`);
  const script = join(prefix, 'run');
  return withLock(`${prefix}.lock`, async () => {
    if (existsSync(script)) return script;
    rmSync(prefix, { recursive: true, force: true });
    if (!(await hasApt()) || !(await fetchInto(prefix, packages))) return undefined;
    const found = join(prefix, 'root', program);
    if (!existsSync(found)) return undefined;
    writeFileSync(script, wrapper(prefix, found, setting(join(prefix, 'root'), prefix)));
    chmodSync(script, 0o755);
    return script;
  });
}

/** Forgets a program that does not run, so that the next attempt fetches it anew. */
export function forget(script) {
  rmSync(dirname(script), { recursive: true, force: true });
}

function cacheFolder() {
  try {
    makeFolder(CACHE);
    accessSync(CACHE, constants.W_OK);
    return makeFolder(join(CACHE, 'apt'));
  } catch {
    return makeFolder(`/var/tmp/causeway-${process.getuid()}-apt`);
  }
}

/** The packages of one release do not run on another. */
function systemName() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const field = (name) => new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? 'unknown';
  return `${field('ID')}${field('VERSION_ID')}-${process.arch}`;
}

async function hasApt() {
  const answers = await Promise.all([
    run('apt-get', ['--version']),
    run('dpkg-deb', ['--version']),
  ]);
  return answers.every(({ code }) => code === 0);
}

/** With the system's package lists where it has them, and with fresh ones where those are of no use. */
async function fetchInto(prefix, packages) {
  const root = makeFolder(join(prefix, 'root'));
  const archives = makeFolder(join(prefix, 'archives', 'partial'), 0o755);
  makeFolder(join(prefix, 'state', 'lists', 'partial'));
  for (const fresh of hasLists() ? [false, true] : [true]) {
    const options = aptOptions(prefix, fresh);
    if (fresh && (await apt([...options, 'update'])).code !== 0) return false;
    const wanted = await missingPackages(options, packages);
    if (!wanted) continue;
    const got = await apt([...options, 'download', ...wanted], { cwd: archives });
    if (got.code === 0) return unpack(archives, root);
  }
  return false;
}

const hasLists = () =>
  existsSync(LISTS) && readdirSync(LISTS).some((name) => name.includes('_Packages'));

function aptOptions(prefix, fresh) {
  const settings = {
    'Dir::State': join(prefix, 'state'),
    'Dir::State::status': '/var/lib/dpkg/status',
    'Dir::State::lists': fresh ? join(prefix, 'state', 'lists') : LISTS,
    'Dir::Cache': prefix,
    'Dir::Log': prefix,
    'APT::Sandbox::User': '',
    'Debug::NoLocking': '1',
  };
  return ['-q', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}

const apt = (args, options) =>
  run('apt-get', args, { env: { ...process.env, LC_ALL: 'C' }, limit: 300_000, ...options });

/** What an installation would add to this system: the packages asked for and all they need. */
async function missingPackages(options, packages) {
  const plan = await apt([
    ...options,
    '-s',
    'install',
    '-y',
    '--no-install-recommends',
    ...packages,
  ]);
  if (plan.code !== 0) return undefined;
  return [...plan.stdout.matchAll(/^Inst (\S+) .*?\((\S+)/gm)].map(
    ([, name, version]) => `${name}=${version}`,
  );
}

async function unpack(archives, root) {
  const files = readdirSync(archives).filter((name) => name.endsWith('.deb'));
  for (const file of files) {
    const { code } = await run('dpkg-deb', ['-x', join(archives, file), root]);
    if (code !== 0) return false;
  }
  rmSync(dirname(archives), { recursive: true, force: true });
  return files.length > 0;
}

function wrapper(prefix, program, setting) {
  const libraries = libraryFolders(join(prefix, 'root')).join(':');
  return `#!/bin/sh
LD_LIBRARY_PATH="${libraries}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export LD_LIBRARY_PATH
${setting}exec "${program}" "$@"
`;
}

/** Every folder with shared libraries in it: some packages keep theirs in one of their own. */
function libraryFolders(root) {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => /\.so(\.|$)/.test(entry.name) && !entry.isDirectory())
    .map((entry) => entry.parentPath ?? entry.path);
  return [...new Set(folders)].sort();
}
