import { addDays } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type Journey } from '../journey';
import { diceOf, type Scene, storyOf } from '../scene';
import { nextMeeting } from '../tats/story';
import { optionsTable } from './options';

type Place =
  | 'prepared'
  | 'listed'
  | 'discussed'
  | 'conditions'
  | 'commissioning'
  | 'placed'
  | 'not_agreed'
  | 'otherwise';

interface Part {
  readonly place: Place;
  /** Working days for which it has stood there. */
  readonly days: number;
  readonly name?: string;
  /** Days until the date that the law sets for the plan. */
  readonly lawIn?: number;
}

const PARTS: readonly Part[] = [
  { place: 'prepared', days: 1, name: 'Yusra Linthorpe' },
  { place: 'prepared', days: 4, lawIn: 40 },
  { place: 'prepared', days: 9 },
  { place: 'listed', days: 2, name: 'Emil Stainmore', lawIn: 22 },
  { place: 'listed', days: 3 },
  { place: 'listed', days: 5 },
  { place: 'discussed', days: 1, name: 'Odette Ravelin' },
  { place: 'discussed', days: 4, lawIn: 12 },
  { place: 'conditions', days: 6 },
  { place: 'commissioning', days: 8, name: 'Haris Coldwell' },
  { place: 'placed', days: 12 },
  { place: 'not_agreed', days: 7 },
];

/** Working days from the start of the request to where it stands. */
const TOOK: Readonly<Record<Place, number>> = {
  prepared: 0,
  listed: 6,
  discussed: 12,
  not_agreed: 14,
  conditions: 14,
  commissioning: 14,
  otherwise: 14,
  placed: 30,
};
const INDEPENDENT = ['Harrow Beck School', 'The Quillet', 'Moorgate House School'] as const;

/** Requests to the placement panel; the last one led to education otherwise than at school. */
export function placementCases(scene: Scene): { all: Journey[]; otherwise: Journey } {
  const otherwise = told(
    scene,
    { place: 'otherwise', days: 16, name: 'Silas Arkengarth' },
    PARTS.length,
  );
  return { all: [...PARTS.map((part, at) => told(scene, part, at)), otherwise], otherwise };
}

function told(scene: Scene, { place, days, name, lawIn }: Part, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `placement ${at}`);
  const child = register.add({ year: dice.whole(3, 10), sen: 'E', ...(name && { name }) });
  const on = (taken: number) => time.workingBack(days + TOOK[place] - taken);
  const setting = dice.pick(INDEPENDENT);
  const panelOn = place === 'prepared' || place === 'listed' ? nextMeeting(time) : on(12);
  const story = storyOf(scene, {
    pathway: 'placement_request',
    child,
    team: 'placement',
    worker: 'desmond',
  })
    .opened(on(0), 'REQUEST_PREPARED', {
      asks: dice.pick(ASKS),
      preference:
        at % 3 === 0
          ? { right: 'none' }
          : {
              right: 'independent',
              option: 'independent_day',
              setting,
              reason: 'Small classes and therapy on site',
            },
      panelOn,
      ...(lawIn && { statutoryDate: addDays(time.today, lawIn) }),
    })
    .given(on(0));
  if (TOOK[place] >= 6)
    story.then(on(6), 'SUBMITTED', {
      options: optionsTable(on(1), dice, setting),
      ...paper(place),
    });
  if (TOOK[place] >= 12) story.then(on(12), 'ITEM_OPENED', undefined, 'imogen');
  if (TOOK[place] >= 14) decided(story, place, on(14));
  if (place === 'placed') story.then(on(30), 'PLACEMENT_STARTED', { startedOn: on(30) });
  return story.journey();
}

const ASKS = [
  'The school says it can no longer meet the needs, and the family agrees',
  'A review found that section F cannot be delivered where the child is',
  'Moved into Wendmoor with a plan that names a school 90 miles away',
] as const;

const paper = (place: Place) => ({
  recommended: place === 'otherwise' ? 'eotas' : 'special_local',
  why: 'It meets section F, it is near, and a place is free',
  childView: 'I want to go where somebody knows me',
});

function decided(story: CaseStory, place: Place, on: string): void {
  const startOn = addDays(on, 28);
  const ways: Partial<Record<Place, () => unknown>> = {
    not_agreed: () => story.then(on, 'NOT_AGREED', undefined, 'gideon'),
    conditions: () => story.then(on, 'AGREED_WITH_CONDITIONS', { startOn }, 'gideon'),
    otherwise: () =>
      story.then(on, 'AGREED', { agreed: 'eotas', setting: undefined, startOn }, 'gideon'),
  };
  const usual = () => story.then(on, 'AGREED', { startOn }, 'gideon');
  (ways[place] ?? usual)();
}
