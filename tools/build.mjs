/** Compiles apps and libs into `dist/`, which mirrors their tree. Only what has changed is done again. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withLock } from './launch/lock.mjs';
import { CACHE, DIST, ROOT, makeFolder } from './launch/project.mjs';
import { Stop, runCommand, say, seconds } from './launch/words.mjs';

const RECORD = join(DIST, '.build.json');
const ASSETS = join(ROOT, 'apps/web/assets');
const PUBLIC = join(DIST, 'public');
const THIS_FILE = fileURLToPath(import.meta.url);

const COMPILER = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
    keepClassNames: true,
    baseUrl: ROOT,
    paths: { '@app/*': ['libs/*/src/index.ts'] },
  },
  module: { type: 'commonjs' },
  sourceMaps: true,
};

/** Builds what is stale. Resolves with a mark that is the same as long as nothing has changed. */
export function build() {
  return withLock(join(CACHE, 'build.lock'), buildOnce, {
    onWait: () => say('Another command is building; waiting for it …'),
  });
}

async function buildOnce() {
  const since = performance.now();
  const former = readRecord();
  const recipe = hash(`${readFileSync(THIS_FILE)}${readFileSync(join(ROOT, 'package-lock.json'))}`);
  if (former.recipe !== recipe) rmSync(DIST, { recursive: true, force: true });
  const known = former.recipe === recipe ? former : { sources: {} };
  const sources = surveyed(sourceFiles(), known.sources);
  const changed = Object.keys(sources).filter((file) => isStale(file, sources, known.sources));
  removeOrphans(sources, known.sources);
  await compileAll(changed);
  const assets = await buildWebAssets(known.assets);
  writeWhole(RECORD, JSON.stringify({ recipe, sources, assets }));
  if (changed.length > 0) say(`Built ${changed.length} files in ${seconds(since)}.`);
  return hash(
    JSON.stringify([recipe, Object.entries(sources).map(([file, each]) => [file, each.hash])]),
  );
}

function readRecord() {
  try {
    return JSON.parse(readFileSync(RECORD, 'utf8'));
  } catch {
    return { sources: {} };
  }
}

function sourceFiles() {
  return ['apps', 'libs'].flatMap((kind) =>
    foldersIn(join(ROOT, kind)).flatMap((name) =>
      ['src', 'testing', 'views'].flatMap((part) => filesUnder(join(ROOT, kind, name, part))),
    ),
  );
}

const isTest = (file) => /\.(spec|int-spec|journey-spec|test)\.ts$|\.d\.ts$/.test(file);
const foldersIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !isTest(file))
    .sort();
}

/** Each file with its time, size and content mark. Time and size unchanged: the mark is not read anew. */
function surveyed(files, known) {
  return Object.fromEntries(
    files.map((path) => {
      const file = relative(ROOT, path);
      const { mtimeMs, size } = statSync(path);
      const before = known[file];
      if (before?.mtimeMs === mtimeMs && before.size === size) return [file, before];
      return [file, { mtimeMs, size, hash: hash(readFileSync(path)) }];
    }),
  );
}

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);
const outputOf = (file) => join(DIST, file.replace(/\.ts$/, '.js'));

function isStale(file, sources, known) {
  return sources[file].hash !== known[file]?.hash || !existsSync(outputOf(file));
}

function removeOrphans(sources, known) {
  for (const file of Object.keys(known).filter((each) => !sources[each]))
    for (const ending of ['', '.map']) rmSync(outputOf(file) + ending, { force: true });
}

async function compileAll(files) {
  if (files.length === 0) return;
  const { transformFile } = await import('@swc/core');
  const results = await Promise.allSettled(files.map((file) => compile(file, transformFile)));
  const failures = results.filter((each) => each.status === 'rejected');
  if (failures.length === 0) return;
  const words = failures.map((each) => each.reason?.message ?? String(each.reason)).join('\n');
  throw new Stop(`${words}\nThe build failed: ${failures.length} of ${files.length} files.`);
}

async function compile(file, transformFile) {
  const target = outputOf(file);
  makeFolder(dirname(target));
  if (!file.endsWith('.ts')) return copyFileSync(join(ROOT, file), target);
  const { code, map } = await transformFile(join(ROOT, file), {
    ...COMPILER,
    filename: join(ROOT, file),
  });
  const located = { ...JSON.parse(map), sources: [relative(dirname(target), join(ROOT, file))] };
  writeWhole(`${target}.map`, JSON.stringify({ ...located, sourcesContent: undefined }));
  writeWhole(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
}

/** Style sheets and scripts of the pages, by their own recipe. */
async function buildWebAssets(known) {
  const script = join(ASSETS, 'build.mjs');
  if (!existsSync(script)) return undefined;
  const state = hash(
    filesUnder(ASSETS)
      .map((file) => `${file} ${hash(readFileSync(file))}`)
      .join('\n'),
  );
  if (known === state && existsSync(PUBLIC)) return state;
  const since = performance.now();
  const { buildAssets } = await import(pathToFileURL(script).href);
  await buildAssets(PUBLIC);
  say(`Built the style sheets in ${seconds(since)}.`);
  return state;
}

/** A running server may read the file at this moment: it finds the old one or the new one, whole. */
function writeWhole(file, content) {
  const making = `${file}.${process.pid}`;
  writeFileSync(making, content);
  renameSync(making, file);
}

if (process.argv[1] === THIS_FILE) await runCommand(async () => void (await build()));
