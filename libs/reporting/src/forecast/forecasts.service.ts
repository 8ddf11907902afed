import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { correctionOf, type LookedBack, type Score, scoresOf } from './back-test';
import { Histories } from './histories.service';
import { Lessons } from './lessons.service';
import { knownOn, standingOf, startedOn } from './pure/history';
import { type Learning } from './pure/learning';
import { type Open } from './pure/present-leg';
import { TESTED, type TestedKey } from './tested';
import { chanceOf } from './told';
import { AMENDING, ASSESSING, type ForecastWay, historyOf, REVIEWING } from './ways';

/** One date in law with the chance that it passes first; undefined where too few cases have finished to say. */
export interface DateAhead {
  readonly code: string;
  readonly dueOn: CalendarDay;
  readonly isLate: boolean;
  readonly chance: number | undefined;
}

/** An open case with its dates in law, the one most likely to pass first. */
export interface Ahead {
  readonly caseId: string;
  readonly leg: string;
  readonly dates: readonly [DateAhead, ...DateAhead[]];
  readonly open: Open;
  readonly learning: Learning;
}

/** Past forecasts of one date in law and their scores. */
export interface BackTest {
  readonly key: TestedKey;
  readonly lookedBack: readonly LookedBack[];
  readonly scores: readonly Score[];
  /** Whether the forecasts of today are corrected by them. */
  readonly isCorrected: boolean;
}

/** When open cases are likely to be done, learned from the authority's own. */
@Injectable()
export class Forecasts {
  constructor(
    private readonly histories: Histories,
    private readonly lessons: Lessons,
  ) {}

  /** Of these open assessments, as at the end of a day. Cases without a date of 20 weeks, or closed by then, are left out. */
  assessments(
    authority: string,
    day: CalendarDay,
    cases: readonly string[],
  ): Promise<ReadonlyMap<string, Ahead>> {
    return this.ahead(authority, [ASSESSING], day, cases);
  }

  /** Of these open reviews: the decision that concludes them, or the changed plan. */
  reviews(
    authority: string,
    day: CalendarDay,
    cases: readonly string[],
  ): Promise<ReadonlyMap<string, Ahead>> {
    return this.ahead(authority, [REVIEWING, AMENDING], day, cases);
  }

  /** Past forecasts of every date in law that is forecast, against what happened. */
  backTests(authority: string): Promise<BackTest[]> {
    return Promise.all(
      TESTED.map(async (tested) => {
        const lookedBack = await this.lessons.lookedBack(authority, tested);
        return {
          key: tested.key,
          lookedBack,
          scores: scoresOf(lookedBack, tested.landmarks),
          isCorrected: correctionOf(lookedBack) !== undefined,
        };
      }),
    );
  }

  private async ahead(
    authority: string,
    ways: readonly [ForecastWay, ...ForecastWay[]],
    day: CalendarDay,
    cases: readonly string[],
  ): Promise<ReadonlyMap<string, Ahead>> {
    if (!cases.length) return new Map();
    const rows = await this.histories.read(authority, ways[0], day, cases);
    const found = new Map<string, Ahead>();
    for (const way of ways) {
      const learnings = await this.lessons.of(authority, way, day);
      for (const row of rows) {
        const history = knownOn(historyOf(row, way), day);
        const [standing, start] = [standingOf(history), startedOn(history)];
        if (!standing || !start) continue;
        const open: Open = { way, history, standing, startedOn: start, day };
        const [first, ...others] = datesOf(way, row.dues, open, learnings);
        if (!first) continue;
        const leg = way.legs[standing.leg] ?? '';
        found.set(row.caseId, {
          caseId: row.caseId,
          leg,
          dates: [first, ...others],
          open,
          learning: learnings(first.code),
        });
      }
    }
    return found;
  }
}

function datesOf(
  { clocks }: ForecastWay,
  dues: Readonly<Record<string, CalendarDay>>,
  open: Open,
  learnings: (clock: string) => Learning,
): DateAhead[] {
  return clocks
    .flatMap((code): DateAhead[] => {
      const dueOn = dues[code];
      if (!dueOn) return [];
      const chance = chanceOf(open, dueOn, learnings(code));
      return [{ code, dueOn, isLate: dueOn < open.day, chance }];
    })
    .sort((a, b) => (b.chance ?? 0) - (a.chance ?? 0));
}
