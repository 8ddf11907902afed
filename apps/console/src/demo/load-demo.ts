import { Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import { addDays, type Clock, londonInstant } from '@app/statutory-calendar';
import { AUTHORITY, COUNCIL } from './authority';
import { Dice } from './dice';
import { finishedAssessments } from './ehc/finished-cases';
import { openAssessments } from './ehc/open-cases';
import { otherEndings } from './ehc/other-endings';
import { Register } from './people/register';
import { addRelatives } from './people/relatives';
import { writeAuthority, writeChildren, writeOfficers, writeSchools } from './people/write-people';
import { markOf, setMark } from './mark';
import { Recorder } from './recorder';
import { tellEverything } from './tell-everything';
import { writeLooks } from './write-looks';
import { writeNotes } from './write-notes';
import { writePlaces } from './write-places';
import { lastCohort } from './y6/last-cohort';
import { SchoolTime } from './y6/school-time';
import { thisCohort } from './y6/this-cohort';

const SEED = 'Wendmoor';
/** How long the officers have been here: longer than any case. */
const DAYS_OF_HISTORY = 900;

/** What became of a load. */
export interface Loaded {
  readonly children: number;
  readonly cases: number;
  readonly refused: readonly string[];
}

/**
 * Fills an empty database with the invented authority, dated from the clock's today. The mark in its settings says
 * "loading" until the very end, so that a load that was cut off is recognised.
 */
export async function loadDemo(
  statements: Statements,
  clock: Clock,
  onProgress: (line: string) => void,
): Promise<Loaded> {
  const today = clock.today();
  await writeAuthority(statements, markOf('loading', today));
  await writeSchools(statements, today);
  const roster = await writeOfficers(statements, addDays(today, -DAYS_OF_HISTORY));
  const calendars = new Calendars(statements);
  const office = await calendars.forAuthority(AUTHORITY);
  const register = new Register(today, new Dice(`${SEED} register`));
  const time = new SchoolTime(today, office);
  const stage = { today, office, register, seed: SEED, time };
  const cohorts = [...lastCohort(stage), ...thisCohort(stage)];
  const assessments = [
    ...openAssessments(stage),
    ...otherEndings(stage),
    ...finishedAssessments(stage),
  ];
  addRelatives(register, new Dice(`${SEED} relatives`));
  const childIds = await writeChildren(
    statements,
    register.children,
    londonInstant(addDays(today, -DAYS_OF_HISTORY), '09:00'),
  );
  await writePlaces(statements, today);
  const recorder = new Recorder({ statements, clock, calendars, office, roster, childIds });
  const told = await tellEverything(
    { recorder, today, cohorts, assessments, children: register.children.length },
    onProgress,
  );
  await writeNotes(statements, told, roster, clock);
  await writeLooks(statements, told, roster, clock);
  await setMark(statements, markOf('loaded', today));
  onProgress(
    `${COUNCIL} is loaded: ${register.children.length} invented children, ${told.length} cases.`,
  );
  return { children: register.children.length, cases: told.length, refused: recorder.refused };
}
