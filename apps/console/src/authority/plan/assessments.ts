import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { Days } from './days';
import { withDisputes } from './disputes';
import { EndedAssessments, type Origin, type Wanted } from './ended-assessments';
import { type AssessmentHistory } from './history';
import { newAndEnded } from './kinds';
import { before, type Targets, times, TOLD, within } from './targets';

/** How likely it is that an assessment of so many days that ended in the year was also asked for in it. */
const ASKED_IN_YEAR = { short: 0.65, long: 0.35 };
const LONG_DAYS = 140;
const YEAR_DAYS = 365;

/** Every request and assessment that the published counts of the year speak of. */
export function assessmentsOf(targets: Targets, dice: Dice): AssessmentHistory[] {
  return withDisputes(new Assessments(targets, dice).histories(), targets, dice);
}

interface Undated {
  readonly isRushed: boolean;
  readonly dated: (isOverSixWeeks: boolean) => AssessmentHistory;
}

class Assessments {
  private readonly days: Days;
  private readonly ended: EndedAssessments;

  constructor(
    private readonly targets: Targets,
    private readonly dice: Dice,
  ) {
    this.days = new Days(dice);
    this.ended = new EndedAssessments(dice);
  }

  histories(): AssessmentHistory[] {
    const toAssess = this.requests('requests_decided_to_assess');
    const notToAssess = this.requests('requests_decided_not_to_assess');
    const late = this.requests('request_outcome_over_6_weeks');
    const timed = this.requests('request_outcome_six_weeks') + late;
    const carried = Math.max(0, timed - toAssess - notToAssess);
    const afterYear = Math.max(0, toAssess + notToAssess - timed);
    const assessedAfter = Math.round((afterYear * toAssess) / Math.max(1, toAssess + notToAssess));
    const share = Math.round((carried * toAssess) / Math.max(1, toAssess + notToAssess));

    const { items, mostCarried, thisYear } = this.endedInYear(toAssess - assessedAfter, share);
    const underWay = toAssess - assessedAfter - thisYear;
    const refused = notToAssess - (afterYear - assessedAfter);
    const decidedInYear: Undated[] = [
      ...items.filter(({ origin }) => origin !== 'year_before').map((it) => this.undated(it)),
      ...times(underWay, () => ({
        isRushed: false,
        dated: (over: boolean) => this.underWay(over),
      })),
      ...times(refused, () => ({ isRushed: false, dated: (over: boolean) => this.refused(over) })),
      ...times(carried - mostCarried, () => ({
        isRushed: false,
        dated: (over: boolean) => this.carriedRefused(over),
      })),
    ];
    return [
      ...this.someLate(decidedInYear, late),
      ...items
        .filter(({ origin }) => origin === 'year_before')
        .map(({ wanted, origin }) => this.ended.history(wanted, origin, false)),
      ...times(assessedAfter, () => this.decidedAfter(true)),
      ...times(afterYear - assessedAfter, () => this.decidedAfter(false)),
      ...this.undecided(),
      ...times(this.requests('requests_withdrawn'), () => this.withdrawn()),
      ...this.afterMediation(),
    ];
  }

  /** Assessments that ended in the year, each with where it came from. */
  private endedInYear(mostThisYear: number, mostCarried: number) {
    let [left, carry] = [mostThisYear, mostCarried];
    const items = this.dice.shuffled(this.wanted()).map((wanted) => {
      const [, most] = wanted.days;
      const chance = most <= LONG_DAYS ? ASKED_IN_YEAR.short : ASKED_IN_YEAR.long;
      let origin: Origin = 'year_before';
      if (most < YEAR_DAYS && !wanted.inFirstDays) {
        if (left > 0 && this.dice.isLucky(chance)) origin = 'this_year';
        else if (carry > 0) origin = 'carried_over';
      }
      if (origin === 'this_year') left -= 1;
      if (origin === 'carried_over') carry -= 1;
      return { wanted, origin };
    });
    return { items, mostCarried: mostCarried - carry, thisYear: mostThisYear - left };
  }

  private wanted(): Wanted[] {
    const time = (name: string) => this.targets.count(`timeliness_20_week.${name}`);
    const ended = (name: string) => this.targets.count(`assessments.${name}`);
    const issued = (days: Wanted['days'], all: number, plain: number): Wanted[] =>
      times(all, (n) => ({ as: 'issued', days, excused: n >= plain }));
    const others = (as: Wanted['as'], days: Wanted['days'], count: number): Wanted[] =>
      times(count, () => ({ as, days, excused: false }));
    const plans = this.dice.shuffled([
      ...issued([95, 140], time('plans_issued_within_20_weeks'), time('plans_issued_20_weeks_ex')),
      ...issued(
        [141, 364],
        time('plans_issued_gt20weeks_ltYear'),
        time('plans_issued_gt20weeks_ltYear_ex'),
      ),
      ...issued([365, 620], time('plans_issued_gt_1_year'), time('plans_issued_gt_1_year_ex')),
    ]);
    const early = dueBeforeSurvey(this.targets);
    return [
      ...plans.map((plan, n) => (n < early ? { ...plan, inFirstDays: true } : plan)),
      ...others('not_issued', [84, 112], ended('outcome_decision_within_time')),
      ...others('not_issued', [113, 300], ended('outcome_decision_over_time')),
      ...others('withdrawn', [70, 200], ended('assess_withdrawn')),
      ...others('left', [70, 200], ended('assess_not_made')),
    ];
  }

