import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Terms } from './terms-text';

/** A school calendar as it is kept, and how many schools count in it. */
export interface SchoolCalendar {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly (readonly [CalendarDay, CalendarDay])[];
  readonly inset: readonly CalendarDay[];
  readonly isDefault: boolean;
  readonly schools: number;
}

const CALENDAR = `
SELECT c.id, c.name, c.terms, c.inset, c.is_default AS "isDefault",
       (SELECT count(*)::int FROM school s WHERE s.authority = c.authority
           AND (s.calendar_id = c.id OR (c.is_default AND s.calendar_id IS NULL))) AS schools
  FROM school_calendar c WHERE c.authority = $1`;

/** The term dates of an authority's schools. */
@Injectable()
export class CalendarsRepository {
  constructor(private readonly statements: Statements) {}

  all(authority: string): Promise<SchoolCalendar[]> {
    return this.statements.run(
      'admin-calendars',
      `${CALENDAR} ORDER BY c.is_default DESC, c.name`,
      [authority],
    );
  }

  async one(authority: string, id: string): Promise<SchoolCalendar | undefined> {
    const [found] = await this.statements.run<SchoolCalendar & Record<string, unknown>>(
      'admin-calendar',
      `${CALENDAR} AND c.id::text = $2`,
      [authority, id],
    );
    return found;
  }

  async change(authority: string, id: string, { terms, inset }: Terms): Promise<void> {
    await this.statements.run(
      'admin-calendar-change',
      `UPDATE school_calendar SET terms = $3::jsonb, inset = $4::jsonb WHERE authority = $1 AND id::text = $2`,
      [authority, id, JSON.stringify(terms), JSON.stringify(inset)],
    );
  }

  /** Adds a calendar; the first of an authority is the one for all schools. False when there is one of that name. */
  async add(authority: string, name: string, { terms, inset }: Terms): Promise<boolean> {
    const added = await this.statements.run(
      'admin-calendar-add',
      `INSERT INTO school_calendar (authority, name, terms, inset, is_default)
       SELECT $1, $2, $3::jsonb, $4::jsonb, NOT EXISTS (SELECT 1 FROM school_calendar WHERE authority = $1 AND is_default)
       ON CONFLICT (authority, name) DO NOTHING RETURNING 1 AS added`,
      [authority, name, JSON.stringify(terms), JSON.stringify(inset)],
    );
    return added.length > 0;
  }
}
