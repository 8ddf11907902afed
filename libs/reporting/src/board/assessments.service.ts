import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { ehcPolicy } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { openOnDaySql, openTodaySql } from './assessments-sql';
import { type AssessmentRow } from './open-assessment';

/** The pathway of the 20-week board. */
export const ASSESSMENT = 'ehc_needs_assessment';
const OPEN_STAGES = ehcPolicy.legs.flatMap(({ states }) => [...states]);

/** Open assessments as they stood on a day, read in one statement. */
@Injectable()
export class Assessments {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Requests received by the end of this day, with no final plan or refusal by then, that the actor may see.
   * Told by the day things happened: what is recorded late corrects older figures.
   */
  async openOn(actor: Actor, day: CalendarDay): Promise<AssessmentRow[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const isToday = day === this.clock.today();
    const sql = isToday ? openTodaySql(visible.sql(5)) : openOnDaySql(visible.sql(5));
    const values = [actor.authority, ASSESSMENT, day, OPEN_STAGES, ...visible.values];
    return this.statements.together(async (tx) => {
      // compiling this statement takes a hundred times as long as running it
      await tx.run('board.plain', 'SET LOCAL jit = off', []);
      return tx.run<AssessmentRow & Record<string, unknown>>(
        isToday ? 'board.open-today' : 'board.open-on-day',
        sql,
        values,
      );
    });
  }
}
