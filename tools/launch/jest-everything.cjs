/**
 * Jest's settings for a run of everything. Specs stand together on shelves, one file that asks for a dozen of
 * them: loading the product takes longer than most specs do, and Jest loads it anew for every file. A spec
 * keeps its own hooks, since each is asked for inside a `describe` of its own.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } = require('fs');
const { join, resolve } = require('path');
const config = require('../../jest.config.cjs');
const { ALONE } = require('./jest-in-turn.cjs');

const ROOT = resolve(__dirname, '../..');
const FOLDER = join(ROOT, '.cache', 'shelves');
const SHELVES = { database: 10, pure: 6 };
const ENDING = { database: '.int-spec.ts', pure: '.spec.ts' };

/** Puts every spec of the project on a shelf and answers which files Jest is to run in their stead. */
function shelvesOf(project) {
  mkdirSync(FOLDER, { recursive: true });
  const specs = specsOf(project);
  const shelves = dealt(
    specs.filter((path) => !isAlone(path)),
    SHELVES[project],
  ).map((on, n) => putUp(join(FOLDER, `${project}-${n + 1}.ts`), on.map(asked).join('\n')));
  return [...specs.filter(isAlone), ...shelves];
}

const isAlone = (path) => ALONE.some((name) => path.endsWith(name));

function specsOf(project) {
  return ['apps', 'libs', 'test'].flatMap((place) =>
    readdirSync(join(ROOT, place), { recursive: true })
      .filter((name) => name.endsWith(ENDING[project]))
      .map((name) => join(ROOT, place, name))
      .sort(),
  );
}

/** In turn, so that neighbours, which are alike in length, come to different shelves. */
function dealt(specs, count) {
  return Array.from({ length: count }, (_, n) => specs.filter((_path, at) => at % count === n));
}

function asked(path) {
  const name = path.slice(ROOT.length + 1);
  return `describe('${name}', () => void require('../../${name}'));`;
}

/** Jest need not read again what has not changed. */
function putUp(path, text) {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
  return path;
}

const everything = config.projects
  .filter(({ displayName }) => displayName !== 'long-journeys')
  .map((project) => ({
    ...project,
    rootDir: ROOT,
    ...(SHELVES[project.displayName] && { testMatch: shelvesOf(project.displayName) }),
  }));

module.exports = {
  ...config,
  rootDir: ROOT,
  projects: everything,
  testSequencer: join(__dirname, 'jest-in-turn.cjs'),
};
