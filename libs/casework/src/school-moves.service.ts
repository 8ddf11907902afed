import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from './calendars';
import { recountForSchool } from './recount';
import { ANNOUNCED_MOVE, moveValues, SCHOOL_CHANGED } from './school-move';

interface Announced {
  readonly [column: string]: unknown;
  readonly authority: string;
  readonly childId: string;
  readonly fromUrn: string | null;
  readonly occurredOn: CalendarDay;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Changes of school that were recorded before their day: the child's record follows on the day itself. */
@Injectable()
export class SchoolMoves {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Carries out the moves of a day, however often it is asked. @returns how many records there were */
  async run(day: CalendarDay): Promise<{ schoolMoves: number }> {
    const announced = await this.statements.run<Announced>('school-moves.due', DUE, [
      SCHOOL_CHANGED,
      day,
    ]);
    for (const move of announced) {
      const calendar = await this.calendars.forAuthority(move.authority);
      const { values } = moveValues(move.childId, move, calendar);
      await this.statements.together(async (tx) => {
        await tx.run('school-moves.follow', ANNOUNCED_MOVE, [move.authority, ...values]);
        await recountForSchool(tx, { clock: this.clock, calendars: this.calendars }, move);
      });
    }
    return { schoolMoves: announced.length };
  }
}

const DUE = `
SELECT e.authority, c.child_id AS "childId", k.urn AS "fromUrn", e.occurred_on AS "occurredOn", e.payload
FROM effective_event e JOIN send_case c ON c.id = e.case_id JOIN child k ON k.id = c.child_id
WHERE e.type = $1 AND (e.payload->>'changedOn')::date = $2
  AND (e.payload->>'changedOn')::date > (e.recorded_at AT TIME ZONE 'Europe/London')::date
ORDER BY e.recorded_at`;
