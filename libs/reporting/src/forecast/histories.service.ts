import { Statements } from '@app/database';
import { addMonths, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { historiesSql } from './histories-sql';
import { type ForecastWay, type HistoryRow } from './ways';

/** Older cases say little about today. */
const MONTHS_BACK = 48;

/** Reads what happened to cases by days, without anything about anybody. */
@Injectable()
export class Histories {
  constructor(private readonly statements: Statements) {}

  /** Of all cases opened in the four years before a day, or of some of them. */
  async read(
    authority: string,
    { pathway, clocks }: ForecastWay,
    day: CalendarDay,
    cases: readonly string[] | null = null,
  ): Promise<HistoryRow[]> {
    const which = cases ? 'named' : 'opened_since';
    const values = [authority, pathway, clocks, cases ?? addMonths(day, -MONTHS_BACK)];
    return this.statements.together(async (tx) => {
      // compiling this statement takes longer than running it
      await tx.run('forecast.plain', 'SET LOCAL jit = off', []);
      return tx.run<HistoryRow & Record<string, unknown>>(
        `forecast.histories.${which}`,
        historiesSql(which),
        values,
      );
    });
  }
}
