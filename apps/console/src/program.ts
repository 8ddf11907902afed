import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type AskOptions } from './answers/ask';
import { type AuthorityOptions } from './authority/authority';
import { type RestoreOptions } from './backup/restore';
import { type DemoOptions } from './demo/demo';
import { EXIT, type ExitCode, Stop } from './exit';
import { type ImportOptions } from './import/staged';
import { type Sen2Options } from './returns/sen2';
import { type SetupOptions } from './setup/setup';
import { troubleInWords } from './trouble';
import { type LawOptions } from './law/load-law';
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
    .command('clocks [words...]')
    .usage('<file> | --ask assessment|review <name=day...>')
    .description(
      'work out the dates of a file of test vectors, one line each; or with --ask, answer without a case',
    )
    .addOption(
      new Option(
        '--ask <what>',
        'can it still be met, and what is the last safe day of each step?',
      ).choices(['assessment', 'review']),
    )
    .option('--on <day>', 'with --ask: the day to look from, today unless you say')
    .option('--json', 'with --ask: the answer as one line of JSON')
    .addHelpText('after', ASKING)
    .action((words: string[], options: AskOptions) =>
      ends(async () =>
        options.ask
          ? (await import('./answers/ask')).ask(words, options)
          : (await import('./answers/clocks')).clocks(onlyFile(words)),
      ),
    );
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
  returns(program, ends);
  program
    .command('authority')
    .description(
      'an invented authority that adds up to the published figures of a real one, in a database of its own',
    )
    .requiredOption('--la <code>', 'the three-digit code of the authority, like 869')
    .requiredOption('--year <year>', 'the year that the figures are about')
    .requiredOption('--db <name>', 'name of the new database')
    .option('--seed <words>', 'the same seed makes the same authority')
    .action((options: AuthorityOptions) =>
      ends(async () => (await import('./authority/authority')).authority(options)),
    );
  lookAfter(program, ends);
  lawOf(program, ends);
  return program;
}

/** What other people's programs read. */
function returns(program: Command, ends: (work: Work) => Promise<void>): void {
  program
    .command('sen2')
    .description('the SEN2 return of a year: nine CSV files and a provisional XML')
    .requiredOption('--year <year>', 'year of the return: 2027 is about the calendar year 2026')
    .requiredOption('--out <folder>', 'where the files go')
    .option('--draft', 'write the files although there are errors')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((options: Sen2Options) =>
      ends(async () => (await import('./returns/sen2')).sen2(options)),
    );
  program
    .command('annex-a')
    .description('the child-level lists of an area inspection: one workbook with two sheets')
    .requiredOption('--out <file>', 'an Excel workbook, like annex-a.xlsx')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((options: { out: string; as?: string }) =>
      ends(async () => (await import('./returns/annex-a')).annexA(options)),
    );
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
  files
    .command('sen2 <folder>')
    .description('children and plans of the last SEN2 return, into an empty council')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((folder: string, options: { as?: string }) =>
      ends(async () => (await import('./returns/import-sen2')).importSen2(folder, options)),
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

const ASKING = `
Days of an assessment: received, decided, asked, advice, agreed, draft, sent, awayFrom, awayTo.
Days of a review: concluded, meeting, decision, sent; for a move: kind=school, post16 or college, and move.

  causeway clocks --ask assessment received=2026-11-13 advice=2027-02-02
  causeway clocks --ask review concluded=10/3/2025 meeting="23 February 2026"`;

function onlyFile(words: readonly string[]): string {
  const [file] = words;
  if (file === undefined || words.length > 1)
    throw new Stop(
      'Name one file of vectors, or ask with --ask. See causeway clocks --help',
      EXIT.usage,
    );
  return file;
}

/** The rule book, and law that changes it. */
function lawOf(program: Command, ends: (work: Work) => Promise<void>): void {
  program
    .command('bank-holidays')
    .description('bank holidays that working days are counted by')
    .command('refresh <file-or-address>')
    .description('take a newer list, in the government’s shape, from a file or an https address')
    .option('--as <officer>', 'whose name it stands under: an e-mail address')
    .action((from: string, options: { as?: string }) =>
      ends(async () => (await import('./law/bank-holidays')).refreshHolidays(from, options)),
    );
  const rules = program
    .command('rules')
    .description('the rule book: what the law gives, and since when');
  rules
    .command('list')
    .description('every rule on one line')
    .action(() => ends(async () => (await import('./law/rules')).listRules()));
  rules
    .command('show <code>')
    .description('one rule as data: limits, trigger, grounds, source, reading, certainty')
    .action((code: string) => ends(async () => (await import('./law/rules')).showRule(code)));
  rules
    .command('load [file]')
    .description('what a pack of law would change, one line a change; a second person approves it')
    .option('--approve <id>', 'agree to a pack that was loaded; never whoever loaded it')
    .option('--as <officer>', 'who loads or approves: an e-mail address')
    .action((file: string | undefined, options: LawOptions) =>
      ends(async () => (await import('./law/load-law')).loadLaw(file, options)),
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
