import { addDays } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { dueBeforeSurvey } from './assessments';
import { Days } from './days';
import {
  type AssessmentHistory,
  type ChildHistory,
  type PlanHistory,
  type ReviewHistory,
} from './history';
import { type Kind, kindsOf } from './kinds';
import { reviewsOf } from './reviews';
import { before, type Targets, times, TOLD, within } from './targets';

/** SEN2 reasons by the columns of the release. */
const REASONS = {
  max_age: '1',
  needs_met: '2',
  he: '3',
  employ: '4',
  transfer: '5',
  no_engage: '6',
  moved_outside_eng: '7',
  deceased: '8',
  other: '9',
} as const;

const SCHOOL = 'mainstream_la_maintained';
const COLLEGE = 'general_fe_tertiary_colleges';
/** Where those were last whose plan ended when they were grown up. */
const PLACES_BY_REASON: Readonly<Record<string, string>> = {
  '1': COLLEGE,
  '3': COLLEGE,
  '4': COLLEGE,
  '6': COLLEGE,
};
const MOVED = REASONS.transfer;

type Known = ReviewHistory | undefined;

/** Gives every assessment its child, and every child with a plan its plan: those of the year, and those held before. */
export function childrenOf(
  assessments: readonly AssessmentHistory[],
  targets: Targets,
  dice: Dice,
): ChildHistory[] {
  return new Plans(targets, dice).children(assessments);
}

class Plans {
  private readonly days: Days;

  constructor(
    private readonly targets: Targets,
    private readonly dice: Dice,
  ) {
    this.days = new Days(dice);
  }

  children(assessments: readonly AssessmentHistory[]): ChildHistory[] {
    const issued = assessments.filter(({ ended }) => ended?.as === 'issued');
    const others = assessments.filter(({ ended }) => ended?.as !== 'issued');
    const early = issued.filter(isDueBeforeSurvey).slice(0, dueBeforeSurvey(this.targets));
    const later = this.dice.shuffled(issued.filter((it) => !early.includes(it)));
    const { fresh, ended, held } = kindsOf(this.targets, this.dice);
    const [first, again] = parted([...early, ...later], fresh.length);
    const reviews = this.reviewsExpected(fresh.length);
    const ofEarly = reviews.splice(reviews.length - early.length);
    return [
      ...this.newPlans(first, fresh, ofEarly),
      ...this.heldPlans(held.splice(0, reviews.length), again, reviews),
      ...this.transferredIn(held),
      ...this.newAndEnded(ended),
      ...this.endedPlans(ended.length),
      ...others.map((assessment) => ({ assessment })),
    ];
  }

  /** Plans made in the year: by an assessment here, or taken over from another council. */
  private newPlans(
    first: readonly AssessmentHistory[],
    kinds: readonly Kind[],
    ofEarly: readonly Known[],
  ): ChildHistory[] {
    return kinds.map((kind, n) => {
      const assessment = first[n];
      if (!assessment?.ended) return { plan: { ...this.takenOver(), ...kind } };
      const here = ofEarly[n]?.here;
      const reviews = here && { reviews: { here } };
      return { assessment, plan: { madeOn: assessment.ended.on, ...reviews, ...kind } };
    });
  }

  private takenOver(): Pick<PlanHistory, 'madeOn' | 'transferredInOn'> {
    const madeOn = this.days.between(within('02-01'), within('11-01'));
    return { madeOn, transferredInOn: this.days.between(addDays(madeOn, 10), within('12-20')) };
  }

  /** Plans from before the year; the first of them are changed by a new assessment. */
  private heldPlans(
    kinds: readonly Kind[],
    again: readonly AssessmentHistory[],
    reviews: readonly Known[],
  ): ChildHistory[] {
    return kinds.map((kind, n) => {
      const [assessment, known] = [again[n], reviews[n]];
      return {
        ...(assessment && { assessment: { ...assessment, again: true } }),
        plan: { ...this.withReviews(known, kind), ...kind },
      };
    });
  }

  /** What is loaded of the reviews of a plan lies after it was made; a plan that nobody met for is not so old. */
  private withReviews(known: Known, kind: Kind): Pick<PlanHistory, 'madeOn' | 'reviews'> {
    if (!known) return { madeOn: this.days.between(before('01-09'), before('12-29')) };
    const madeOn = this.longAgo(kind);
    const { here, loaded } = known;
    const isAfter = !loaded || loaded.met > addDays(madeOn, 60);
    return { madeOn, reviews: isAfter || !here ? known : { here } };
  }

  /** Plans from before the year that came from another council less than a year before survey day. */
  private transferredIn(kinds: readonly Kind[]): ChildHistory[] {
    const since = addDays(TOLD.yearBeforeSurvey, 1);
    return kinds.map((kind) => ({
      plan: {
        madeOn: this.longAgo(kind),
        transferredInOn: this.days.between(since, within('12-20')),
        ...kind,
      },
    }));
  }

  /** One entry for each plan whose review is expected: what is known of it; those who never met come last. */
  private reviewsExpected(fresh: number): Known[] {
    const never = 'annual_reviews.no_review_meeting';
    if (!this.targets.isGiven(never))
      return times(this.targets.count('caseload.ehcplans') - fresh, () => undefined);
    const met: Known[] = this.dice.shuffled(reviewsOf(this.targets, this.dice));
    return [...met, ...times(this.targets.count(never), () => undefined)];
  }

  /** Plans made elsewhere in the year that came here and moved on to a third council. */
  private newAndEnded(kinds: readonly Kind[]): ChildHistory[] {
    return kinds.map((kind) => {
      const madeOn = this.days.between(within('01-22'), within('05-31'));
      const transferredInOn = this.days.between(addDays(madeOn, 10), within('08-30'));
      const on = this.days.between(addDays(transferredInOn, 60), within('12-20'));
      return { plan: { madeOn, transferredInOn, ceased: { on, reason: MOVED }, ...kind } };
    });
  }

  private endedPlans(movedAlready: number): ChildHistory[] {
    const count = (column: string, reason: string) =>
      this.targets.count(`ceased_plans.${column}`) - (reason === MOVED ? movedAlready : 0);
    return Object.entries(REASONS).flatMap(([column, reason]) =>
      times(count(column, reason), () => {
        const met = this.days.between(before('01-10'), before('07-10'));
        const loaded = { met, decided: addDays(met, 21), outcome: 'maintain' as const };
        const on = this.days.between(within('01-02'), within('12-30'));
        const plan = { madeOn: this.longAgo(), ceased: { on, reason }, reviews: { loaded } };
        return { plan: { ...plan, need: 'SEMH', place: PLACES_BY_REASON[reason] ?? SCHOOL } };
      }),
    );
  }

  private longAgo(kind?: Kind): string {
    return kind?.place === 'nm_early_years'
      ? this.days.between('2022-01-10', '2022-12-16')
      : this.days.between('2016-01-04', '2021-12-17');
  }
}

const isDueBeforeSurvey = ({ ended }: AssessmentHistory) =>
  ended !== undefined && ended.on <= TOLD.yearBeforeSurvey;

const parted = <T>(all: readonly T[], count: number): [T[], T[]] => [
  all.slice(0, count),
  all.slice(count),
];
