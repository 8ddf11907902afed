import { type Actor } from '@app/access';
import { type Runner, type Statements } from '@app/database';
import { type CalendarDay, type Clock } from '@app/statutory-calendar';
import {
  type ImportFileRow,
  lockFile,
  moveTo,
  nextRows,
  type Outcome,
  writeOutcomes,
} from '../staging/import-file';
import { type JudgedRow, judgeRows, outcomeOf } from './judge-rows';
import { type NominationPayload } from './nomination-payload';
import { refusalWords } from './refusal-words';
import { casesByKey } from './register-lookup';
import { commandKeyOf, type ReadyRow, writeChildren } from './write-children';

/** Opens one Year 6 case; given by the app, since casework stands above this library. */
export type OpenCase = (
  actor: Actor,
  asked: {
    childId: string;
    occurredOn: CalendarDay;
    payload: NominationPayload;
    commandKey: string;
  },
) => Promise<{ reference: string; caseId: string; repeated: boolean }>;

/** What a commit works with. */
export interface CommitTools {
  readonly statements: Statements;
  readonly clock: Clock;
  readonly openCase: OpenCase;
}

const MOST_ROUNDS = 3;
const FAILURES_IN_A_ROW = 3;

/**
 * Adds the children of the good rows and opens their cases. Children and contacts are written in
 * short transactions, each case through the one door with a key of its own, so that a run that was
 * killed can be run again: what is there is found and nothing comes twice.
 */
export async function commitRows(tools: CommitTools, actor: Actor, fileId: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let after: number | undefined = 0;
    while (after !== undefined) after = await commitBatch(tools, actor, fileId, after);
    const isDone = await tools.statements.together((tx) => finish(tx, fileId));
    if (isDone) return;
  }
}

/** Returns the line to go on after, or undefined at the end. */
async function commitBatch(
  tools: CommitTools,
  actor: Actor,
  fileId: string,
  after: number,
): Promise<number | undefined> {
  const { statements } = tools;
  const taken = await statements.together((tx) => takeBatch(tx, tools, actor, fileId, after));
  if (!taken) return undefined;
  const outcomes = await openCases(tools, actor, taken.ready);
  await statements.together((tx) => writeOutcomes(tx, fileId, outcomes));
  return taken.lastLine;
}

async function takeBatch(
  tx: Runner,
  { clock }: CommitTools,
  actor: Actor,
  fileId: string,
  after: number,
) {
  const file = await lockFile(tx, fileId);
  if (file?.status !== 'committing') return undefined;
  const rows = await nextRows(tx, fileId, 'new', after);
  if (rows.length === 0) return undefined;
  await tx.run('nomination.one-writer', ONE_WRITER_SQL, [file.authority]);
  const judged = await judgeRows(tx, file, rows, clock.today());
  const opened = await openedBefore(tx, file, judged);
  const fits = judged.flatMap(({ line, verdict }) =>
    verdict.status === 'new'
      ? [
          {
            line,
            nomination: verdict.nomination,
            commandKey: commandKeyOf(file.hash, verdict.nomination),
          },
        ]
      : [],
  );
  const ready = await writeChildren(tx, actor, clock.now(), fits);
  const rest = judged
    .filter(({ verdict }) => verdict.status !== 'new')
    .map((row) => opened.get(row.line) ?? outcomeOf(row));
  if (rest.length > 0) await writeOutcomes(tx, fileId, rest);
  return { ready, lastLine: rows.at(-1)?.line ?? after };
}

/** Rows whose case this very file opened in a run that was cut off before it could say so. */
async function openedBefore(
  tx: Runner,
  file: ImportFileRow,
  judged: readonly JudgedRow[],
): Promise<Map<number, Outcome>> {
  const same = judged.flatMap(({ line, verdict }) =>
    verdict.status === 'same' ? [{ line, key: commandKeyOf(file.hash, verdict.nomination) }] : [],
  );
  const cases = await casesByKey(
    tx,
    file.authority,
    same.map(({ key }) => key),
  );
  return new Map(
    same.flatMap(({ line, key }) => {
      const caseId = cases.get(key);
      return caseId ? [[line, { line, status: 'done', caseId } as const] as const] : [];
    }),
  );
}

async function openCases(
  tools: CommitTools,
  actor: Actor,
  rows: readonly ReadyRow[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let failures = 0;
  for (const row of rows) {
    const { outcome, error } = await openOne(tools, actor, row);
    failures = error === undefined ? 0 : failures + 1;
    if (failures === FAILURES_IN_A_ROW) throw error;
    outcomes.push(outcome);
  }
  return outcomes;
}

async function openOne(
  { openCase }: CommitTools,
  actor: Actor,
  row: ReadyRow,
): Promise<{ outcome: Outcome; error?: unknown }> {
  const { line, childId, commandKey, nomination } = row;
  try {
    const { occurredOn, payload } = nomination;
    const { caseId } = await openCase(actor, { childId, occurredOn, payload, commandKey });
    return { outcome: { line, status: 'done', caseId } };
  } catch (error) {
    const words = refusalWords(error);
    const text =
      words ??
      'Something went wrong with this row and no case was opened. Upload the same file again to try once more';
    const outcome: Outcome = { line, status: 'error', problems: [{ column: 'Whole row', text }] };
    return words === undefined ? { outcome, error } : { outcome };
  }
}

async function finish(tx: Runner, fileId: string): Promise<boolean> {
  const file = await lockFile(tx, fileId);
  if (file?.status !== 'committing') return true;
  if ((await nextRows(tx, fileId, 'new', 0)).length > 0) return false;
  await moveTo(tx, fileId, 'done');
  return true;
}

/** Two files at once must not add the same child twice. */
const ONE_WRITER_SQL = `SELECT pg_advisory_xact_lock(hashtextextended('add children ' || $1, 0))`;
