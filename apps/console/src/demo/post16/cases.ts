import { addDays, schoolYearOf } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';
import { tellMoved } from './moved';

type Place = 'identified' | 'views' | 'planning' | 'place_known' | 'universal';

/** Where a young person in Year 11 stands, and the working days for which they have. */
const PARTS: readonly (readonly [place: Place, days: number, worker: string, name?: string])[] = [
  ['identified', 3, 'ama', 'Macsen Ridsdale'],
  ['identified', 10, 'winifred'],
  ['views', 4, 'ama', 'Habiba Stanwix'],
  ['views', 12, 'rhys'],
  ['planning', 7, 'winifred', 'Lowen Catterick'],
  ['planning', 16, 'ama'],
  ['place_known', 5, 'rhys'],
  ['universal', 14, 'ama'],
];
const AT: Readonly<Record<Place, number>> = {
  identified: 0,
  universal: 8,
  views: 8,
  planning: 20,
  place_known: 34,
};
const MOVED = 5;

/** Young people in Year 11 who move on next summer, and those who moved on last summer. */
export function post16Cases(scene: Scene): Journey[] {
  const moved = Array.from({ length: MOVED }, (_, at) => tellMoved(scene, at));
  return [...PARTS.map((part, at) => told(scene, part, at)), ...moved];
}

function told(
  scene: Scene,
  [place, days, worker, name]: (typeof PARTS)[number],
  at: number,
): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `after Year 11 ${at}`);
  const hasPlan = at % 2 === 0;
  const child = register.add({ year: 11, sen: hasPlan ? 'E' : 'K', ...(name && { name }) });
  const on = (taken: number) => time.workingBack(days + AT[place] - taken);
  const story = storyOf(scene, { pathway: 'post16_transition', child, team: 'transition', worker })
    .opened(
      on(0),
      'YOUNG_PERSON_LISTED',
      {
        plan: hasPlan ? 'ehc_plan' : 'sen_support',
        risks: dice.some(['attendance', 'anxiety', 'no_offer', 'no_idea'], 2),
        transferOn: `${schoolYearOf(time.today) + 1}-09-01`,
        hopes: dice.pick(HOPES),
      },
      'ruben',
    )
    .given(on(0));
  if (place === 'universal') story.then(on(8), 'LEVEL_SET', { level: 'universal' });
  else if (AT[place] >= AT.views) story.then(on(8), 'LEVEL_SET').agreed(on(10));
  if (AT[place] >= AT.planning) {
    story.then(on(20), 'VIEWS_RECORDED', { ownViews: dice.pick(HOPES) });
    story.then(addDays(on(20), 2), 'VISIT_LOGGED', { note: 'Looked at three courses together.' });
  }
  if (place === 'place_known') story.then(on(34), 'DESTINATION_OFFERED');
  return story.journey();
}

const HOPES = [
  'I want to work with engines. I do not want a big college.',
  'Something with children. I would like to see it first.',
  'Stay with my friends in the sixth form.',
] as const;
