import { type Actor, visibleOf } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT, OPEN_STAGES } from './assessment';
import { openOnDaySql, openTodaySql, standingOnDaySql } from './assessments-sql';
import { type AssessmentRow, type StandingRow } from './open-assessment';
import { standingSql } from './standing-sql';
import {
  isUsual,
  type PastColumns,
  pastRow,
  type StandingColumns,
  standingRow,
} from './standing-row';

/** Open assessments as they stood on a day, read in one statement. */
@Injectable()
export class Assessments {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Requests received by the end of this day, with no final plan or refusal by then, that the actor may see; of these
   * cases only, where some are named. Told by the day things happened: what is recorded late corrects older figures.
   */
  async openOn(
    actor: Actor,
    day: CalendarDay,
    cases: readonly string[] | null = null,
  ): Promise<AssessmentRow[]> {
    const isToday = day === this.clock.today();
    const sql = isToday ? openTodaySql : openOnDaySql;
    const name = `${isToday ? 'open-today' : 'open-on-day'}${cases ? '-named' : ''}`;
    return this.read<AssessmentRow>(name, sql, { actor, day, more: [cases] });
  }

  /** The same assessments as far as figures need them: without what only a line of a list says. */
  async standingOn(actor: Actor, day: CalendarDay): Promise<StandingRow[]> {
    if (day !== this.clock.today()) {
      const then = await this.read<PastColumns>('standing-on-day', standingOnDaySql, {
        actor,
        day,
      });
      return then.map(pastRow);
    }
    const rows = await this.read<StandingColumns>('standing', standingSql, { actor, day });
    const odd = rows.filter((row) => !isUsual(row)).map(({ caseId }) => caseId);
    const whole = odd.length ? await this.openOn(actor, day, odd) : [];
    return [...rows.filter(isUsual).map(standingRow), ...whole];
  }

  private async read<Row>(
    name: string,
    sql: (visible: string) => string,
    { actor, day, more = [] }: { actor: Actor; day: CalendarDay; more?: unknown[] },
  ): Promise<Row[]> {
    const visible = visibleOf(ASSESSMENT, actor);
    const values = [actor.authority, ASSESSMENT, day, OPEN_STAGES, ...more];
    const text = sql(visible.sql(values.length + 1));
    return this.statements.together(async (tx) => {
      // compiling this statement takes a hundred times as long as running it
      await tx.run('board.plain', 'SET LOCAL jit = off', []);
      return tx.run<Row & Record<string, unknown>>(`board.${name}.${visible.name}`, text, [
        ...values,
        ...visible.values,
      ]);
    });
  }
}
