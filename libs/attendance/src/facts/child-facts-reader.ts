import { type Calendars } from '@app/casework';
import { type Runner } from '@app/database';
import { addDays, type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type Tally } from '../pure/attendance';
import { type ChildFacts } from '../pure/child-facts';
import { type AttendancePolicy } from '../pure/policy';
import { codesOf, ILL, LATE, PART_TIME } from '../pure/session-codes';
import { FACTS_SQL, SCHOOLS_SQL, TALLIES_SQL } from './facts-sql';
import { type FactsRow, factsFrom } from './facts-from-row';
import { type SchoolSpans, spansOn, type Tallies } from './spans';

/** Windows reach back a school year at most; this is longer. */
const DAYS_BACK = 560;

/** One week of the term: attendance of its possible sessions, null where there was none. */
export interface Week {
  readonly from: CalendarDay;
  readonly attendance: number | null;
}

/** A child's facts, and the line of the term where it was asked for. */
export interface ReadFacts {
  readonly facts: ChildFacts;
  readonly weeks: readonly Week[];
}

interface Asked {
  readonly authority: string;
  readonly childIds: readonly string[];
  readonly on: CalendarDay;
  readonly byWeek?: boolean;
  readonly finding: AttendancePolicy;
}

interface TallyRow extends Tally {
  readonly childId: string;
  readonly name: string;
  readonly elsewhere: number;
}

/** What is known of some children on a day: three questions for all of them together. */
export async function readChildFacts(
  runner: Runner,
  calendars: Calendars,
  { authority, childIds, on, byWeek = false, finding }: Asked,
): Promise<Map<string, ReadFacts>> {
  const schools = await spansBySchool(runner, calendars, { authority, childIds, on, byWeek });
  const [rows, tallies] = await Promise.all([
    runner.run<FactsRow>('attendance-facts', FACTS_SQL, [
      authority,
      childIds,
      on,
      addDays(on, -DAYS_BACK),
    ]),
    talliesOf(runner, { authority, childIds }, schools),
  ]);
  return new Map(
    rows.flatMap((row) => {
      const school = schools.get(row.urn ?? '');
      if (!school) return [];
      const counted = tallies.get(row.childId) ?? [];
      const sessions = Object.fromEntries(counted.map((it) => [it.name, it]));
      const facts = factsFrom(row, school, {
        sessions,
        movedIn: movedIn(counted, school),
        on,
        finding,
      });
      return [[row.childId, { facts, weeks: weeksFrom(school, sessions) }] as const];
    }),
  );
}

/** What is counted at each school of these children; schools with the same term dates share it. */
async function spansBySchool(
  runner: Runner,
  calendars: Calendars,
  { authority, childIds, on, byWeek = false }: Omit<Asked, 'finding'>,
): Promise<ReadonlyMap<string, SchoolSpans>> {
  const found = await runner.run<{ urn: string }>('attendance-schools', SCHOOLS_SQL, [
    authority,
    childIds,
  ]);
  const schools = new Map<string, SchoolSpans>();
  const byCalendar = new Map<Calendar, SchoolSpans>();
  for (const { urn } of found) {
    const calendar = await calendars.forSchool(authority, urn || null);
    const spans = byCalendar.get(calendar) ?? spansOn(on, calendar, byWeek);
    byCalendar.set(calendar, spans);
    schools.set(urn, spans);
  }
  return schools;
}

async function talliesOf(
  runner: Runner,
  { authority, childIds }: Pick<Asked, 'authority' | 'childIds'>,
  schools: ReadonlyMap<string, SchoolSpans>,
): Promise<ReadonlyMap<string, TallyRow[]>> {
  const spans = [...schools].flatMap(([urn, school]) =>
    school.spans.map((span) => ({ urn, ...span })),
  );
  const rows = await runner.run<TallyRow>('attendance-tallies', TALLIES_SQL, [
    authority,
    childIds,
    JSON.stringify(spans),
    codesOf('present'),
    codesOf('authorised'),
    codesOf('unauthorised'),
    LATE,
    ILL,
    PART_TIME,
  ]);
  const byChild = new Map<string, TallyRow[]>();
  for (const row of rows) {
    const known = byChild.get(row.childId);
    if (known) known.push(row);
    else byChild.set(row.childId, [row]);
  }
  return byChild;
}

/** Whether the child was at another school earlier in this school year. */
function movedIn(counted: readonly TallyRow[], { spans, windows: { year } }: SchoolSpans): boolean {
  const ofYear = spans.filter(({ from }) => year && from >= year.from).map(({ name }) => name);
  return counted.some(({ name, elsewhere }) => elsewhere > 0 && ofYear.includes(name));
}

function weeksFrom({ weeks }: SchoolSpans, sessions: Tallies): Week[] {
  return weeks.map(({ name, from }) => {
    const { possible = 0, authorised = 0, unauthorised = 0 } = sessions[name] ?? {};
    const there = possible - authorised - unauthorised;
    return { from, attendance: possible ? Math.round((1_000 * there) / possible) / 10 : null };
  });
}
