import { FileRefused, Schools } from '@app/people';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { bytesOf } from '../read-file';
import { say, tell } from '../voice';
import { actorFor } from './actor';

/** Those who look after the register of schools. */
const WHO = ['administrator', 'send_manager', 'panel_coordinator'] as const;

/** `import schools FILE`: brings the schools up to date from the national register's CSV. */
export async function importSchools(file: string, { as }: { as?: string }): Promise<ExitCode> {
  const bytes = await bytesOf(file);
  return withDatabase(async ({ statements }) => {
    const actor = await actorFor(statements, WHO, as);
    const done = await new Schools(statements).importRegister(actor, bytes).catch(refused);
    for (const notice of done.notices) say(notice);
    for (const { row, text } of done.problems) tell(`Row ${row}: ${text}`);
    say(`${done.added} schools added, ${done.changed} changed, ${done.same} as before.`);
    return done.problems.length > 0 ? EXIT.refused : EXIT.done;
  });
}

function refused(error: unknown): never {
  if (error instanceof FileRefused)
    throw new Stop(`The file cannot be used.\n${error.reasons.join('\n')}`, EXIT.usage);
  throw error;
}
