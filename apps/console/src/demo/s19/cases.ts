import { type CaseStory } from '../case-story';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';

type Place =
  | 'received'
  | 'information'
  | 'panel'
  | 'agreed'
  | 'running'
  | 'reviewing'
  | 'check_in'
  | 'returned';

/** One request: where it stands, the working days for which it has, and why the child is out of school. */
interface Part {
  readonly place: Place;
  readonly days: number;
  readonly trigger: 'illness' | 'exclusion' | 'otherwise' | 'part_time' | 'no_place';
  readonly worker: string;
  readonly name?: string;
}

const PARTS: readonly Part[] = [
  { place: 'received', days: 2, trigger: 'illness', worker: 'nadia', name: 'Carys Blackmoor' },
  { place: 'information', days: 5, trigger: 'otherwise', worker: 'nadia' },
  { place: 'information', days: 9, trigger: 'no_place', worker: 'josie', name: 'Bilal Ashcott' },
  { place: 'panel', days: 3, trigger: 'illness', worker: 'nadia' },
  { place: 'panel', days: 1, trigger: 'part_time', worker: 'josie' },
  { place: 'agreed', days: 6, trigger: 'otherwise', worker: 'nadia', name: 'Wren Tolliver' },
  { place: 'running', days: 24, trigger: 'illness', worker: 'nadia' },
  { place: 'running', days: 12, trigger: 'exclusion', worker: 'josie', name: 'Kacper Dunwood' },
  { place: 'reviewing', days: 3, trigger: 'otherwise', worker: 'nadia' },
  { place: 'check_in', days: 30, trigger: 'illness', worker: 'josie' },
  { place: 'returned', days: 10, trigger: 'illness', worker: 'nadia' },
];

/** Working days from the request to where it stands. */
const TOOK: Readonly<Record<Place, number>> = {
  received: 0,
  information: 2,
  panel: 8,
  agreed: 12,
  check_in: 12,
  running: 16,
  reviewing: 46,
  returned: 70,
};

/** Children whose education the council may have to arrange. */
export function s19Cases(scene: Scene): Journey[] {
  return PARTS.map((part, at) => told(scene, part, at));
}

function told(scene: Scene, part: Part, at: number): Journey {
  const { time, register } = scene;
  const { place, days, trigger, worker, name } = part;
  const dice = diceOf(scene, `section 19 ${at}`);
  const year = dice.whole(3, 10);
  const child = register.add({ year, sen: 'K', ...(name && { name }) });
  const on = (taken: number) => time.workingBack(days + TOOK[place] - taken);
  const story = storyOf(scene, { pathway: 's19_request', child, team: 'inclusion', worker })
    .opened(on(0), 'REQUEST_RECEIVED', {
      triggerType: trigger,
      requestedBy: dice.pick(['parent', 'school', 'health']),
      schoolDaysMissed: dice.whole(12, 30),
      request: dice.pick(ASKED),
    })
    .given(on(0));
  const path = place === 'check_in' ? [] : STEPS;
  for (const [taken, tell] of [...FIRST, ...path]) if (taken <= TOOK[place]) tell(story, on(taken));
  if (place === 'check_in') story.then(on(12), 'S19_NOT_AGREED', NOT_OWED, 'marguerite');
  return story.journey();
}

const ASKED = [
  'Nobody has taught her for five weeks. Work comes by e-mail and nobody marks it.',
  'He is well enough to learn at home. The school says it has nobody to send.',
  'We moved in September and no school has a place yet.',
] as const;

const NOT_OWED = { reasons: 'The school teaches your child full time in its base since Monday.' };

type Tell = readonly [taken: number, tell: (story: CaseStory, on: string) => unknown];

const FIRST: readonly Tell[] = [
  [2, (story, on) => story.then(on, 'ACKNOWLEDGED')],
  [
    8,
    (story, on) => story.then(on, 'LISTED', { familyView: 'We ask for a teacher in the house.' }),
  ],
];

const STEPS: readonly Tell[] = [
  [12, (story, on) => story.then(on, 'S19_AGREED', undefined, 'marguerite')],
  [16, (story, on) => story.then(on, 'PROVISION_STARTED')],
  [46, (story, on) => story.then(on, 'REVIEW_STARTED')],
  [70, (story, on) => story.then(on, 'RETURN_COMPLETED', { attendance: 94 })],
];
