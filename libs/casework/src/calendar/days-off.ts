import { type Runner } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import {
  bankHolidaysWith,
  type Calendar,
  type CalendarDay,
  type HolidayEvent,
} from '@app/statutory-calendar';
import { type Calendars, type DaysOff } from '../calendars';
import { asCounted, dueAgain } from '../derivation';

/** An open date that would fall on another day if it were counted today. */
export interface ClockElsewhere {
  readonly reference: string;
  readonly pathway: string;
  readonly code: string;
  readonly dueOn: CalendarDay;
  readonly wouldBe: CalendarDay;
}

/** What other days off change. */
export interface DaysOffChange {
  readonly added: readonly HolidayEvent[];
  readonly removed: readonly HolidayEvent[];
  readonly elsewhere: readonly ClockElsewhere[];
}

interface OpenClock {
  readonly [column: string]: unknown;
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly urn: string | null;
  readonly code: string;
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly counted: string;
}

/** Which days would be added and taken away, and which open dates would fall elsewhere if they were counted anew. Writes nothing. */
export async function changeBy(
  runner: Runner,
  calendars: Calendars,
  { authority, next }: { readonly authority: string; readonly next: DaysOff },
): Promise<DaysOffChange> {
  const { added, removed } = await differenceTo(calendars, authority, next);
  const changed = [...added, ...removed].map(({ date }) => date);
  if (!changed.length) return { added, removed, elsewhere: [] };
  const calendarOf = await calendars.under(authority, next);
  const clocks = await runner.run<OpenClock>('days-off-clocks', CLOCKS, [authority, changed]);
  const found = clocks.map(async (clock) => {
    const now = dayOf(clock, await calendars.forSchool(authority, clock.urn));
    const then = dayOf(clock, calendarOf(clock.urn));
    const { reference, pathway, code, dueOn } = clock;
    const moves = now && then && now !== then && then !== dueOn;
    return moves ? [{ reference, pathway, code, dueOn, wouldBe: then }] : [];
  });
  return { added, removed, elsewhere: (await Promise.all(found)).flat() };
}

async function differenceTo(calendars: Calendars, authority: string, next: DaysOff) {
  const list = (days: readonly CalendarDay[], titleOf: (day: CalendarDay) => string) =>
    new Map(days.map((date) => [date, titleOf(date)]));
  const holidays = ({ days, titleOf }: ReturnType<typeof bankHolidaysWith>) =>
    list(days, (day) => titleOf(day) ?? 'Bank holiday');
  const [was, is] = next.holidays
    ? [holidays(await calendars.bankHolidays(authority)), holidays(bankHolidaysWith(next.holidays))]
    : [await calendars.closures(authority), next.closures ?? []].map((days) =>
        list(days, () => 'The council is closed'),
      );
  const only = (these: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    [...these].filter(([day]) => !others.has(day)).map(([date, title]) => ({ date, title }));
  return { added: only(is!, was!), removed: only(was!, is!) };
}

/** The day that a clock's own count gives in a calendar; undefined where its rule is gone or terms are missing. */
function dayOf(clock: OpenClock, calendar: Calendar): CalendarDay | undefined {
  const { clocks } = pathwayNamed(clock.pathway, clock.pathwayVersion);
  const rule = clocks.find(({ code }) => code === clock.code);
  return rule && dueAgain(rule, asCounted(clock.counted), clock.anchor, calendar);
}

/** $1 authority, $2 the days that change: open dates that such a day lies near enough to move */
const CLOCKS = `
SELECT c.reference, c.pathway, c.pathway_version AS "pathwayVersion", h.urn, k.code, k.anchor, k.due_on AS "dueOn", k.counted
FROM clock k JOIN send_case c ON c.id = k.case_id JOIN child h ON h.id = c.child_id
WHERE k.authority = $1 AND k.status = 'open' AND c.open AND k.counted IS NOT NULL
  AND EXISTS (SELECT FROM unnest($2::date[]) AS d WHERE d BETWEEN least(k.anchor, k.due_on) - 14 AND greatest(k.anchor, k.due_on) + 45)
ORDER BY c.reference, k.code`;
