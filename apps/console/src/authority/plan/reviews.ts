import { addDays } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { Days } from './days';
import { type MetReview, type Outcome, type ReviewHistory } from './history';
import { before, beforeSurvey, type Targets, times, TOLD, within } from './targets';

/** In which year the meeting and the decision lie; 'survey' is the January of the survey. */
type When = 'prior' | 'year' | 'survey';

interface Cell {
  readonly met: When;
  readonly decided: When | undefined;
  readonly inTime?: boolean;
  /** The meeting lies in the last four weeks before survey day. */
  readonly recent?: boolean;
}

const WEEKS_4 = 28;

/** One history for every plan whose review is to be expected and was met for, as the published counts have them. */
export function reviewsOf(targets: Targets, dice: Dice): ReviewHistory[] {
  return new Reviews(targets, dice).histories();
}

class Reviews {
  private readonly days: Days;

  constructor(
    private readonly targets: Targets,
    private readonly dice: Dice,
  ) {
    this.days = new Days(dice);
  }

  histories(): ReviewHistory[] {
    const cells = this.timed(this.cells());
    const outcomes = this.outcomes(cells);
    return cells.map((cell) => this.history(cell, outcomes));
  }

  /** Meetings and decisions by year, so that the sums of both are those of the release. */
  private cells(): Cell[] {
    const said = (name: string) => this.targets.count(`annual_reviews.${name}`);
    const [prior, year, survey] = [
      said('review_meeting_prior_24'),
      said('review_meeting_24'),
      said('review_meeting_25'),
    ];
    const [decidedPrior, decidedYear, decidedSurvey] = [
      said('review_decision_prior24'),
      said('review_decision24'),
      said('review_decision25'),
    ];
    const tooMany = Math.max(0, decidedYear + decidedSurvey - year);
    const surveyToSurvey = Math.min(survey, decidedSurvey, tooMany);
    const priorToYear = Math.min(prior - decidedPrior, tooMany - surveyToSurvey);
    const yearToSurvey = decidedSurvey - surveyToSurvey;
    const yearToYear = decidedYear - priorToYear;
    const of = (count: number, met: When, decided?: When) => times(count, () => ({ met, decided }));
    const cells: Cell[] = [
      ...of(decidedPrior, 'prior', 'prior'),
      ...of(priorToYear, 'prior', 'year'),
      ...of(prior - decidedPrior - priorToYear, 'prior'),
      ...of(yearToYear, 'year', 'year'),
      ...of(yearToSurvey, 'year', 'survey'),
      ...of(year - yearToYear - yearToSurvey, 'year'),
      ...of(surveyToSurvey, 'survey', 'survey'),
      ...of(survey - surveyToSurvey, 'survey'),
    ];
    return this.recent(cells, Math.max(0, said('review_decision_not_due') - survey));
  }

