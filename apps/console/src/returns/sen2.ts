import {
  type Collection,
  collectionOf,
  DesignatedOfficersKept,
  type Finding,
  Sen2Returns,
  type Sen2Summary,
} from '@app/returns';
import { type Statements } from '@app/database';
import { type Clock } from '@app/statutory-calendar';
import { clockOf } from '../database/clock';
import { withDatabase } from '../database/connection';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';
import { OutFolder } from './out-folder';
import { whose, written } from './whose';

/** What `causeway sen2` is asked for. */
export interface Sen2Options {
  readonly year: string;
  readonly out: string;
  readonly draft?: boolean;
  readonly as?: string;
}

const FIRST_YEAR = 2023;

/** `sen2 --year Y --out DIR`: checks the return and writes its files; with errors only as a draft. */
export function sen2(options: Sen2Options): Promise<ExitCode> {
  const collection = collectionOf(yearOf(options.year));
  return withDatabase(async ({ statements }) => {
    const clock = await clockOf(statements);
    const actor = await whose(statements, options.as);
    await written(statements, clock, actor, `SEN2 return ${collection.year}`);
    return kept(statements, clock, actor.authority, collection, options);
  });
}

async function kept(
  statements: Statements,
  clock: Clock,
  authority: string,
  collection: Collection,
  { out, draft = false }: Sen2Options,
): Promise<ExitCode> {
  const folder = await OutFolder.open(out);
  try {
    const returns = new Sen2Returns(
      statements,
      clock,
      new DesignatedOfficersKept(statements, clock),
    );
    const summary = await returns.write(authority, collection, (pieces) => folder.add(pieces));
    tellSummary(summary, collection);
    if (errorsOf(summary) > 0 && !draft) {
      await folder.drop();
      say(
        'Nothing was written. Put the errors right on the page “Returns”, or add --draft to see the files as they are.',
      );
      return EXIT.refused;
    }
    const names = await folder.finish();
    say(`${names.length} files are in ${out}. They hold everybody’s details: keep them safe.`);
    return EXIT.done;
  } catch (error) {
    await folder.drop().catch(() => undefined);
    throw error;
  }
}

function yearOf(text: string): number {
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= FIRST_YEAR && year <= 2100) return year;
  throw new Stop(`“${text}” is not the year of a return. Type it like 2027.`, EXIT.usage);
}

const errorsOf = ({ findings }: Sen2Summary) =>
  findings.filter(({ rule }) => rule.level === 'error').length;

function tellSummary(summary: Sen2Summary, { year, census }: Collection): void {
  const { people, requests, activePlans, findings } = summary;
  const errors = errorsOf(summary);
  tell(
    `SEN2 ${year}: ${people} people, ${requests} requests, ${activePlans} plans in force on ${census}. ` +
      `${errors} errors, ${findings.length - errors} warnings.`,
  );
  for (const [{ rule }, count] of counted(findings))
    tell(`${rule.level} ${rule.number} ${rule.field}: ${count} × ${rule.words}. ${rule.enter}.`);
}

/** How often each rule is broken, in the order of their numbers. */
function counted(findings: readonly Finding[]): [Finding, number][] {
  const counts = new Map<string, [Finding, number]>();
  for (const finding of findings) {
    const [first, count] = counts.get(finding.rule.number) ?? [finding, 0];
    counts.set(finding.rule.number, [first, count + 1]);
  }
  return [...counts.values()].sort(([a], [b]) => (a.rule.number < b.rule.number ? -1 : 1));
}
