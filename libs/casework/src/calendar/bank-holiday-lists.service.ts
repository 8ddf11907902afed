import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import {
  bankHolidaysWith,
  type Calendar,
  type CalendarDay,
  Clock,
  type HolidayEvent,
  readBankHolidays,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { asCounted, dueAgain } from '../derivation';

/** An open date that would fall on another day if it were counted today. */
export interface ClockElsewhere {
  readonly reference: string;
  readonly code: string;
  readonly dueOn: CalendarDay;
  readonly wouldBe: CalendarDay;
}

/** What a newer list of bank holidays changes. */
export interface Refreshed {
  readonly version: string;
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

/** Newer lists of bank holidays than the shipped one. A date that was given stays; what is counted from now on follows. */
@Injectable()
export class BankHolidayLists {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /** Keeps a list and says what it changes; nothing is kept where it changes no day. @throws BadHolidayList */
  async refresh(actor: Actor, file: unknown, source: string): Promise<Refreshed> {
    const { authority } = actor;
    const events = readBankHolidays(file);
    const now = await this.calendars.bankHolidays(authority);
    const next = bankHolidaysWith(events);
    const [was, is] = [new Set(now.days), new Set(next.days)];
    const named = (day: CalendarDay, titleOf: typeof now.titleOf) => ({
      date: day,
      title: titleOf(day) ?? 'Bank holiday',
    });
    const added = next.days.filter((day) => !was.has(day)).map((day) => named(day, next.titleOf));
    const removed = now.days.filter((day) => !is.has(day)).map((day) => named(day, now.titleOf));
    const changed = [...added, ...removed].map(({ date }) => date);
    if (!changed.length) return { version: now.version, added, removed, elsewhere: [] };
    const elsewhere = await this.elsewhere(authority, events, changed);
    await this.statements.run('holidays-keep', KEEP, [
      authority,
      next.version,
      JSON.stringify(events),
      source,
      actor.id,
      this.clock.now(),
    ]);
    this.calendars.forget();
    return { version: next.version, added, removed, elsewhere };
  }

  private async elsewhere(
    authority: string,
    events: readonly HolidayEvent[],
    changed: readonly CalendarDay[],
  ): Promise<ClockElsewhere[]> {
    const calendarOf = await this.calendars.under(authority, events);
    const clocks = await this.statements.run<OpenClock>('holidays-clocks', CLOCKS, [
      authority,
      changed,
    ]);
    const found = clocks.map(async (clock) => {
      const now = dayOf(clock, await this.calendars.forSchool(authority, clock.urn));
      const next = dayOf(clock, calendarOf(clock.urn));
      const { reference, code, dueOn } = clock;
      const moves = now && next && now !== next && next !== dueOn;
      return moves ? [{ reference, code, dueOn, wouldBe: next }] : [];
    });
    return (await Promise.all(found)).flat();
  }
}

/** The day that a clock's own count gives in a calendar; undefined where its rule is gone or terms are missing. */
function dayOf(clock: OpenClock, calendar: Calendar): CalendarDay | undefined {
  const { clocks } = pathwayNamed(clock.pathway, clock.pathwayVersion);
  const rule = clocks.find(({ code }) => code === clock.code);
  return rule && dueAgain(rule, asCounted(clock.counted), clock.anchor, calendar);
}

/** $1 authority, $2 version, $3 holidays, $4 source, $5 who, $6 now: a list that stood before stands again */
const KEEP = `
INSERT INTO bank_holiday_list (authority, version, holidays, source, loaded_by, loaded_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (authority, version) DO UPDATE SET holidays = excluded.holidays, source = excluded.source,
  loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`;

/** $1 authority, $2 the days that change: open dates that such a day lies near enough to move */
const CLOCKS = `
SELECT c.reference, c.pathway, c.pathway_version AS "pathwayVersion", h.urn, k.code, k.anchor, k.due_on AS "dueOn", k.counted
FROM clock k JOIN send_case c ON c.id = k.case_id JOIN child h ON h.id = c.child_id
WHERE k.authority = $1 AND k.status = 'open' AND c.open AND k.counted IS NOT NULL
  AND EXISTS (SELECT FROM unnest($2::date[]) AS d WHERE d BETWEEN least(k.anchor, k.due_on) - 14 AND greatest(k.anchor, k.due_on) + 45)
ORDER BY c.reference, k.code`;
