import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { bankHolidaysWith, Clock, readBankHolidays } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { changeBy, type DaysOffChange } from './days-off';

/** What a newer list of bank holidays changes. */
export interface Refreshed extends DaysOffChange {
  readonly version: string;
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
    const holidays = readBankHolidays(file);
    const next = bankHolidaysWith(holidays);
    const change = await changeBy(this.statements, this.calendars, {
      authority,
      next: { holidays },
    });
    if (!change.added.length && !change.removed.length)
      return { version: (await this.calendars.bankHolidays(authority)).version, ...change };
    await this.statements.run('holidays-keep', KEEP, [
      authority,
      next.version,
      JSON.stringify(holidays),
      source,
      actor.id,
      this.clock.now(),
    ]);
    this.calendars.forget();
    return { version: next.version, ...change };
  }
}

/** $1 authority, $2 version, $3 holidays, $4 source, $5 who, $6 now: a list that stood before stands again */
const KEEP = `
INSERT INTO bank_holiday_list (authority, version, holidays, source, loaded_by, loaded_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (authority, version) DO UPDATE SET holidays = excluded.holidays, source = excluded.source,
  loaded_by = excluded.loaded_by, loaded_at = excluded.loaded_at`;
