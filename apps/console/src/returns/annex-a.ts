import { writeFile } from 'node:fs/promises';
import { AnnexA } from '@app/returns';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';
import { whose, written } from './whose';

/** `annex-a --out FILE`: the child-level lists of an area inspection, as at today. */
export function annexA({ out, as }: { out: string; as?: string }): Promise<ExitCode> {
  return withDatabase(async ({ statements }) => {
    const clock = await clockOf(statements);
    const actor = await whose(statements, as);
    const annex = new AnnexA(statements, clock);
    const lists = await annex.lists(actor.authority);
    const asks = annex.check(lists).length;
    await written(statements, clock, actor, 'Annex A');
    await writeFile(out, await annex.workbook(lists), { mode: 0o600 }).catch((error: Error) => {
      throw new Stop(`${out} cannot be written: ${error.message}`, EXIT.usage);
    });
    tell(
      `Annex A on ${lists.day}: ${lists.plans.length} children with a plan, ${lists.support.length} with SEN support. ` +
        `${asks} answers are missing or doubtful.`,
    );
    say(`${out} holds everybody’s details: keep it safe.`);
    return EXIT.done;
  });
}
