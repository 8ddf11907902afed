import { addDays } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { type Scene, storyOf } from '../scene';

type Tell = readonly [day: number, type: string, payload?: Readonly<Record<string, unknown>>];

/** A matter about a plan: what it is about, the days since it was opened, and what came of it. */
interface Part {
  readonly about: 'not_changed' | 'changed' | 'change';
  readonly days: number;
  readonly steps: readonly Tell[];
  readonly name?: string;
}

const APPEALED: Tell = [20, 'APPEAL_LODGED', { registeredAs: 'EH899/26/00017' }];
const PROPOSED: Tell = [
  2,
  'CHANGE_PROPOSED',
  { reasons: 'The family moves, and another school is nearer.' },
];

const PARTS: readonly Part[] = [
  { about: 'not_changed', days: 9, name: 'Piers Hollowell', steps: [] },
  { about: 'changed', days: 30, steps: [[12, 'MEDIATION_REQUESTED', { about: 'The school' }]] },
  { about: 'changed', days: 48, name: 'Wanda Ashcombe', steps: [APPEALED] },
  { about: 'change', days: 7, steps: [PROPOSED] },
  {
    about: 'changed',
    days: 47,
    name: 'Rafe Tilbury',
    steps: [APPEALED, [41, 'PLAN_AMENDMENT_ORDERED', { by: 'unopposed' }]],
  },
  {
    about: 'change',
    days: 33,
    steps: [
      PROPOSED,
      [12, 'REPRESENTATIONS_RECEIVED', { finished: true }],
      [26, 'FINAL_AMENDED_ISSUED'],
    ],
  },
];

/** Plans between their reviews: decisions that are challenged, and changes that do not wait for a review. */
export const planChangeCases = (scene: Scene): Journey[] => PARTS.map((part) => told(scene, part));

function told(scene: Scene, { about, days, steps, name }: Part): Journey {
  const { time, register } = scene;
  const on = (day: number) => addDays(time.today, day - days);
  const child = register.add({ year: 6, sen: 'E', ...(name && { name }) });
  const story = storyOf(scene, {
    pathway: 'plan_change',
    child,
    team: 'reviews',
    worker: 'winifred',
  })
    .opened(on(0), 'PLAN_MATTER_OPENED', {
      about,
      decisionSentOn: about === 'change' ? undefined : on(-3),
    })
    .given(on(0));
  for (const [day, type, payload] of steps)
    story.then(on(day), type, orderedOn(type, payload, on(day)));
  return story.journey();
}

/** An order is dated on the day it came. */
const orderedOn = (type: string, payload: Tell[2], day: string) =>
  type === 'PLAN_AMENDMENT_ORDERED' ? { ...payload, orderMade: day } : payload;
