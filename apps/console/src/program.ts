import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode, Stop } from './exit';
import { say } from './voice';

type Work = () => Promise<ExitCode> | ExitCode;

/** Runs one command line. @returns the exit code; never throws */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const ends = async (work: Work) => void (code = await work());
  const program = commands(ends);
  try {
    if (args.length === 0) throw new Stop(program.helpInformation().trimEnd(), EXIT.usage);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Stop) {
    say(error.message);
    return error.code;
  }
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.environment;
}

function commands(ends: (work: Work) => Promise<void>): Command {
  const program = new Command('causeway')
    .description('Causeway: casework for transition and inclusion. Results go to standard output.')
    .exitOverride()
    .showHelpAfterError('Add --help to see how a command is used.');

  program
    .command('clocks <file>')
    .description('work out the dates of a file of test vectors, one line each')
    .action((file: string) => ends(async () => (await import('./answers/clocks')).clocks(file)));
  program
    .command('events <pathway>')
    .description(
      'every event of a pathway: what must be said about it, an example, who may record it',
    )
    .action((name: string) => ends(async () => (await import('./answers/events')).events(name)));
  program
    .command('replay <file>')
    .description('play dated scenarios through the pathways, one line a step')
    .action((file: string) => ends(async () => (await import('./answers/replay')).replay(file)));
  program
    .command('migrate')
    .description('bring the tables of the database up to date')
    .action(() => ends(async () => (await import('./database/migrate')).migrate()));
  program
    .command('prepare')
    .description('the same, and load the demonstration into a database that is empty')
    .action(() => ends(async () => (await import('./database/prepare')).prepare()));
  program
    .command('personas')
    .description('the invented people that a demonstration can be entered as')
    .action(() => ends(async () => (await import('./demo/personas')).personas()));
  const demo = program
    .command('demo')
    .description('the invented authority Wendmoor: load it, make it anew, or remove it');
  demo
    .command('load')
    .description('fill an empty database')
    .action(() => ends(async () => (await import('./demo/demo')).demoLoad()));
  demo
    .command('reset')
    .description('make it anew, dated from today')
    .action(() => ends(async () => (await import('./demo/demo')).demoReset()));
  demo
    .command('remove')
    .description('leave an empty database, ready for causeway setup')
    .action(() => ends(async () => (await import('./demo/demo')).demoRemove()));
  return program;
}
