import { Calendars } from '@app/casework';
import { Statements } from '@app/database';
import {
  addDays,
  type Calendar,
  type CalendarDay,
  Clock,
  londonDay,
  londonInstant,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { DailyTicks } from '../clocks/daily-tick.service';
import { MorningReminders } from './morning-reminders.service';

const MORNING = '08:30';

/**
 * Reminders of the latest working morning that has begun. Mornings that were missed are not made up for: after an
 * outage people get one digest and not a storm.
 */
@Injectable()
export class MorningRound {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly ticks: DailyTicks,
    private readonly reminders: MorningReminders,
  ) {}

  /** @returns whether any message was written */
  async run(): Promise<boolean> {
    const authorities = await this.statements.run<{ code: string }>(
      'morning-authorities',
      'SELECT code FROM authority ORDER BY code',
      [],
    );
    let written = 0;
    for (const { code } of authorities) written += await this.oneAuthority(code);
    return written > 0;
  }

  private async oneAuthority(authority: string): Promise<number> {
    const calendar = await this.calendars.forAuthority(authority);
    const day = latestMorning(this.clock.now(), calendar);
    const tick = `morning:${authority}`;
    if (await this.ticks.isDone(tick, day)) return 0;
    const result = await this.reminders.write({ authority, day, calendar });
    await this.ticks.done(tick, day, result);
    return Object.values(result.messages).reduce((sum, count) => sum + count, 0);
  }
}

function latestMorning(now: Date, calendar: Calendar): CalendarDay {
  const today = londonDay(now);
  const begun = now >= londonInstant(today, MORNING) ? today : addDays(today, -1);
  return calendar.lastWorkingDayOnOrBefore(begun);
}