  private undated({ wanted, origin }: { wanted: Wanted; origin: Origin }): Undated {
    return {
      isRushed: wanted.days[1] <= LONG_DAYS,
      dated: (over) => this.ended.history(wanted, origin, over),
    };
  }

  /** So many of them were decided late: first those that had the time to be. */
  private someLate(all: readonly Undated[], late: number): AssessmentHistory[] {
    const inOrder = all
      .map((it) => ({ it, at: this.dice.roll() + (it.isRushed ? 0.6 : 0) }))
      .sort((a, b) => a.at - b.at);
    return inOrder.map(({ it }, n) => it.dated(n < late));
  }

  private underWay(over: boolean): AssessmentHistory {
    const after = over ? this.dice.whole(43, 75) : this.dice.whole(24, 42);
    const received = this.days.lateBetween(TOLD.first, addDays(TOLD.last, -after));
    return { received, decided: { on: addDays(received, after), toAssess: true } };
  }

  private refused(over: boolean): AssessmentHistory {
    const after = over ? this.dice.whole(43, 75) : this.dice.whole(24, 42);
    const received = this.days.between(TOLD.first, addDays(TOLD.last, -after));
    return { received, decided: { on: addDays(received, after), toAssess: false } };
  }

  private carriedRefused(over: boolean): AssessmentHistory {
    const received = over
      ? this.days.between(before('10-20'), before('11-20'))
      : this.days.between(before('11-23'), before('12-20'));
    const earliest = laterOf(within('01-02'), addDays(received, over ? 43 : 24));
    const on = this.days.between(earliest, over ? addDays(earliest, 20) : addDays(received, 42));
    return { received, decided: { on, toAssess: false } };
  }

  /** Asked for in the year, decided between its end and survey day. */
  private decidedAfter(toAssess: boolean): AssessmentHistory {
    const received = this.days.between(within('11-25'), within('12-18'));
    const on = this.days.between(addDays(TOLD.last, 2), addDays(TOLD.survey, -1));
    return { received, decided: { on, toAssess } };
  }

  private undecided(): AssessmentHistory[] {
    const received = this.requests('requests_received_in_year');
    const recent = Math.round((received * 8) / 52);
    return times(this.requests('requests_decision_not_made'), (n) => ({
      received:
        n < recent
          ? this.days.between(within('11-18'), within('12-30'))
          : this.days.between(within('07-01'), within('11-15')),
    }));
  }

  private withdrawn(): AssessmentHistory {
    const received = this.days.between(within('01-02'), within('12-10'));
    return { received, ended: { on: addDays(received, this.dice.whole(8, 34)), as: 'withdrawn' } };
  }

  private afterMediation(): AssessmentHistory[] {
    const { issued, notIssued } = endedAfterMediation(this.targets);
    return [
      ...times(issued, () => this.ended.afterMediation('issued')),
      ...times(notIssued, () => this.ended.afterMediation('not_issued')),
    ];
  }

  private requests(name: string): number {
    return this.targets.count(`requests.${name}`);
  }
}

/** Plans issued and refused that the tables of timeliness leave out: they came of mediation. */
function endedAfterMediation(targets: Targets) {
  const sum = (table: 'timeliness_20_week' | 'assessments', names: readonly string[]) =>
    names.reduce((total, name) => total + targets.count(`${table}.${name}`), 0);
  const timed = sum('timeliness_20_week', [
    'plans_issued_within_20_weeks',
    'plans_issued_gt20weeks_ltYear',
    'plans_issued_gt_1_year',
  ]);
  const judged = sum('assessments', ['outcome_decision_within_time', 'outcome_decision_over_time']);
  return {
    issued: Math.max(0, targets.count('assessments.assess_issued') - timed),
    notIssued: Math.max(0, targets.count('assessments.assess_not_issued') - judged),
  };
}

/** New plans of the year that are a year old on survey day: more are new than have no review to be expected. */
export function dueBeforeSurvey(targets: Targets): number {
  if (!targets.isGiven('annual_reviews.review_not_expected')) return 0;
  const standing = targets.count('newplans.new_ehc_plans') - newAndEnded(targets);
  const spare = standing - targets.count('annual_reviews.review_not_expected');
  return Math.max(0, spare);
}

const laterOf = (one: CalendarDay, other: CalendarDay) => (one > other ? one : other);
