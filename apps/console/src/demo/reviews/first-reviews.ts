import { addDays } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { type Scene, storyOf } from '../scene';

const BEFORE_YEAR_ENDS = 98;
const SEND = 'FINAL_ISSUED';
const FIRST_REVIEWS = 2;

/** First reviews of plans that were sent nine months ago or more: the newest of those, as they fall due. */
export function firstReviews(scene: Scene, assessments: readonly Journey[]): Journey[] {
  const { today } = scene.time;
  const from = addDays(today, BEFORE_YEAR_ENDS - 365);
  const sent = (journey: Journey) => journey.steps.find(({ type }) => type === SEND)?.on ?? today;
  return [...assessments]
    .filter((journey) => sent(journey) <= from)
    .sort((a, b) => sent(b).localeCompare(sent(a)))
    .slice(0, FIRST_REVIEWS)
    .map((journey) => firstReview(scene, journey, sent(journey)));
}

function firstReview(scene: Scene, journey: Journey, planFinalOn: string): Journey {
  const on = addDays(planFinalOn, 365 - BEFORE_YEAR_ENDS);
  const because = 'The first review must be concluded within 12 months of the plan.';
  return storyOf(scene, {
    pathway: 'annual_review',
    child: journey.child,
    team: 'reviews',
    worker: 'winifred',
  })
    .opened(on, 'REVIEW_OPENED', { reviewKind: 'first', lastConcludedOn: undefined, planFinalOn })
    .given(on)
    .cameFrom({ journey, step: SEND, because })
    .journey();
}
