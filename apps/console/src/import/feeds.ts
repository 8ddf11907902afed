import { FEED_KINDS, FeedImport, type FeedKind } from '@app/attendance';
import { Calendars } from '@app/casework';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { bytesOf } from '../read-file';
import { actorFor } from './actor';
import { type ImportOptions, received, report, watch } from './staged';

/** Those who look after the data that schools send. */
const WHO = ['data_analyst', 'panel_coordinator', 'send_manager'] as const;

/** What the command calls each feed. */
const NAMES: Readonly<Record<string, FeedKind>> = Object.fromEntries(
  FEED_KINDS.map((kind) => [kind.replaceAll('_', '-'), kind]),
);

/** The names by which a feed can be asked for. */
const FEED_NAMES = Object.keys(NAMES);

/** `import feed KIND FILE`: the same check and the same keeping as on the page, problems on standard output. */
export async function importFeed(
  name: string,
  file: string,
  options: ImportOptions,
): Promise<ExitCode> {
  const kind = NAMES[name];
  if (!kind)
    throw new Stop(
      `There is no feed called “${name}”. Use one of ${FEED_NAMES.join(', ')}.`,
      EXIT.usage,
    );
  const bytes = await bytesOf(file);
  return withDatabase(async ({ statements }) => {
    const actor = await actorFor(statements, WHO, options.as);
    const engine = new FeedImport(statements, await clockOf(statements), new Calendars(statements));
    const fileId = await received(() => engine.receive(actor, kind, bytes));
    const watching = watch(engine, actor, fileId);
    try {
      await engine.check(fileId);
      if (!options.dryRun) {
        await engine.begin(actor, fileId);
        await engine.commit(actor, fileId);
      }
    } finally {
      clearInterval(watching);
    }
    return report(engine, actor, fileId, 'kept');
  });
}
