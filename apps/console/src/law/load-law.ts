import { type Actor } from '@app/access';
import {
  Calendars,
  type LawDifference,
  LawPacks,
  LawProposals,
  LawRounds,
  PlanRefused,
  VersionPlans,
} from '@app/casework';
import { type Statements } from '@app/database';
import { BadRulePack, plainDay } from '@app/statutory-calendar';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { actorFor } from '../import/actor';
import { jsonOf } from '../read-file';
import { say, tell } from '../voice';

/** What is asked of `rules load`. */
export interface LawOptions {
  readonly as?: string;
  readonly approve?: string;
}

const WHO = ['send_manager', 'administrator'] as const;

/** `rules load FILE`: what a pack of law would change, and nothing changed; `--approve ID`: by a second person, then cases follow. */
export async function loadLaw(
  file: string | undefined,
  { as, approve }: LawOptions,
): Promise<ExitCode> {
  if (!as) throw new Stop('Say with --as who loads or approves: an e-mail address.', EXIT.usage);
  if ((file === undefined) === (approve === undefined))
    throw new Stop('Give either a FILE to load or --approve ID.', EXIT.usage);
  const content = file === undefined ? undefined : await jsonOf(file);
  return withDatabase(async ({ statements }) => {
    const actor = await actorFor(statements, WHO, as);
    const work = await workOf(statements);
    try {
      return approve ? await approved(work, actor, approve) : await loaded(work, actor, content);
    } catch (error) {
      if (error instanceof PlanRefused) throw new Stop(`${error.message}.`, EXIT.refused);
      if (!(error instanceof BadRulePack)) throw error;
      const lines = error.problems.map(({ where, what }) => `  ${where}: ${what}.`);
      throw new Stop(`Nothing was loaded. The pack is refused:\n${lines.join('\n')}`, EXIT.refused);
    }
  });
}

interface Work {
  readonly laws: LawProposals;
  readonly rounds: LawRounds;
}

async function workOf(statements: Statements): Promise<Work> {
  const clock = await clockOf(statements);
  const plans = new VersionPlans(statements, clock, new Calendars(statements));
  return {
    laws: new LawProposals(statements, clock, new LawPacks(statements), plans),
    rounds: new LawRounds(statements, clock, plans),
  };
}

async function loaded({ laws, rounds }: Work, actor: Actor, content: unknown): Promise<ExitCode> {
  const id = await laws.propose(actor, content);
  await rounds.goOn(id);
  const differences = await laws.differences(id);
  for (const difference of differences) for (const line of inLines(difference)) tell(line);
  const { judged } = await laws.progress(id);
  say(
    `${differences.length} of ${judged} open ${judged === 1 ? 'case' : 'cases'} would change. Nothing is changed yet.`,
  );
  const pack = (await laws.all(actor.authority)).find((it) => it.id === id)?.pack;
  for (const label of pack ? laws.leftBehind(pack) : [])
    say(`Look at this by hand: “${label}” is worked out from a rule that changes.`);
  say(`Next, by a second person: causeway rules load --approve ${id} --as their-address`);
  return EXIT.done;
}

/** Asked again after it was cut off, it goes on with the open cases. */
async function approved({ laws, rounds }: Work, actor: Actor, id: string): Promise<ExitCode> {
  const pack = (await laws.all(actor.authority)).find((it) => it.id === id);
  if (pack?.decision !== 'approved' || pack.followedAt) await laws.decide(actor, id, 'approved');
  await rounds.goOn(id);
  const { moved, person } = await laws.progress(id);
  say(`Approved. ${moved} open ${moved === 1 ? 'case counts' : 'cases count'} by it now.`);
  if (person) say(`${person} ${person === 1 ? 'case needs' : 'cases need'} a person to look.`);
  for (const difference of await laws.differences(id))
    for (const line of inLines(difference)) tell(line);
  return EXIT.done;
}

/** One line a change: case, clock, day it was, day it is, why. */
function inLines({ reference, decision, why, dates }: LawDifference): string[] {
  const moves = dates.map(({ code, subject, from, to, because }) =>
    [
      reference,
      subject ? `${code} (${subject})` : code,
      from ? plainDay(from) : 'not there',
      to ? plainDay(to) : 'not there',
      because,
    ].join('\t'),
  );
  const noted = decision === 'person' ? `needs a person: ${why ?? ''}` : why;
  return noted ? [...moves, [reference, noted].join('\t')] : moves;
}
