import { type Actor } from '@app/access';
import { FileRefused, type ImportProgress, type Received, type StagedFiles } from '@app/people';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';

/** How a file is to be brought in. */
export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly as?: string;
}

const AT_ONCE = 500;
const TELL_EVERY_MS = 2_000;

/** Stores a file; says what was noticed. @returns its id. @throws Stop for a file that cannot be used */
export async function received(receive: () => Promise<Received>): Promise<string> {
  try {
    const { fileId, notices, repeated } = await receive();
    if (repeated) say('This very file came before. What was added then is found again.');
    for (const notice of notices) say(notice);
    return fileId;
  } catch (error) {
    if (error instanceof FileRefused)
      throw new Stop(`The file cannot be used.\n${error.reasons.join('\n')}`, EXIT.usage);
    throw error;
  }
}

/** A long file tells how far it is. */
export function watch(engine: StagedFiles, actor: Actor, fileId: string): NodeJS.Timeout {
  const look = async () => {
    const progress = await engine.progress(actor, fileId);
    if (progress && progress.done < progress.of)
      say(`${progress.words}: ${progress.done} of ${progress.of}`);
  };
  return setInterval(() => void look().catch(() => undefined), TELL_EVERY_MS);
}

/** Prints what is wrong row by row, and the sum in a sentence. `done` is what became of good rows: added, kept. */
export async function report(
  engine: StagedFiles,
  actor: Actor,
  fileId: string,
  doneWord = 'added',
): Promise<ExitCode> {
  for (let after = 0; ;) {
    const rows = await engine.rows(actor, fileId, {
      status: 'error',
      afterLine: after,
      limit: AT_ONCE,
    });
    for (const { line, problems } of rows)
      for (const { column, text } of problems) tell(`Row ${line}: ${column}: ${text}`);
    if (rows.length < AT_ONCE) break;
    after = rows.at(-1)?.line ?? after;
  }
  const progress = await engine.progress(actor, fileId);
  if (progress) say(summed(progress, doneWord));
  return progress?.counts.error ? EXIT.refused : EXIT.done;
}

function summed(
  { rowCount, counts: { new: ready, done, same, error } }: ImportProgress,
  doneWord: string,
): string {
  const parts = [
    ...(done ? [`${done} ${doneWord}`] : []),
    ...(ready ? [`${ready} can be ${doneWord}`] : []),
    ...(same ? [`${same} known already`] : []),
    ...(error ? [`${error} with errors`] : []),
  ];
  return `${rowCount} ${rowCount === 1 ? 'row' : 'rows'}: ${parts.join(', ') || 'nothing to do'}.`;
}
