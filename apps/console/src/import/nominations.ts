import { Calendars, CaseworkService } from '@app/casework';
import { type Actor } from '@app/access';
import { FileRefused, type ImportProgress, NominationImport, type OpenCase } from '@app/people';
import { withDatabase, type Connection } from '../database/connection';
import { clockOf } from '../database/clock';
import { EXIT, type ExitCode, Stop } from '../exit';
import { bytesOf } from '../read-file';
import { say, tell } from '../voice';
import { actorFor } from './actor';

export interface NominationOptions {
  readonly dryRun?: boolean;
  readonly as?: string;
}

/** Those who may nominate, the one whose work it is first. */
const WHO = ['panel_coordinator', 'transition_lead', 'send_manager'] as const;
const AT_ONCE = 500;
const TELL_EVERY_MS = 2_000;

/** `import nominations FILE`: the same check and the same commit as on the page, problems on standard output. */
export async function importNominations(
  file: string,
  options: NominationOptions,
): Promise<ExitCode> {
  const bytes = await bytesOf(file);
  return withDatabase(async (connection) => {
    const actor = await actorFor(connection.statements, WHO, options.as);
    const clock = await clockOf(connection.statements);
    const engine = new NominationImport(connection.statements, clock);
    const fileId = await received(engine, actor, bytes);
    const watching = watch(engine, actor, fileId);
    try {
      await engine.check(fileId);
      if (!options.dryRun) {
        await engine.begin(actor, fileId);
        await engine.commit(actor, fileId, opener(connection, clock));
      }
    } finally {
      clearInterval(watching);
    }
    return report(engine, actor, fileId);
  });
}

async function received(
  engine: NominationImport,
  actor: Actor,
  bytes: Uint8Array,
): Promise<string> {
  try {
    const { fileId, notices, repeated } = await engine.receive(actor, bytes);
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
function watch(engine: NominationImport, actor: Actor, fileId: string): NodeJS.Timeout {
  const look = async () => {
    const progress = await engine.progress(actor, fileId);
    if (progress && progress.done < progress.of)
      say(`${progress.words}: ${progress.done} of ${progress.of}`);
  };
  return setInterval(() => void look().catch(() => undefined), TELL_EVERY_MS);
}

function opener(
  { statements }: Connection,
  clock: ConstructorParameters<typeof CaseworkService>[1],
): OpenCase {
  const door = new CaseworkService(statements, clock, new Calendars(statements));
  return (actor, { childId, occurredOn, payload, commandKey }) =>
    door.open(actor, { pathway: 'y6_transition', childId, occurredOn, payload, commandKey });
}

async function report(engine: NominationImport, actor: Actor, fileId: string): Promise<ExitCode> {
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
  if (progress) say(summed(progress));
  return progress?.counts.error ? EXIT.refused : EXIT.done;
}

function summed({ rowCount, counts: { new: ready, done, same, error } }: ImportProgress): string {
  const parts = [
    ...(done ? [`${done} added`] : []),
    ...(ready ? [`${ready} can be added`] : []),
    ...(same ? [`${same} known already`] : []),
    ...(error ? [`${error} with errors`] : []),
  ];
  return `${rowCount} ${rowCount === 1 ? 'row' : 'rows'}: ${parts.join(', ') || 'nothing to do'}.`;
}
