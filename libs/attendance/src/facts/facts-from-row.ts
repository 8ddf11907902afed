import { type PolicyOverlay } from '@app/pathways';
import { type CalendarDay, ncYearOn } from '@app/statutory-calendar';
import { type Tally } from '../pure/attendance';
import { type ChildFacts, type OpenTats } from '../pure/child-facts';
import { type AttendancePolicy } from '../pure/policy';
import { type Suspension } from '../pure/suspensions';
import { schoolDaysAfter } from './school-days';
import { attendanceIn, type SchoolSpans, type Tallies } from './spans';

/** A row of FACTS_SQL. */
export interface FactsRow {
  [column: string]: unknown;
  childId: string;
  urn: string | null;
  dob: CalendarDay;
  ncYear: string | null;
  senProvision: 'N' | 'K' | 'E';
  careStatus: string;
  hasSecondSchool: boolean;
  phase: string | null;
  openOn: string[];
  suspensions: (Suspension & { careSaid: boolean })[];
  figures: (Tally & { term: string })[];
  timetableEnd: CalendarDay | null;
  redCheckIn: CalendarDay | null;
  tats: TatsRow | null;
}

interface TatsRow {
  reference: string;
  openedOn: CalendarDay;
  pexRisk: string | null;
  before: string | null;
  listedAtRisk: boolean;
  discussedOn: CalendarDay | null;
  deferrals: number;
  policy: PolicyOverlay | null;
}

interface Counted {
  readonly sessions: Tallies;
  readonly movedIn: boolean;
  readonly on: CalendarDay;
  readonly finding: AttendancePolicy;
}

const MOST_DAYS_OVER = 100;

/** The facts about a child from what was read of the records, and the sessions counted. */
export function factsFrom(
  row: FactsRow,
  school: SchoolSpans,
  { sessions, movedIn, on, finding }: Counted,
): ChildFacts {
  const ncYear = row.ncYear ?? ncYearOn(row.dob, on);
  const figures = Object.fromEntries(row.figures.map((it) => [it.term, it]));
  return {
    childId: row.childId,
    phase: phaseOf(row.phase, ncYear),
    ncYear,
    senProvision: row.senProvision,
    careStatus: row.careStatus,
    careSaidBySchool: row.suspensions.some(({ careSaid }) => careSaid),
    windows: school.windows,
    lastWeeks: school.lastWeeks,
    attendance: attendanceIn(school, sessions, figures, finding),
    suspensions: row.suspensions,
    openOn: row.openOn,
    timetable: row.timetableEnd ? timetableOf(row.timetableEnd, school, on) : null,
    redCheckIn: row.redCheckIn,
    midYearEntry: movedIn && !row.hasSecondSchool,
    season: school.season,
    tats: row.tats && tatsOf(row.tats, school, on),
  };
}

const timetableOf = (endedOn: CalendarDay, { calendar }: SchoolSpans, on: CalendarDay) => ({
  endedOn,
  daysOver: schoolDaysAfter(endedOn, on, calendar, MOST_DAYS_OVER),
});

/** By the school; where it has both, by the year group. */
function phaseOf(phase: string | null, ncYear: string): ChildFacts['phase'] {
  if (phase === 'Primary') return 'primary';
  if (phase === 'Secondary') return 'secondary';
  return Number(ncYear) >= 7 ? 'secondary' : 'primary';
}

/** A child waits until the first time that the meeting talks about them. */
function tatsOf(row: TatsRow, { calendar }: SchoolSpans, on: CalendarDay): OpenTats {
  const until = row.discussedOn ?? on;
  return {
    reference: row.reference,
    openedOn: row.openedOn,
    waitedDays: Math.max(0, calendar.workingDaysBetween(row.openedOn, until)),
    deferrals: row.deferrals,
    exclusionLikely: row.listedAtRisk || ['likely', 'decided'].includes(row.pexRisk ?? ''),
    backWithinTwoTerms: row.before === 'within_two_terms',
    ...(row.policy && { policy: row.policy }),
  };
}
