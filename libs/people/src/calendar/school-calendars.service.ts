import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { BadDetails, badField, RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';
import { checkTerms, type TermDates } from './school-terms';

/** A school calendar as an administrator sends it; without an id it is a new one. */
export interface TypedCalendar extends TermDates {
  readonly id?: string;
  readonly name: string;
  readonly isDefault?: boolean;
}

/** A calendar and how many schools use it. */
export interface CalendarRecord extends TermDates {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly schools: number;
}

/** The rows of term dates. Counting in them is done by the Calendars of casework. */
@Injectable()
export class SchoolCalendars {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** All calendars of the authority, its own first. */
  list(actor: Actor): Promise<CalendarRecord[]> {
    return this.statements.run<CalendarRecord>('calendar.list', LIST_SQL, [actor.authority]);
  }

  /** Adds or changes a calendar. Throws BadDetails, RecordNotFound. */
  async save(actor: Actor, typed: TypedCalendar): Promise<{ id: string }> {
    const name = typed.name.trim();
    if (name === '' || name.length > 100)
      throw badField('name', 'Enter a name of 100 characters or fewer');
    const problems = checkTerms(typed);
    if (problems.length > 0) throw new BadDetails(problems);
    if (typed.id && !isRecordId(typed.id)) throw new RecordNotFound('calendar');
    return this.statements
      .together((tx) => write(tx, actor, { ...typed, name }))
      .catch(sayNameIsTaken);
  }

  /** Gives a school its own dates, or with null the authority's. Throws RecordNotFound. */
  async assign(actor: Actor, urn: string, calendarId: string | null): Promise<void> {
    if (calendarId !== null && !isRecordId(calendarId)) throw new RecordNotFound('calendar');
    const rows = await this.statements.run('calendar.assign', ASSIGN_SQL, [
      actor.authority,
      urn,
      calendarId,
    ]);
    if (rows.length === 0) throw new RecordNotFound('school');
  }
}

async function write(tx: Runner, actor: Actor, calendar: TypedCalendar): Promise<{ id: string }> {
  const { id, name, terms, inset, isDefault } = calendar;
  if (isDefault) await tx.run('calendar.no-default', NO_DEFAULT_SQL, [actor.authority]);
  const values = [actor.authority, name, JSON.stringify(terms), JSON.stringify([...inset].sort())];
  const [row] = id
    ? await tx.run<{ id: string }>('calendar.change', CHANGE_SQL, [
        ...values,
        isDefault ?? null,
        id,
      ])
    : await tx.run<{ id: string }>('calendar.add', ADD_SQL, [...values, isDefault ?? false]);
  if (!row) throw new RecordNotFound('calendar');
  return row;
}

function sayNameIsTaken(error: unknown): never {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code !== '23505' || constraint === 'school_calendar_default') throw error;
  throw badField('name', 'There is already a calendar of that name. Choose another name');
}

const LIST_SQL = `
SELECT k.id, k.name, k.terms, k.inset, k.is_default AS "isDefault",
  (SELECT count(*)::int FROM school s WHERE s.authority = k.authority AND s.calendar_id = k.id) AS schools
FROM school_calendar k WHERE k.authority = $1 ORDER BY k.is_default DESC, k.name`;

const NO_DEFAULT_SQL =
  'UPDATE school_calendar SET is_default = false WHERE authority = $1 AND is_default';

const ADD_SQL = `
INSERT INTO school_calendar (authority, name, terms, inset, is_default) VALUES ($1, $2, $3, $4, $5) RETURNING id`;

const CHANGE_SQL = `
UPDATE school_calendar SET name = $2, terms = $3, inset = $4, is_default = coalesce($5, is_default)
WHERE authority = $1 AND id = $6 RETURNING id`;

const ASSIGN_SQL = `
UPDATE school SET calendar_id = $3
WHERE authority = $1 AND urn = $2
  AND ($3::uuid IS NULL OR EXISTS (SELECT FROM school_calendar k WHERE k.authority = $1 AND k.id = $3))
RETURNING urn`;
