import { addDays } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { type Scene, storyOf } from '../scene';

type Place = 'candidate' | 'consulting' | 'decision' | 'notified';

/** Where the question stands, and the days for which it has. */
const PARTS: readonly (readonly [place: Place, days: number, name?: string])[] = [
  ['candidate', 8, 'Theo Lanercost'],
  ['decision', 6, 'Anya Mossdale'],
  ['notified', 25],
];
/** Days from the question to each step. */
const AT: Readonly<Record<Place, number>> = {
  candidate: 0,
  consulting: 12,
  decision: 28,
  notified: 37,
};

/** Whether a plan should end: three that an officer asked about, and one that a review asked about. */
export function cessationCases(scene: Scene, review: Journey): Journey[] {
  const { time, register } = scene;
  const asked = PARTS.map(([place, days, name]) => {
    const child = register.add({ year: 13, sen: 'E', need: 'MLD', ...(name && { name }) });
    return told(scene, child, place, addDays(time.today, -(days + AT[place])));
  });
  const decided = review.steps.find(({ type }) => type === 'DECISION_CEASE')?.on ?? time.today;
  const because = 'The review found that there may be a lawful ground to end the plan.';
  const fromReview = told(scene, review.child, 'consulting', decided, {
    journey: review,
    step: 'DECISION_CEASE',
    because,
  });
  return [...asked, fromReview];
}

function told(
  scene: Scene,
  child: Journey['child'],
  place: Place,
  asked: string,
  origin?: Journey['cameFrom'],
): Journey {
  const on = (n: number) => addDays(asked, n);
  const reviewedOn = on(-20);
  const story = storyOf(scene, { pathway: 'cessation', child, team: 'reviews', worker: 'winifred' })
    .opened(asked, 'CANDIDATE_FLAGGED', {
      flaggedBy: origin ? 'review' : 'setting',
      note: 'The college says that every outcome is met.',
    })
    .given(asked)
    .cameFrom(origin);
  if (AT[place] >= AT.consulting)
    story.then(on(AT.consulting), 'CONSULTATION_STARTED', {
      situation: 'outcomes_met',
      reviewedOn,
      evidence: 'The review found each outcome met, and the course goes on without extra help.',
      returnWish: undefined,
    });
  if (AT[place] >= AT.decision)
    story.then(on(AT.decision), 'VIEWS_RECEIVED', { views: 'I am ready.' });
  if (AT[place] >= AT.notified) story.then(on(AT.notified), 'NOTICE_ISSUED', NOTICE, 'everard');
  return story.journey();
}

const NOTICE = { destination: 'work', sen2Reason: '2' } as const;
