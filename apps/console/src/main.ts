import { EXIT } from './exit';
import { runProgram } from './program';

process.stdout.on('error', whenNobodyReads);
process.stderr.on('error', whenNobodyReads);

void runProgram(process.argv.slice(2)).then(async (code) => {
  process.exitCode = code;
  await Promise.all([drained(process.stdout), drained(process.stderr)]);
  process.exit(code);
});

/** A pipe may still be taking our words when the last of them are written. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => void stream.write('', () => done()));
}

/** Whoever read the pipe has seen enough, as `head` does. */
function whenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
}
