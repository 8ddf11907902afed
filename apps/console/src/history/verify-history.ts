import { brokenAt, historyOf } from '@app/casework';
import { type Statements } from '@app/database';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';

interface Head {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly head: Buffer;
}

const AT_ONCE = 200;

/** `verify-history [REFERENCE]`: is every line of every history as it was written? */
export function verifyHistory(reference: string | undefined): Promise<ExitCode> {
  return withDatabase(async ({ statements }) => {
    const cases = await statements.run<Head>('', HEADS, [reference ?? null]);
    if (reference && cases.length === 0)
      throw new Stop(`There is no case ${reference}.`, EXIT.usage);
    const broken = await brokenAmong(statements, cases);
    for (const words of broken) tell(words);
    say(
      broken.length === 0
        ? `${cases.length} ${cases.length === 1 ? 'history is' : 'histories are'} as written.`
        : `${broken.length} of ${cases.length} histories are not as they were written. Keep this database as it is, and compare it with a backup.`,
    );
    return broken.length === 0 ? EXIT.done : EXIT.refused;
  });
}

/** One line of words for each history that is not as it was written. */
export async function brokenAmong(
  statements: Statements,
  cases: readonly Head[],
): Promise<string[]> {
  const broken: string[] = [];
  for (let at = 0; at < cases.length; at += AT_ONCE)
    broken.push(
      ...(
        await Promise.all(cases.slice(at, at + AT_ONCE).map((head) => judged(statements, head)))
      ).flat(),
    );
  return broken;
}

async function judged(
  statements: Statements,
  { id, reference, version, head }: Head,
): Promise<string[]> {
  const rows = await historyOf(statements, id);
  const at = brokenAt(rows);
  if (at !== undefined) return [`${reference}: line ${at} of the history is not as it was written`];
  const last = rows.at(-1);
  const isWhole = last !== undefined && last.version === version && last.hash.equals(head);
  return isWhole ? [] : [`${reference}: the end of the history is missing`];
}

/** A sample of cases, or all of them. */
export const sampleOfCases = (statements: Statements, count: number) =>
  statements.run<Head>('', SAMPLE, [count]);

const COLUMNS = 'id, reference, version, head_hash AS head';
const HEADS = `SELECT ${COLUMNS} FROM send_case WHERE $1::text IS NULL OR reference = $1 ORDER BY reference`;
const SAMPLE = `SELECT ${COLUMNS} FROM send_case ORDER BY random() LIMIT $1`;
