import { addDays, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type BackTest, type Landmark, lookBack, scoresOf } from './back-test';
import { Histories } from './histories.service';
import { knownOn, standingOf, startedOn } from './pure/history';
import { type Learning, learnt } from './pure/learning';
import { type Open } from './pure/present-leg';
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

/** Weeks of the 20-week clock at which past forecasts are looked at. */
const ASSESSMENT_WEEKS: readonly Landmark[] = [6, 10, 14].map((week) => ({
  key: String(week),
  label: `In week ${week}`,
  dayOf: (start) => addDays(start, 7 * week),
}));
const MOST_KEPT = 24;

/** When open cases are likely to be done, learned from the authority's own. Keeps what was learned, by authority and day. */
@Injectable()
export class Forecasts {
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(
    private readonly histories: Histories,
    private readonly clock: Clock,
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

  /** Past forecasts of assessments against what happened, worked out once a day. */
  backTest(authority: string): Promise<BackTest> {
    const today = this.clock.today();
    return this.once(`back-test ${authority} ${today}`, async () => {
      const rows = await this.histories.read(authority, ASSESSING, today);
      const dated = rows.flatMap((row) => {
        const dueOn = row.dues['w20'];
        return dueOn ? [{ history: historyOf(row, ASSESSING), dueOn }] : [];
      });
      const lookedBack = lookBack(ASSESSING, dated, ASSESSMENT_WEEKS, today);
      return { lookedBack, scores: scoresOf(lookedBack, ASSESSMENT_WEEKS) };
    });
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
      const learning = await this.learning(authority, way, day);
      for (const row of rows) {
        const history = knownOn(historyOf(row, way), day);
        const [standing, start] = [standingOf(history), startedOn(history)];
        if (!standing || !start) continue;
        const open: Open = { way, history, standing, startedOn: start, day };
        const [first, ...others] = datesOf(way, row.dues, open, learning);
        if (!first) continue;
        const leg = way.legs[standing.leg] ?? '';
        found.set(row.caseId, {
          caseId: row.caseId,
          leg,
          dates: [first, ...others],
          open,
          learning,
        });
      }
    }
    return found;
  }

  /** Learned from all that had happened by the evening before. */
  private learning(authority: string, way: ForecastWay, day: CalendarDay): Promise<Learning> {
    return this.once(`${way.pathway} ${way.legs[0]} ${authority} ${day}`, async () => {
      const rows = await this.histories.read(authority, way, day);
      return learnt(
        way,
        rows.map((row) => historyOf(row, way)),
        addDays(day, -1),
      );
    });
  }

  private once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MOST_KEPT && oldest) this.kept.delete(oldest);
    const begun = work();
    this.kept.set(key, begun);
    begun.catch(() => this.kept.delete(key));
    return begun;
  }
}

function datesOf(
  { clocks }: ForecastWay,
  dues: Readonly<Record<string, CalendarDay>>,
  open: Open,
  learning: Learning,
): DateAhead[] {
  return clocks
    .flatMap((code): DateAhead[] => {
      const dueOn = dues[code];
      if (!dueOn) return [];
      const chance = chanceOf(open, dueOn, learning);
      return [{ code, dueOn, isLate: dueOn < open.day, chance }];
    })
    .sort((a, b) => (b.chance ?? 0) - (a.chance ?? 0));
}
