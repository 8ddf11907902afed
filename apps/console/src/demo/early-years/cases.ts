import { type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { type CaseStory } from '../case-story';
import { type DemoChild } from '../people/child';
import { type Dice } from '../dice';
import { type Journey } from '../journey';
import { PRIMARY_SCHOOLS } from '../people/schools';
import { diceOf, type Scene, storyOf } from '../scene';
import { everyday } from '../support/everyday';
import { HUB } from '../write-places';
import { tellReception } from './reception';

type Place = 'notified' | 'screened' | 'universal' | 'planning' | 'meeting_held' | 'visits';

/** Working days from the list to each step. */
const AT: Readonly<Record<Place, number>> = {
  notified: 0,
  universal: 9,
  screened: 9,
  planning: 16,
  meeting_held: 30,
  visits: 38,
};
const WORKERS = ['tomasz', 'elowen'] as const;
const IN_RECEPTION = 7;

/** Children who start school next, and those who have just started. */
export function earlyYearsCases(scene: Scene): Journey[] {
  const before = placesOn(scene.time.today).map(([place, days], at) =>
    told(scene, place, days, at),
  );
  const inReception = Array.from({ length: IN_RECEPTION }, (_, at) =>
    tellReception(scene, WORKERS[at % 2]!, at),
  );
  return [...before, ...inReception];
}

type Standing = readonly [place: Place, days: number];

const EARLY: readonly Standing[] = [
  ['notified', 2],
  ['notified', 7],
  ['notified', 13],
  ['screened', 3],
  ['screened', 8],
  ['universal', 12],
  ['universal', 20],
  ['planning', 4],
  ['planning', 9],
];
const WAITING: readonly Standing[] = [6, 12, 14, 17, 20, 25, 28, 31, 35].map((days) => [
  'planning',
  days,
]);
const BUSY: readonly Standing[] = [
  ['meeting_held', 3],
  ['meeting_held', 8],
  ['meeting_held', 12],
  ['visits', 4],
  ['visits', 9],
  ['visits', 15],
  ['visits', 20],
  ['visits', 26],
  ['planning', 12],
];

/** Meetings and visits come from March on, when places are known. */
function placesOn(today: CalendarDay): readonly Standing[] {
  const month = Number(today.slice(5, 7));
  return [...EARLY, ...(month >= 3 && month <= 8 ? BUSY : WAITING)];
}

function told(scene: Scene, place: Place, days: number, at: number): Journey {
  const { time, register } = scene;
  const dice = diceOf(scene, `early years ${at}`);
  const child = register.add({ year: -1, sen: 'K', need: dice.pick(['SLCN', 'ASD', 'SLD', 'PD']) });
  const worker = WORKERS[at % 2]!;
  const story = storyOf(scene, { pathway: 'ey_transition', child, team: 'transition', worker });
  const on = (taken: number) => time.workingBack(days + AT[place] - taken);
  story
    .opened(on(0), 'CHILD_NOTIFIED', notified(at, schoolYearOf(time.today) + 1), worker)
    .given(on(0));
  const isEnhanced = at % 3 === 0;
  if (place === 'universal') story.then(on(9), 'LEVEL_SET', { level: 'universal' }, 'ruben');
  else if (AT[place] >= AT.screened)
    story.then(on(9), 'LEVEL_SET', { level: isEnhanced ? 'enhanced' : 'targeted' }, 'ruben');
  if (AT[place] >= AT.planning) planned(story, isEnhanced, on, dice);
  if (AT[place] >= AT.meeting_held) met(story, child, place, on, dice);
  if (place === 'visits' && at % 2 === 0)
    story.supported(everyday({ time, worker, child, days: 12, about: 'starting_school' }, dice));
  return story.journey();
}

const HEALTH = {
  source: 'health',
  knownBefore: false,
  health: { body: 'Community health trust', opinion: 'both', parentTold: true },
} as const;

const notified = (at: number, startYear: number) => ({
  ...(at % 5 === 1 ? HEALTH : { source: 'setting', setting: 'Nursery' }),
  startYear,
  applied: at % 2 === 0,
  worry: 'Few words, and new places are hard',
});

type On = (taken: number) => CalendarDay;

function planned(story: CaseStory, isEnhanced: boolean, on: On, dice: Dice): void {
  const keyworker = dice.pick(['Room leader', 'Nursery SENCO', 'Portage visitor']);
  story.then(on(16), 'KEYWORKER_NAMED', { keyworker, familyTold: true }, 'ruben').agreed(on(16));
  if (isEnhanced) story.then(on(16), 'HUB_PLACE_GIVEN', { unitUrn: HUB, sessions: 4 }, 'ruben');
}

function met(story: CaseStory, { contacts }: DemoChild, place: Place, on: On, dice: Dice): void {
  const urn = dice.pick(PRIMARY_SCHOOLS).urn;
  const attendees = [contacts[0]?.name ?? 'Mother', 'School SENCO', 'Key person'];
  story
    .then(on(24), 'DESTINATION_OFFERED', { urn })
    .then(on(27), 'DESTINATION_CONFIRMED', { urn })
    .then(on(30), 'MEETING_HELD', { attendees });
  if (place === 'visits')
    story.then(on(38), 'VISIT_LOGGED', {
      note: 'The teacher watched snack time and learned the signs for more and stop.',
    });
}
