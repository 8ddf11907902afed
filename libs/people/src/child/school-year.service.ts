import { type Runner, Statements } from '@app/database';
import { type CalendarDay, Clock, londonInstant } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

const TICK = 'school-year';
const STARTS = '09-01';

/** On 1 September every child moves up a year, except those who stay in theirs (handbook E-27). */
@Injectable()
export class SchoolYears {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Moves the year groups on for every 1 September that has come since the last time; each once.
   * The first time it only remembers: year groups were entered as they stand.
   */
  async run(): Promise<number> {
    const latest = startOf(this.clock.today());
    const [last] = await this.statements.run<{ day: CalendarDay | null }>('year.last', LAST, [
      TICK,
    ]);
    const first = last?.day ? Number(last.day.slice(0, 4)) + 1 : undefined;
    if (first === undefined) {
      await this.statements.run('year.begin', BEGIN, [TICK, latest, this.clock.now()]);
      return 0;
    }
    let turned = 0;
    for (let year = first; `${year}-${STARTS}` <= latest; year++, turned++)
      await this.turn(this.statements, `${year}-${STARTS}`);
    return turned;
  }

  private async turn(runner: Runner, day: CalendarDay): Promise<void> {
    const values = [TICK, day, this.clock.now(), londonInstant(day, '00:00')];
    await runner.run('year.turn', TURN, values);
  }
}

/** The 1 September of the school year that a day is in. */
function startOf(day: CalendarDay): CalendarDay {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= STARTS ? `${year}-${STARTS}` : `${year - 1}-${STARTS}`;
}

const LAST = `SELECT max(day) AS day FROM daily_tick WHERE name = $1`;

const BEGIN = `
INSERT INTO daily_tick (name, day, done_at, result) VALUES ($1, $2, $3, '{"movedUp": 0, "heldBack": 0}') ON CONFLICT DO NOTHING`;

/**
 * One statement: a day that was done already makes its key refuse, and then nobody moves. A child who is held back
 * stays in the year once, and moves on with the others the next time. Who was added since has the new year already.
 */
const TURN = `
WITH held AS (
  UPDATE child SET flags = flags - 'held_back' WHERE flags ? 'held_back' AND created_at < $4 RETURNING id
), moved AS (
  UPDATE child SET nc_year = CASE nc_year WHEN 'N1' THEN 'N2' WHEN 'N2' THEN 'R' WHEN 'R' THEN '1' ELSE (nc_year::int + 1)::text END
  WHERE nc_year IS NOT NULL AND nc_year <> '14' AND NOT flags ? 'held_back' AND created_at < $4 RETURNING id
)
INSERT INTO daily_tick (name, day, done_at, result)
SELECT $1, $2, $3, jsonb_build_object('movedUp', (SELECT count(*) FROM moved), 'heldBack', (SELECT count(*) FROM held))`;
