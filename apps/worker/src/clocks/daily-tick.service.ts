import { type Runner, Statements } from '@app/database';
import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** Remembers which days' work has been done: one row a day and kind of work. */
@Injectable()
export class DailyTicks {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  async isDone(name: string, day: CalendarDay): Promise<boolean> {
    return (await this.statements.run('tick-is-done', IS_DONE, [name, day])).length > 0;
  }

  /** A repeated day hits the key and changes nothing. */
  async done(
    name: string,
    day: CalendarDay,
    result: object,
    runner: Runner = this.statements,
  ): Promise<void> {
    await runner.run('tick-done', DONE, [name, day, this.clock.now(), JSON.stringify(result)]);
  }

  /** Days up to `until` that have no row yet, in order, beginning after the newest row; just `until` when there is none. */
  async missing(name: string, until: CalendarDay): Promise<CalendarDay[]> {
    const last = await this.last(name);
    const days: CalendarDay[] = [];
    for (let day = last ? addDays(last, 1) : until; day <= until; day = addDays(day, 1))
      days.push(day);
    return days;
  }

  /** The newest day that is done. */
  async last(name: string): Promise<CalendarDay | null> {
    const [row] = await this.statements.run<{ day: CalendarDay | null }>('tick-last', LAST, [name]);
    return row?.day ?? null;
  }
}

const IS_DONE = `SELECT 1 AS done FROM daily_tick WHERE name = $1 AND day = $2`;
const DONE = `INSERT INTO daily_tick (name, day, done_at, result) VALUES ($1, $2, $3, $4) ON CONFLICT (name, day) DO NOTHING`;
const LAST = `SELECT max(day) AS day FROM daily_tick WHERE name = $1`;
