import { Calendars, PlanRefused, type PlannedMove, VersionPlans } from '@app/casework';
import { type Statements } from '@app/database';
import { pathways, pathwayNamed } from '@app/pathways';
import { plainDay } from '@app/statutory-calendar';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';

/** What is asked of `migrate-cases PATHWAY --to N`, or `--to-policy N`. */
export interface MigrateOptions {
  readonly to?: number;
  readonly toPolicy?: number;
  readonly plan?: boolean;
  readonly approve?: string;
  readonly run?: string;
  readonly undo?: string;
  readonly as?: string;
}

/** Takes open cases over to a newer version of their pathway, or to other settings of the council: plan, approve (a second person), run, undo. */
export function migrateCases(name: string, options: MigrateOptions): Promise<ExitCode> {
  const chosen = [options.plan, options.approve, options.run, options.undo].filter(Boolean);
  if (chosen.length !== 1)
    throw new Stop('Say one of --plan, --approve ID, --run ID or --undo ID.', EXIT.usage);
  if (!pathways.some((it) => it.name === name))
    throw new Stop(
      `There is no pathway ${name}. There are: ${pathways.map((it) => it.name).join(', ')}.`,
      EXIT.usage,
    );
  return withDatabase(async ({ statements }) => {
    const plans = new VersionPlans(
      statements,
      await clockOf(statements),
      new Calendars(statements),
    );
    try {
      return await done(plans, statements, name, options);
    } catch (error) {
      if (error instanceof PlanRefused) throw new Stop(error.message, EXIT.refused);
      throw error;
    }
  });
}

async function done(
  plans: VersionPlans,
  statements: Statements,
  name: string,
  options: MigrateOptions,
): Promise<ExitCode> {
  const { plan, approve, run, undo, as } = options;
  if (plan) return planned(plans, statements, name, options);
  if (approve) {
    if (!as) throw new Stop('Say with --as who approves: an e-mail address.', EXIT.usage);
    await plans.approve(approve, as);
    say('Approved. Now: --run');
    return EXIT.done;
  }
  if (run) {
    const moved = await plans.run(run);
    await certificate(plans, run);
    say(
      `${moved} ${moved === 1 ? 'case' : 'cases'} moved now. The plan can be taken back for 30 days with --undo.`,
    );
    return EXIT.done;
  }
  const back = await plans.takeBack(undo!);
  const stays = (await plans.find(undo!)).moved - back;
  say(`${back} ${back === 1 ? 'case is' : 'cases are'} back on the version they came from.`);
  if (stays > 0) say(`${stays} went on since and stay where they are.`);
  return EXIT.done;
}

async function planned(
  plans: VersionPlans,
  statements: Statements,
  name: string,
  { to, toPolicy, as = 'the command line' }: MigrateOptions,
): Promise<ExitCode> {
  if (!toPolicy && (!to || !hasVersion(name, to)))
    throw new Stop(
      `Say with --to which version: ${name} is at version ${pathwayNamed(name).version}. Or say with --to-policy which version of the council’s settings.`,
      EXIT.usage,
    );
  const [authority] = await statements.run<{ code: string }>(
    '',
    'SELECT code FROM authority ORDER BY code LIMIT 1',
    [],
  );
  if (!authority)
    throw new Stop('This installation has no council yet. First: causeway setup', EXIT.environment);
  const id = toPolicy
    ? await plans.planSettings(authority.code, name, toPolicy, as)
    : await plans.plan(authority.code, name, to!, as);
  tell(id);
  const moves = await plans.moves(id);
  for (const move of moves) say(inWords(move));
  const { moves: go, person } = await plans.find(id);
  say(
    `${go} move, ${person} ${person === 1 ? 'needs' : 'need'} a person. Nothing is changed. Next, by a second person: --approve ${id} --as their-address`,
  );
  return EXIT.done;
}

function hasVersion(name: string, version: number): boolean {
  try {
    return Boolean(pathwayNamed(name, version));
  } catch {
    return false;
  }
}

/** What the plan did, case by case, on standard output: it can be kept. */
async function certificate(plans: VersionPlans, id: string): Promise<void> {
  for (const move of await plans.moves(id)) tell(JSON.stringify(move));
}

function inWords({ reference, fromVersion, decision, why, dates }: PlannedMove): string {
  if (decision === 'person')
    return `${reference} (version ${fromVersion}): needs a person. ${why ?? ''}`;
  const changes = dates.map(
    ({ code, from, to, because }) =>
      `${code} ${from ? plainDay(from) : 'begins'} to ${to ? plainDay(to) : 'ends'}: ${because}`,
  );
  return `${reference} (version ${fromVersion}): moves. ${changes.join('; ') || 'No date changes.'}`;
}
