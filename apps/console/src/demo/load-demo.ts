import { Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import { addDays, type Clock } from '@app/statutory-calendar';
import { AUTHORITY, COUNCIL } from './authority';
import { writeFeeds } from './feeds/write-feeds';
import { markOf, setMark } from './mark';
import { writeAuthority, writeChildren, writeOfficers, writeSchools } from './people/write-people';
import { writePanels } from './panels/write-panels';
import { writePlans } from './plans/write-plans';
import { Recorder } from './recorder';
import { tellEverything } from './tell-everything';
import { wendmoor } from './wendmoor';
import { writeSupport } from './support/write-support';
import { writeLinks } from './write-links';
import { writeLooks } from './write-looks';
import { writeNotes } from './write-notes';
import { writePlaces } from './write-places';

/** How long the officers and children have been on record: longer than any case. */
const DAYS_ON_RECORD = 900;

/** How a load is to be done. */
export interface LoadOptions {
  readonly onProgress: (line: string) => void;
  /** Plans sent in the last year; fewer load faster. */
  readonly plansSent?: number | undefined;
}

/** What became of a load. */
export interface Loaded {
  readonly children: number;
  readonly cases: number;
  /** Steps that a pathway refused, in words. */
  readonly refused: readonly string[];
}

/**
 * Fills an empty database with the invented authority, dated from the clock's today. The mark in its settings says
 * "loading" until the very end, so that a load that was cut off is recognised.
 */
export async function loadDemo(
  statements: Statements,
  clock: Clock,
  { onProgress, plansSent }: LoadOptions,
): Promise<Loaded> {
  const today = clock.today();
  const since = addDays(today, -DAYS_ON_RECORD);
  await writeAuthority(statements, markOf('loading', today));
  await writeSchools(statements, today);
  const roster = await writeOfficers(statements, since);
  await writePlaces(statements, today);
  const calendars = new Calendars(statements);
  const office = await calendars.forAuthority(AUTHORITY);
  const { children, cohorts, units, assessments, others, plans } = wendmoor(
    today,
    office,
    plansSent,
  );
  const childIds = await writeChildren(statements, children, { since, today });
  await writePlans(statements, clock, plans, childIds);
  const recorder = new Recorder({ statements, clock, calendars, office, roster, childIds });
  const stories = { together: [cohorts, units], alone: [...assessments, ...others] };
  const told = await tellEverything(
    { recorder, today, ...stories, children: children.length },
    onProgress,
  );
  await writeLinks(statements, told);
  await writeSupport({ statements, clock, office, roster }, told);
  await writePanels({ statements, clock, calendars, roster });
  await writeFeeds({ statements, clock, calendars, office, roster });
  await writeNotes(statements, told, roster, clock);
  await writeLooks(statements, told, roster, clock);
  await setMark(statements, markOf('loaded', today));
  onProgress(`${COUNCIL} is loaded: ${children.length} invented children, ${told.length} cases.`);
  return { children: children.length, cases: told.length, refused: recorder.refused };
}
