import { type CaseStory } from '../case-story';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';

type Place =
  | 'new'
  | 'taught'
  | 'suspended'
  | 'upheld'
  | 'review'
  | 'again'
  | 'cancelled'
  | 'reinstated'
  | 'stands';

/** One exclusion: where it stands, and the school days since its first day. */
interface Part {
  readonly place: Place;
  readonly days: number;
  readonly name?: string;
}

const PARTS: readonly Part[] = [
  { place: 'new', days: 2, name: 'Jory Penhallow' },
  { place: 'taught', days: 9 },
  { place: 'suspended', days: 4, name: 'Milo Farrant' },
  { place: 'upheld', days: 20 },
  { place: 'review', days: 31, name: 'Tamsin Orwin' },
  { place: 'again', days: 44 },
  { place: 'cancelled', days: 12 },
  { place: 'reinstated', days: 26 },
  { place: 'stands', days: 48 },
];

type Tell = readonly [day: number, type: string, payload?: Readonly<Record<string, unknown>>];

const TOLD: Tell = [0, 'EVERYBODY_TOLD', { told: ['parents', 'authority'] }];
const TAUGHT: Tell = [4, 'EDUCATION_STARTED', { provider: 'Wendmoor Tuition', fullTime: true }];
const UPHELD: Tell = [
  13,
  'GOVERNORS_UPHELD',
  { reasons: 'The governors found that no other step was left.' },
];
const ASKED: Tell = [22, 'REVIEW_APPLIED_FOR', { senExpert: true }];
const PAST_FIRST = [TOLD, TAUGHT, UPHELD] as const;

/** School days after the first one, and what happened then. */
const STEPS: Readonly<Record<Place, readonly Tell[]>> = {
  new: [],
  taught: [TOLD, TAUGHT],
  suspended: [TOLD, [2, 'REPRESENTATIONS_MADE', { what: 'He was not the one who began it.' }]],
  upheld: PAST_FIRST,
  review: [...PAST_FIRST, ASKED],
  again: [...PAST_FIRST, ASKED, [36, 'PANEL_QUASHED']],
  cancelled: [TOLD, [5, 'EXCLUSION_CANCELLED']],
  reinstated: [TOLD, TAUGHT, [14, 'GOVERNORS_REINSTATED']],
  stands: [...PAST_FIRST, ASKED, [35, 'PANEL_UPHELD']],
};

/** Exclusions at each place of their life. */
export function exclusionCases(scene: Scene): Journey[] {
  return PARTS.map((part, at) => told(scene, part, at));
}

function told(scene: Scene, { place, days, name }: Part, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `exclusions ${at}`);
  const child = register.add({ year: dice.whole(8, 10), sen: 'K', ...(name && { name }) });
  const on = (day: number) => time.workingBack(days - day);
  const story: CaseStory = storyOf(scene, {
    pathway: 'exclusion',
    child,
    team: 'inclusion',
    worker: 'josie',
  })
    .opened(on(0), 'EXCLUSION_RECORDED', {
      firstDay: on(0),
      reasonCodes: [dice.pick(['PA', 'DB', 'OW'])],
      ...(place === 'suspended' && { kind: 'suspension', schoolDays: 6, daysInTerm: 9 }),
    })
    .given(on(0));
  for (const [day, type, payload] of STEPS[place]) story.then(on(day), type, payload);
  return story.journey();
}
