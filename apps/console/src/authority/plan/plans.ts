import { addDays } from '@app/statutory-calendar';
import { type Dice } from '../../demo/dice';
import { dueBeforeSurvey, times } from './assessments';
import { Days } from './days';
import {
  type AssessmentHistory,
  type ChildHistory,
  type PlanHistory,
  type ReviewHistory,
} from './history';
import { type Kind, kindsOf } from './kinds';
import { reviewsOf } from './reviews';
import { before, type Targets, TOLD, within } from './targets';

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
  private readonly made: number;

  constructor(
    private readonly targets: Targets,
    private readonly dice: Dice,
  ) {
    this.days = new Days(dice);
    this.made = targets.count('newplans.new_ehc_plans');
  }

  children(assessments: readonly AssessmentHistory[]): ChildHistory[] {
    const issued = assessments.filter(({ ended }) => ended?.as === 'issued');
    const others = assessments.filter(({ ended }) => ended?.as !== 'issued');
    const early = issued.filter(isDueBeforeSurvey).slice(0, dueBeforeSurvey(this.targets));
    const later = this.dice.shuffled(issued.filter((it) => !early.includes(it)));
    const [first, again] = parted([...early, ...later], this.made);
    const { fresh, held } = kindsOf(this.targets, this.dice);
    const reviews = this.reviewsExpected();
    const ofEarly = reviews.splice(reviews.length - early.length);
    return [
      ...this.newPlans(first, fresh, ofEarly),
      ...this.heldPlans(held.splice(0, reviews.length), again, reviews),
      ...this.transferredIn(held),
      ...this.endedPlans(),
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
        plan: { madeOn: this.longAgo(), ...(known && { reviews: known }), ...kind },
      };
    });
  }

  /** Plans from before the year that came from another council less than a year before survey day. */
  private transferredIn(kinds: readonly Kind[]): ChildHistory[] {
    const since = addDays(TOLD.yearBeforeSurvey, 1);
    return kinds.map((kind) => ({
      plan: {
        madeOn: this.longAgo(),
        transferredInOn: this.days.between(since, within('12-20')),
        ...kind,
      },
    }));
  }

  /** One entry for each plan whose review is expected: what is known of it; those who never met come last. */
  private reviewsExpected(): Known[] {
    const never = 'annual_reviews.no_review_meeting';
    if (!this.targets.isGiven(never))
      return times(this.targets.count('caseload.ehcplans') - this.made, () => undefined);
    const met: Known[] = this.dice.shuffled(reviewsOf(this.targets, this.dice));
    return [...met, ...times(this.targets.count(never), () => undefined)];
  }

  private endedPlans(): ChildHistory[] {
    return Object.entries(REASONS).flatMap(([column, reason]) =>
      times(this.targets.count(`ceased_plans.${column}`), () => {
        const met = this.days.between(before('01-10'), before('07-10'));
        const loaded = { met, decided: addDays(met, 21), outcome: 'maintain' as const };
        const on = this.days.between(within('01-02'), within('12-30'));
        const plan = { madeOn: this.longAgo(), ceased: { on, reason }, reviews: { loaded } };
        return { plan: { ...plan, need: 'SEMH', place: 'mainstream_la_maintained' } };
      }),
    );
  }

  private longAgo(): string {
    return this.days.between('2016-01-04', '2021-12-17');
  }
}

const isDueBeforeSurvey = ({ ended }: AssessmentHistory) =>
  ended !== undefined && ended.on <= TOLD.yearBeforeSurvey;

const parted = <T>(all: readonly T[], count: number): [T[], T[]] => [
  all.slice(0, count),
  all.slice(count),
];
