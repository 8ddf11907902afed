import { openDatabase, Statements } from '@app/database';
import {
  type Compared,
  isUnexplained,
  PUBLISHED_YEAR,
  type Published,
  PublishedFigures,
  publishedOf,
} from '@app/reporting';
import { isProduction } from '../database/clock';
import { bringUpToDate } from '../database/migrate';
import { EXIT, type ExitCode, Stop } from '../exit';
import { say, tell } from '../voice';
import { generateAuthority } from './generate';
import { keepAtOnce, newDatabase } from './new-database';

export interface AuthorityOptions {
  readonly la: string;
  readonly year: string;
  readonly db: string;
  readonly seed?: string;
}

const CONNECTIONS = 6;

/** `authority`: makes an invented authority in a database of its own and puts its figures beside the published ones. */
export async function authority({ la, year, db, seed }: AuthorityOptions): Promise<ExitCode> {
  const published = wanted(la, year);
  const url = await newDatabase(db);
  const lines = await filled(url, published, seed);
  await keepAtOnce(url);
  for (const { figure, published: theirs, computed, equal, why } of lines)
    tell(JSON.stringify({ figure, published: theirs, computed, equal, why }));
  return summary(lines);
}

function wanted(la: string, year: string): Published {
  if (isProduction())
    throw new Stop(
      'NODE_ENV is production: invented people have no place there. Nothing was made.',
    );
  if (year !== String(PUBLISHED_YEAR))
    throw new Stop(
      `There are published figures for ${PUBLISHED_YEAR} only, not for “${year}”.`,
      EXIT.usage,
    );
  const published = publishedOf(la);
  if (!published)
    throw new Stop(
      `The published figures know no authority with the code “${la}”. Use the three digits, like 869.`,
      EXIT.usage,
    );
  return published;
}

async function filled(url: string, published: Published, seed?: string): Promise<Compared[]> {
  const database = await openDatabase(url, { poolSize: CONNECTIONS });
  try {
    await bringUpToDate(database);
    const statements = new Statements(database);
    const begun = performance.now();
    const made = await generateAuthority(statements, published, {
      atOnce: CONNECTIONS - 2,
      onProgress: say,
      ...(seed && { seed }),
    });
    const seconds = Math.round((performance.now() - begun) / 1000);
    say(
      `${published.name}, invented: ${made.children} children and ${made.events} events in ${seconds} seconds.`,
    );
    for (const words of made.refused) say(`Left out: ${words}`);
    const lines = await new PublishedFigures(statements).sideBySide(published.code);
    return lines ?? [];
  } finally {
    await database.destroy();
  }
}

function summary(lines: readonly Compared[]): ExitCode {
  const given = lines.filter(({ equal }) => equal !== null);
  const equal = given.filter((line) => line.equal).length;
  const open = lines.filter(isUnexplained).length;
  say(
    `${equal} of ${given.length} figures are as published; ${given.length - equal - open} differ where the release does not add up, ${open} for no known reason.`,
  );
  return open ? EXIT.refused : EXIT.done;
}