  /** So many meetings of the year lie in its last days: first those without a decision. */
  private recent(cells: readonly Cell[], count: number): Cell[] {
    const order = (cell: Cell) =>
      cell.met !== 'year' ? 9 : !cell.decided ? 0 : cell.decided === 'survey' ? 1 : 2;
    const chosen = new Set(
      cells
        .map((cell, at) => ({ at, order: order(cell) }))
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ at }) => at),
    );
    return cells.map((cell, at) => (chosen.has(at) ? { ...cell, recent: true } : cell));
  }

  /** Which decisions came within four weeks: those that cannot have come later first. */
  private timed(cells: readonly Cell[]): Cell[] {
    const inTime = this.targets.count('annual_reviews.number_decsion_4weeks');
    const order = (cell: Cell) => (cell.recent || cell.met === 'survey' ? -1 : this.dice.roll());
    const decided = cells
      .map((cell, at) => ({ cell, at }))
      .filter(({ cell }) => cell.decided)
      .map((it) => ({ ...it, order: order(it.cell) }))
      .sort((a, b) => a.order - b.order);
    const soon = new Set(decided.slice(0, inTime).map(({ at }) => at));
    return cells.map((cell, at) => (cell.decided ? { ...cell, inTime: soon.has(at) } : cell));
  }

  /** Outcomes to hand out: decisions that are recorded here always have one; loaded ones as far as there are any. */
  private outcomes(cells: readonly Cell[]): { here: Outcome[]; loaded: Outcome[] } {
    const said = (name: string) => this.targets.count(`annual_reviews.${name}`);
    const all = this.dice.shuffled<Outcome>([
      ...times(said('outcome_amend'), () => 'amend' as const),
      ...times(said('outcome_cease'), () => 'cease' as const),
      ...times(said('outcome_maintan'), () => 'maintain' as const),
    ]);
    const here = cells.filter((cell) => isHere(cell) && cell.decided).length;
    return { here: all.slice(0, here), loaded: all.slice(here) };
  }

  private history(cell: Cell, outcomes: { here: Outcome[]; loaded: Outcome[] }): ReviewHistory {
    const dates = this.dates(cell);
    if (!isHere(cell)) {
      const outcome = outcomes.loaded.pop();
      return { loaded: { ...dates, ...(outcome && { outcome }) } };
    }
    const earlier = addDays(dates.met, -this.dice.whole(350, 420));
    const outcome = cell.decided && (outcomes.here.pop() ?? 'maintain');
    return {
      loaded: {
        met: earlier,
        decided: addDays(earlier, this.dice.whole(14, 50)),
        outcome: 'maintain',
      },
      here: { ...dates, ...(outcome && { outcome }) },
    };
  }

  private dates({ met, decided, inTime, recent }: Cell): MetReview {
    const { days, dice } = this;
    const firstInSurvey = addDays(TOLD.last, 2);
    const recentFrom = beforeSurvey(WEEKS_4);
    const beforeRecent = addDays(recentFrom, -1);
    const after = (day: string, most: string) => {
      const least = inTime ? dice.whole(7, WEEKS_4) : dice.whole(WEEKS_4 + 1, 110);
      return earlierOf(addDays(day, least), most);
    };
    if (met === 'survey') {
      const day = days.between(firstInSurvey, addDays(TOLD.survey, -1));
      return { met: day, ...(decided && { decided: days.between(day, TOLD.survey) }) };
    }
    if (met === 'prior' && decided !== 'year') {
      const day = days.between(before('01-09'), before(decided && !inTime ? '11-20' : '12-01'));
      return { met: day, ...(decided && { decided: after(day, before('12-31')) }) };
    }
    if (met === 'prior')
      return inTime
        ? this.pair([before('12-06'), before('12-20')], [within('01-02'), within('12-20')], true)
        : this.pair([before('09-10'), before('12-20')], [within('01-02'), within('06-28')], false);
    if (decided === 'survey') {
      const decidedIn = [firstInSurvey, addDays(TOLD.survey, -1)] as const;
      if (recent) return this.pair([recentFrom, within('12-24')], decidedIn, true);
      return inTime
        ? this.pair([within('12-06'), beforeRecent], decidedIn, true)
        : this.pair([within('09-10'), within('12-02')], decidedIn, false);
    }
    const [from, to] = recent
      ? [recentFrom, within('12-24')]
      : [within('01-08'), decided && !inTime ? within('11-29') : beforeRecent];
    const day = days.between(from, to);
    return { met: day, ...(decided && { decided: after(day, within('12-31')) }) };
  }

  /** A meeting and a decision, each within its bounds, in time or not. */
  private pair(
    [metFrom, metTo]: readonly [string, string],
    [from, to]: readonly [string, string],
    inTime: boolean,
  ): MetReview {
    const met = this.days.between(metFrom, metTo);
    const earliest = laterOf(from, addDays(met, inTime ? 5 : WEEKS_4 + 1));
    const latest = inTime ? earlierOf(to, addDays(met, WEEKS_4)) : to;
    return { met, decided: this.days.between(earliest, latest) };
  }
}

/** Recorded step by step, not loaded. */
const isHere = ({ met, decided }: Cell) => met !== 'prior' || decided === 'year';

const earlierOf = (one: string, other: string) => (one < other ? one : other);
const laterOf = (one: string, other: string) => (one > other ? one : other);
