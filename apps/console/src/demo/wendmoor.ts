import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { Dice } from './dice';
import { finishedAssessments, PLANS_SENT } from './ehc/finished-cases';
import { openAssessments } from './ehc/open-cases';
import { otherEndings } from './ehc/other-endings';
import { type Journey } from './journey';
import { otherPathways } from './other-pathways';
import { type DemoChild } from './people/child';
import { type OlderPlan, olderPlans, plansBehind } from './plans/older-plans';
import { planReviews } from './plans/plan-reviews';
import { Register } from './people/register';
import { addRelatives } from './people/relatives';
import { lastCohort } from './y6/last-cohort';
import { SchoolTime } from './y6/school-time';
import { thisCohort } from './y6/this-cohort';

const SEED = 'Wendmoor';

/** Everybody of Wendmoor and everything that happened to them, before any of it is recorded. */
export interface Wendmoor {
  readonly children: readonly DemoChild[];
  /** Year 6 cases: they share places, so they are told together, day by day. */
  readonly cohorts: readonly Journey[];
  readonly assessments: readonly Journey[];
  /** Children of the high dependency units: they share places too. */
  readonly units: readonly Journey[];
  /** Cases of every other pathway. */
  readonly others: readonly Journey[];
  /** Plans from before Causeway. */
  readonly plans: readonly OlderPlan[];
}

/** Plans taken over at go-live, and one in eight with a review that is told; a small Wendmoor has fewer. */
const [OLDER_PLANS, FEW_PLANS] = [1_600, 64];

/**
 * Makes Wendmoor as of a day. Pure: the same day and calendar give the same stories. With fewer plans sent it is
 * loaded faster.
 */
export function wendmoor(
  today: CalendarDay,
  office: Calendar,
  plansSent: number = PLANS_SENT,
): Wendmoor {
  const register = new Register(today, new Dice(`${SEED} register`));
  const stage = { today, office, register, seed: SEED, time: new SchoolTime(today, office) };
  const cohorts = [...lastCohort(stage), ...thisCohort(stage)];
  const assessments = [
    ...openAssessments(stage),
    ...otherEndings(stage),
    ...finishedAssessments(stage, plansSent),
  ];
  addRelatives(register, new Dice(`${SEED} relatives`));
  const further = otherPathways(stage, assessments);
  const count = plansSent < PLANS_SENT ? FEW_PLANS : OLDER_PLANS;
  const older = planReviews(stage, olderPlans(stage, count), count / 8);
  const told = [...cohorts, ...further.assessments, ...further.units, ...further.others];
  return {
    children: register.children,
    cohorts,
    ...further,
    others: [...further.others, ...older.reviews],
    plans: [...older.plans, ...plansBehind(stage, told)],
  };
}
