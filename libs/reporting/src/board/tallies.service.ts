import { type Actor, visibleOf } from '@app/access';
import { Statements } from '@app/database';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT } from './assessment';
import { type Tallied } from './board-figures';
import { legIn } from './held-by';
import { type BoardStatus } from './open-assessment';
import { talliesSql } from './standing-sql';
import { thresholdsOn } from './thresholds';

/** A count of today's board, and how many assessments it could not judge because their date is not the usual one. */
interface TalliedBoard {
  readonly usual: readonly Tallied[];
  readonly odd: number;
}

/** Counts of the open assessments of today, by leg, week and status, without reading one of them. */
@Injectable()
export class Tallies {
  constructor(private readonly statements: Statements) {}

  /** Counts all that the actor may see; where `odd` is not 0 the rows have to be judged one by one. */
  async today(actor: Actor, today: CalendarDay, calendar: Calendar): Promise<TalliedBoard> {
    const { breachedBefore, atRiskBefore, stages } = thresholdsOn(today, calendar);
    const visible = visibleOf(ASSESSMENT, actor);
    const values = [
      actor.authority,
      ASSESSMENT,
      today,
      breachedBefore,
      atRiskBefore,
      stages.map(({ stage }) => stage),
      stages.map(({ limit }) => limit),
      stages.map(({ receivedBefore }) => receivedBefore),
      ...visible.values,
    ];
    const rows = await this.statements.run<Counted>(
      `board.tallies.${visible.name}`,
      talliesSql(visible.sql(9), visible.name === 'some' ? CHILD : ''),
      values,
    );
    return {
      usual: rows.flatMap(({ stage, week, status, count }) =>
        status === 'odd' ? [] : [{ leg: legIn(stage), week, status, count }],
      ),
      odd: rows.reduce((sum, { status, count }) => sum + (status === 'odd' ? count : 0), 0),
    };
  }
}

/** Whoever does not see the whole pathway is asked about the child as well. */
const CHILD = 'JOIN child k ON k.id = c.child_id';

interface Counted {
  readonly [column: string]: unknown;
  readonly stage: string;
  readonly week: number;
  readonly status: BoardStatus | 'odd';
  readonly count: number;
}
