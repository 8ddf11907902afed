import { Statements } from '@app/database';
import {
  type Calendar,
  type CalendarDay,
  englandBankHolidays,
  makeCalendar,
  type SchoolTerms,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

interface TermsRow {
  urn: string | null;
  name: string;
  terms: [CalendarDay, CalendarDay][];
  inset: CalendarDay[];
  closures: CalendarDay[] | null;
}

interface Kept {
  readonly at: number;
  readonly bySchool: Promise<Map<string, Calendar>>;
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
    const all = await this.all(authority);
    return all.get(urn ?? DEFAULT) ?? all.get(DEFAULT) ?? withoutTerms();
  }

  /** The authority's own calendar, for working days and for lists. */
  forAuthority(authority: string): Promise<Calendar> {
    return this.forSchool(authority, null);
  }

  /** Forget what was read, after terms were changed here. */
  forget(): void {
    this.kept.clear();
  }

  private all(authority: string): Promise<Map<string, Calendar>> {
    const kept = this.kept.get(authority);
    const now = performance.now();
    if (kept && now - kept.at < FRESH_MS) return kept.bySchool;
    const bySchool = this.read(authority);
    this.kept.set(authority, { at: now, bySchool });
    bySchool.catch(() => this.kept.delete(authority));
    return bySchool;
  }

  private async read(authority: string): Promise<Map<string, Calendar>> {
    const rows = await this.statements.run<TermsRow>('calendars-read', READ, [authority]);
    const made = new Map<string, Calendar>();
    return new Map(rows.map((row) => [row.urn ?? DEFAULT, calendarOf(row, made)]));
  }
}

function calendarOf(
  { name, terms, inset, closures }: TermsRow,
  made: Map<string, Calendar>,
): Calendar {
  const known = made.get(name);
  if (known) return known;
  const school: SchoolTerms = { name, terms, inset };
  const calendar = makeCalendar({
    bankHolidays: englandBankHolidays.days,
    closures: closures ?? [],
    terms: school,
  });
  made.set(name, calendar);
  return calendar;
}

function withoutTerms(): Calendar {
  return makeCalendar({ bankHolidays: englandBankHolidays.days });
}

const READ = `
SELECT NULL AS urn, c.name, c.terms, c.inset, a.settings->'closures' AS closures
FROM school_calendar c JOIN authority a ON a.code = c.authority
WHERE c.authority = $1 AND c.is_default
UNION ALL
SELECT s.urn, c.name, c.terms, c.inset, a.settings->'closures'
FROM school s JOIN school_calendar c ON c.id = s.calendar_id JOIN authority a ON a.code = c.authority
WHERE s.authority = $1`;
