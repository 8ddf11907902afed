import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { EXIT, Stop } from '../exit';
import { say } from '../voice';

/** One thing that setup must know. */
export interface Question {
  readonly ask: string;
  /** Where the answer may come from without asking, in words. */
  readonly otherwise: string;
  readonly given: string | undefined;
  readonly isSecret?: boolean;
  /** What is wrong with an answer, in words. */
  readonly problem: (answer: string) => string | undefined;
}

/** The answer given on the command line, or asked for until it is right. @throws Stop where nobody can be asked */
export async function answerTo(question: Question): Promise<string> {
  const { given, problem, otherwise, ask } = question;
  if (given !== undefined) {
    const wrong = problem(given.trim());
    if (wrong) throw new Stop(wrong, EXIT.usage);
    return given.trim();
  }
  if (!process.stdin.isTTY) throw new Stop(`${ask} is missing: give ${otherwise}.`, EXIT.usage);
  return askedUntilRight(question);
}

async function askedUntilRight(question: Question): Promise<string> {
  const answer = (await asked(question)).trim();
  const wrong = question.problem(answer);
  if (!wrong) return answer;
  say(wrong);
  return askedUntilRight(question);
}

async function asked({ ask, isSecret = false }: Question): Promise<string> {
  const screen = new Curtain();
  const reader = createInterface({ input: process.stdin, output: screen, terminal: true });
  try {
    const answer = reader.question(`${ask}: `);
    screen.isClosed = isSecret;
    return await answer;
  } catch (error) {
    throw new Stop(`Nothing was set up (${(error as Error).message}).`);
  } finally {
    reader.close();
    if (isSecret) say('');
  }
}

/** Shows the question and, where it is closed, nothing of what is typed. */
class Curtain extends Writable {
  isClosed = false;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (!this.isClosed) process.stderr.write(chunk);
    done();
  }
}
