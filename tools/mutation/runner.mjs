/**
 * A Stryker test runner for pure specs: they are loaded once and then asked again and again in the same
 * process, which takes milliseconds for a mutant where a run of Jest takes a second.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { transformSync } from '@swc/core';
import * as circus from 'jest-circus';
import { expect } from 'expect';

const require = createRequire(import.meta.url);
const { transform, moduleNameMapper } = require('../../jest.config.cjs').projects[0];

class PureRunner {
  constructor({ specs }) {
    this.specs = specs;
    this.root = process.cwd();
    this.stryker = globalThis.__stryker__ ??= {};
    this.loaded = false;
    this.changed = new Set();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const { describe, it, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
    Object.assign(globalThis, {
      describe,
      it,
      test,
      beforeAll,
      beforeEach,
      afterAll,
      afterEach,
      expect,
    });
    readTypeScript(this.root);
    circus.addEventHandler((event) => this.hear(event));
  }

  async dryRun() {
    this.load();
    const tests = await this.run();
    return { status: 'complete', tests, mutantCoverage: this.coverage(tests) };
  }

  /** What runs while a file is loaded is every test's: else a test added later would not be tried on it. */
  coverage(tests) {
    const { static: loaded, perTest } = this.stryker.mutantCoverage;
    const all = tests.map(({ id }) => [id, { ...perTest[id], ...loaded }]);
    return { static: loaded, perTest: Object.fromEntries(all) };
  }

  async mutantRun({
    activeMutant,
    testFilter,
    hitLimit,
    mutantActivation,
    reloadEnvironment,
    sandboxFileName,
  }) {
    Object.assign(this.stryker, { hitLimit, hitCount: 0, activeMutant: undefined });
    if (mutantActivation === 'static') this.stryker.activeMutant = activeMutant.id;
    if (mutantActivation === 'static') this.changed.add(sandboxFileName);
    if (reloadEnvironment || !this.loaded) {
      try {
        this.load();
      } catch (error) {
        return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
      }
    }
    this.stryker.activeMutant = activeMutant.id;
    const tests = await this.run(testFilter);
    this.stryker.activeMutant = undefined;
    if (mutantActivation === 'static') this.forget(sandboxFileName);
    if (this.stryker.hitCount > hitLimit)
      return { status: 'timeout', reason: 'Went round and round' };
    const failed = tests.find(({ status }) => status === FAILED);
    if (!failed) return { status: 'survived', nrOfTests: tests.length };
    const { id, failureMessage } = failed;
    return { status: 'killed', killedBy: [id], failureMessage, nrOfTests: tests.length };
  }

  /** A mutant that works while its file is loaded stays in there until the file is loaded again. */
  forget(fileName) {
    this.changed.add(fileName);
    this.loaded = false;
  }

  /** A fresh copy of the specs, and of all that rests on a changed file; the rest stays. */
  load() {
    unload([...this.changed, ...this.specs.map((spec) => join(this.root, spec))]);
    this.loaded = false;
    circus.resetState();
    this.files = new Map();
    for (const spec of this.specs) {
      const before = new Set(testsIn(circus.getState().rootDescribeBlock));
      require(join(this.root, spec));
      for (const test of testsIn(circus.getState().rootDescribeBlock))
        if (!before.has(test)) this.files.set(test, join(this.root, spec));
    }
    this.changed.clear();
    this.loaded = true;
  }

  async run(only) {
    const wanted = only && new Set(only);
    this.results = [];
    this.stopAtFirst = this.stryker.activeMutant !== undefined;
    for (const test of this.files.keys()) {
      Object.assign(test, { errors: [], status: null, duration: null, startedAt: null });
      test.mode = wanted && !wanted.has(nameOf(test)) ? 'skip' : undefined;
    }
    await circus.run();
    return this.results;
  }

  hear({ name, test }) {
    if (name === 'test_start') this.stryker.currentTestId = nameOf(test);
    if (name !== 'test_done') return;
    this.stryker.currentTestId = undefined;
    const id = nameOf(test);
    const failed = test.errors.length > 0;
    this.results.push({
      id,
      name: id,
      fileName: this.files.get(test),
      timeSpentMs: test.duration ?? 0,
      status: failed ? FAILED : PASSED,
      failureMessage: failed ? messageOf(test.errors[0]) : undefined,
    });
    if (failed && this.stopAtFirst) for (const each of this.files.keys()) each.mode = 'skip';
  }
}

/** Takes these files out of the memory, with every file that uses them. */
function unload(files) {
  const users = new Map();
  for (const { filename, children } of Object.values(require.cache))
    for (const child of children)
      users.set(child.filename, [...(users.get(child.filename) ?? []), filename]);
  const gone = new Set(files);
  for (const file of gone) users.get(file)?.forEach((user) => gone.add(user));
  const parents = new Set(Object.values(require.cache));
  for (const file of gone) {
    parents.add(require.cache[file]?.parent);
    delete require.cache[file];
  }
  parents.delete(undefined);
  for (const parent of parents)
    parent.children = parent.children.filter(({ filename }) => !gone.has(filename));
}

const PASSED = 0;
const FAILED = 1;

const messageOf = (error) => String((Array.isArray(error) ? error[0] : error)?.message ?? error);

const testsIn = (block) =>
  block.children.flatMap((child) => (child.type === 'test' ? [child] : testsIn(child)));

function nameOf(test) {
  const names = [test.name];
  for (let block = test.parent; block?.parent; block = block.parent) names.unshift(block.name);
  return names.join(' ');
}

/** Lets `require` read TypeScript and the names of our libraries, as jest.config.cjs has them. */
function readTypeScript(root) {
  const [[, [, options]]] = Object.entries(transform);
  const [[pattern, target]] = Object.entries(moduleNameMapper);
  const Module = require('node:module');
  const resolve = Module._resolveFilename;
  Module._resolveFilename = function (request, ...rest) {
    const ours = new RegExp(pattern).exec(request);
    const path = ours ? target.replace('<rootDir>', root).replace('$1', ours[1]) : request;
    return resolve.call(this, path, ...rest);
  };
  const compiled = new Map();
  Module._extensions['.ts'] = (module, filename) => {
    if (!compiled.has(filename)) compiled.set(filename, compile(filename, options));
    module._compile(compiled.get(filename), filename);
  };
}

const compile = (filename, options) =>
  transformSync(require('node:fs').readFileSync(filename, 'utf8'), {
    ...options,
    filename,
    swcrc: false,
  }).code;

const pureRunner = (options) => new PureRunner(options);
pureRunner.inject = ['options'];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'pure', factory: pureRunner }];
