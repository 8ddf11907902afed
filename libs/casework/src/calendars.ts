import { Statements } from '@app/database';
import {
  type BankHolidays,
  bankHolidaysWith,
  type Calendar,
  type CalendarDay,
  type HolidayEvent,
  makeCalendar,
  type SchoolTerms,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

interface TermsRow {
  urn: string | null;
  name: string | null;
  terms: [CalendarDay, CalendarDay][] | null;
  inset: CalendarDay[] | null;
  closures: CalendarDay[] | null;
  holidays: HolidayEvent[] | null;
}

/** Other bank holidays, or other closure days, than those that count now. */
export interface DaysOff {
  readonly holidays?: readonly HolidayEvent[];
  readonly closures?: readonly CalendarDay[];
}

type BySchool = ReadonlyMap<string, Calendar>;

interface Kept {
  readonly at: number;
  readonly rows: Promise<readonly TermsRow[]>;
  readonly bySchool: Promise<BySchool>;
}

const FRESH_MS = 5_000;
const DEFAULT = '';

/** The calendar each school counts in: its own terms, else the authority's; bank holidays and council closures for all. */
@Injectable()
export class Calendars {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly statements: Statements) {}

  /** The calendar of a school; the authority's default for a child without one. */
  async forSchool(authority: string, urn: string | null): Promise<Calendar> {
    return schoolIn(await this.all(authority).bySchool, urn);
  }

  /** The bank holidays that count here: the newest list that was loaded, else the shipped one. */
  async bankHolidays(authority: string): Promise<BankHolidays> {
    return holidaysIn(await this.all(authority).rows);
  }

  /** The days on which the council is closed beside weekends and bank holidays, in order. */
  async closures(authority: string): Promise<readonly CalendarDay[]> {
    const [row] = await this.all(authority).rows;
    return [...(row?.closures ?? [])].sort();
  }

  /** How every school would count with other days off. */
  async under(
    authority: string,
    { holidays, closures }: DaysOff,
  ): Promise<(urn: string | null) => Calendar> {
    const rows = await this.all(authority).rows;
    const then = closures ? rows.map((row) => ({ ...row, closures: [...closures] })) : rows;
    const bySchool = calendarsOf(then, holidays ? bankHolidaysWith(holidays) : holidaysIn(rows));
    return (urn) => schoolIn(bySchool, urn);
  }

  /** The authority's own calendar, for working days and for lists. */
  forAuthority(authority: string): Promise<Calendar> {
    return this.forSchool(authority, null);
  }

  /** Forget what was read, after terms were changed here. */
  forget(): void {
    this.kept.clear();
  }

  private all(authority: string): Kept {
    const kept = this.kept.get(authority);
    const now = performance.now();
    if (kept && now - kept.at < FRESH_MS) return kept;
    const rows = this.statements.run<TermsRow & Record<string, unknown>>('calendars-read', READ, [
      authority,
    ]);
    const bySchool = rows.then((read) => calendarsOf(read, holidaysIn(read)));
    const fresh = { at: now, rows, bySchool };
    this.kept.set(authority, fresh);
    bySchool.catch(() => this.kept.delete(authority));
    return fresh;
  }
}

const holidaysIn = (rows: readonly TermsRow[]) =>
  bankHolidaysWith(rows.find(({ holidays }) => holidays)?.holidays ?? null);

function calendarsOf(rows: readonly TermsRow[], holidays: BankHolidays): BySchool {
  const made = new Map<string, Calendar>();
  return new Map(rows.map((row) => [row.urn ?? DEFAULT, calendarOf(row, holidays, made)]));
}

function schoolIn(bySchool: BySchool, urn: string | null): Calendar {
  const found = bySchool.get(urn ?? DEFAULT) ?? bySchool.get(DEFAULT);
  return found ?? makeCalendar({ bankHolidays: bankHolidaysWith(null).days });
}

function calendarOf(
  { name, terms, inset, closures }: TermsRow,
  { days, titleOf }: BankHolidays,
  made: Map<string, Calendar>,
): Calendar {
  const known = made.get(name ?? DEFAULT);
  if (known) return known;
  const school: SchoolTerms | undefined =
    name !== null && terms && inset ? { name, terms, inset } : undefined;
  const calendar = makeCalendar({
    bankHolidays: days,
    titleOf,
    closures: closures ?? [],
    ...(school && { terms: school }),
  });
  made.set(name ?? DEFAULT, calendar);
  return calendar;
}

const READ = `
SELECT NULL AS urn, c.name, c.terms, c.inset, a.settings->'closures' AS closures,
  (SELECT holidays FROM bank_holiday_list b WHERE b.authority = $1 ORDER BY loaded_at DESC LIMIT 1) AS holidays
FROM authority a LEFT JOIN school_calendar c ON c.authority = a.code AND c.is_default
WHERE a.code = $1
UNION ALL
SELECT s.urn, c.name, c.terms, c.inset, a.settings->'closures', NULL
FROM school s JOIN school_calendar c ON c.id = s.calendar_id JOIN authority a ON a.code = c.authority
WHERE s.authority = $1`;
