import { type Statements } from '@app/database';
import { type Published } from '@app/reporting';
import { Dice } from '../demo/dice';
import { historiesOf } from './plan';
import { inventedChild } from './people/invented-child';
import { writeOfficers } from './people/officers';
import { Schools } from './people/schools';
import { writeAuthority, writeChildren, writeSchools } from './people/write-people';
import { Telling } from './tell';

/** How an authority is to be made. */
export interface GenerateOptions {
  /** The same seed makes the same authority. */
  readonly seed?: string;
  /** Connections that tell at the same moment. */
  readonly atOnce?: number;
  readonly onProgress?: (line: string) => void;
}

/** What was made. */
export interface Generated {
  readonly children: number;
  readonly events: number;
  /** Steps that a pathway refused, in words. */
  readonly refused: readonly string[];
}

/**
 * Fills an empty database, with its tables up to date, with an invented authority whose cases and plans add up to the
 * published figures: every case through the door, plans from before through the go-live load.
 */
export async function generateAuthority(
  statements: Statements,
  published: Published,
  { seed = 'published', atOnce = 4, onProgress = () => undefined }: GenerateOptions = {},
): Promise<Generated> {
  const { code } = published;
  const histories = historiesOf(published, seed);
  const dice = new Dice(`${code} ${seed} people`);
  const attending = new Map<string, number>();
  for (const { plan } of histories) {
    const place = plan?.place ?? 'mainstream_la_maintained';
    attending.set(place, (attending.get(place) ?? 0) + 1);
  }
  const schools = new Schools(attending, dice);
  const children = histories.map((history, n) =>
    inventedChild(history, n, { authority: code, schools, dice }),
  );
  await writeAuthority(statements, published);
  await writeSchools(statements, code, schools.all);
  const staff = await writeOfficers(statements, code);
  await writeChildren(statements, code, children);
  const telling = new Telling({ statements, authority: code, staff, atOnce });
  await telling.loadPlans(children);
  onProgress(`${children.length} invented children; telling their cases …`);
  await telling.tellAll(children, (done) => onProgress(`${done} of ${children.length} told`));
  await statements.run('', 'ANALYZE', []);
  return { children: children.length, events: telling.events, refused: telling.refused };
}
