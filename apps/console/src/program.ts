import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type RestoreOptions } from './backup/restore';
import { type DemoOptions } from './demo/demo';
import { EXIT, type ExitCode, Stop } from './exit';
import { type ImportOptions } from './import/staged';
import { type SetupOptions } from './setup/setup';
import { troubleInWords } from './trouble';
import { type MigrateOptions } from './versions/migrate-cases';
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
  say(
    troubleInWords(error) ??
      (error instanceof Error ? (error.stack ?? error.message) : String(error)),
  );
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
    .addOption(fewerPlans())
    .action((options: DemoOptions) =>
      ends(async () => (await import('./demo/demo')).demoLoad(options)),
    );
  demo
    .command('reset')
    .description('make it anew, dated from today')
    .addOption(fewerPlans())
    .action((options: DemoOptions) =>
      ends(async () => (await import('./demo/demo')).demoReset(options)),
    );
  demo
    .command('remove')
    .description('leave an empty database, ready for causeway setup')
    .action(() => ends(async () => (await import('./demo/demo')).demoRemove()));
  lookAfter(program, ends);
  return program;
}

/** Commands of those who look after an installation. */
function lookAfter(program: Command, ends: (work: Work) => Promise<void>): void {
  program
    .command('setup')
    .description(
      'the council and the first administrator of an empty installation; asks what is not given',
    )
    .option('--council <name>', 'name of the council')
    .option('--code <digits>', 'its LA code')
    .option('--name <name>', 'name of the administrator')
    .option('--email <address>', 'e-mail address to sign in with')
    .addHelpText('after', '\nThe password is asked for, or taken from CAUSEWAY_SETUP_PASSWORD.')
    .action((options: SetupOptions) =>
      ends(async () => (await import('./setup/setup')).setup(options)),
    );
  const files = program.command('import').description('read files that other systems wrote');
  files
    .command('nominations <file>')
    .description('Year 6 nominations from a CSV file; problems are printed row by row')
    .option('--dry-run', 'check only, add nothing')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((file: string, options: ImportOptions) =>
      ends(async () => (await import('./import/nominations')).importNominations(file, options)),
    );
  files
    .command('feed <kind> <file>')
    .description(
      'attendance-sessions, attendance-summary or suspensions, from a CSV file or Excel workbook',
    )
    .option('--dry-run', 'check only, keep nothing')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((kind: string, file: string, options: ImportOptions) =>
      ends(async () => (await import('./import/feeds')).importFeed(kind, file, options)),
    );
  files
    .command('schools <file>')
    .description('schools from the national register’s CSV file')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((file: string, options: { as?: string }) =>
      ends(async () => (await import('./import/schools')).importSchools(file, options)),
    );
  program
    .command('backup')
    .description('a whole copy of the database')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .action(({ out }: { out: string }) =>
      ends(async () => (await import('./backup/backup')).backup(out)),
    );
  program
    .command('restore')
    .description('put a backup in the place of this database')
    .requiredOption('--from <folder>', 'the folder of the backup')
    .option('--yes', 'replace the data that is there')
    .option('--to-time <time>', 'another moment than that of the backup')
    .action((options: RestoreOptions) =>
      ends(async () => (await import('./backup/restore')).restore(options)),
    );
  program
    .command('doctor')
    .description('what is wrong with this installation, and what to do about it')
    .action(() => ends(async () => (await import('./doctor/doctor')).doctor()));
  program
    .command('migrate-cases <pathway>')
    .description('take open cases over to a newer version of their pathway, or to other settings')
    .option('--to <version>', 'the version to go over to', Number)
    .option('--to-policy <version>', 'the version of the council’s settings to go over to', Number)
    .option('--plan', 'say what becomes of every case, and which dates change and why')
    .option('--approve <plan>', 'agree to a plan; never whoever planned it')
    .option('--run <plan>', 'run an approved plan, or go on with one')
    .option('--undo <plan>', 'within 30 days, put the moved cases back')
    .option('--as <officer>', 'who plans or approves: an e-mail address')
    .action((name: string, options: MigrateOptions) =>
      ends(async () => (await import('./versions/migrate-cases')).migrateCases(name, options)),
    );
  program
    .command('verify-history [reference]')
    .description('is every line of history as it was written? All cases, or one')
    .action((reference: string | undefined) =>
      ends(async () => (await import('./history/verify-history')).verifyHistory(reference)),
    );
}

const MOST_PLANS = 436;

function fewerPlans(): Option {
  return new Option('--plans <count>', 'plans sent in the last year; fewer load faster')
    .default(MOST_PLANS)
    .argParser((text) => {
      const count = Number(text);
      if (Number.isInteger(count) && count >= 0 && count <= MOST_PLANS) return count;
      throw new InvalidArgumentError(`Give a whole number from 0 to ${MOST_PLANS}.`);
    });
}
