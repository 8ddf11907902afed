import { Calendars, CaseworkService } from '@app/casework';
import { NominationImport, type OpenCase } from '@app/people';
import { withDatabase, type Connection } from '../database/connection';
import { clockOf } from '../database/clock';
import { type ExitCode } from '../exit';
import { bytesOf } from '../read-file';
import { actorFor } from './actor';
import { type ImportOptions, received, report, watch } from './staged';

/** Those who may nominate, the one whose work it is first. */
const WHO = ['panel_coordinator', 'transition_lead', 'send_manager'] as const;

/** `import nominations FILE`: the same check and the same commit as on the page, problems on standard output. */
export async function importNominations(file: string, options: ImportOptions): Promise<ExitCode> {
  const bytes = await bytesOf(file);
  return withDatabase(async (connection) => {
    const actor = await actorFor(connection.statements, WHO, options.as);
    const clock = await clockOf(connection.statements);
    const engine = new NominationImport(connection.statements, clock);
    const fileId = await received(() => engine.receive(actor, bytes));
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

function opener(
  { statements }: Connection,
  clock: ConstructorParameters<typeof CaseworkService>[1],
): OpenCase {
  const door = new CaseworkService(statements, clock, new Calendars(statements));
  return (actor, { childId, occurredOn, payload, commandKey }) =>
    door.open(actor, { pathway: 'y6_transition', childId, occurredOn, payload, commandKey });
}
