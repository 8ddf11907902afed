/** What the tools say, and how they end: plain words, with what to do next. */
import process from 'node:process';

/** Something the person can put right. `code` becomes the exit status. */
export class Stop extends Error {
  constructor(message, { code = 1 } = {}) {
    super(message);
    this.code = code;
  }
}

/** Progress goes to standard error: standard output belongs to results. */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

const CAUSES = {
  ENOSPC: () => 'The disk is full. Free some space, then run the command again.',
  EDQUOT: () => 'Your disk quota is used up. Free some space, then run the command again.',
  EACCES: (path) => `${path} cannot be written by this user. ${OWNERSHIP}`,
  EPERM: (path) => `This user may not change ${path}. ${OWNERSHIP}`,
  EROFS: (path) => `${path} is on a read-only disk. Copy the project to one that can be written.`,
  EMFILE: () => 'Too many files are open. Raise the limit (ulimit -n 4096) and run it again.',
};
const OWNERSHIP =
  'It probably belongs to another user, for example after a run with sudo: run the command as that user, or make yourself the owner (sudo chown -R "$(id -un)" .).';

/** The words for an error, whatever it is. */
export function inWords(error) {
  if (error instanceof Stop) return error.message;
  const cause = CAUSES[error?.code];
  if (cause) return cause(error.path ?? 'A file');
  return error?.stack ?? String(error);
}

/** Runs a command's main function and ends the process with its exit code. */
export async function runCommand(main, { failure = 1 } = {}) {
  let code;
  try {
    code = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(inWords(error));
    code = error instanceof Stop && error.code !== 1 ? error.code : failure;
  }
  process.exitCode = code;
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  process.exit(code);
}

const drained = (stream) => new Promise((done) => stream.write('', () => done()));

/** `1.4 s`, for the ends of progress lines. */
export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
