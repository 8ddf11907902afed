import { type Journey } from '../journey';
import { type DemoChild } from '../people/child';
import { type Scene } from '../scene';
import { tellTats } from './story';

export type Place =
  | 'identified'
  | 'triage'
  | 'info_requested'
  | 'listed'
  | 'in_discussion'
  | 'actions'
  | 'review_listed'
  | 'stable'
  | 'signposted'
  | 'to_unit'
  | 'excluded';

/** One child of the weekly meeting: where the case stands and the school days for which it has. */
export interface Part {
  readonly place: Place;
  readonly days: number;
  readonly worker: string;
  readonly name?: string;
  readonly hasSupport?: true;
  readonly isLive?: true;
  /** The meeting thinks that a plan may be needed. */
  readonly mayNeedPlan?: true;
}

const six = (place: Place, days: readonly number[], workers: readonly string[]): Part[] =>
  days.map((ago, at) => ({ place, days: ago, worker: workers[at % workers.length]! }));

const PARTS: readonly Part[] = [
  { place: 'identified', days: 1, worker: 'imogen', name: 'Dexter Fallowfield' },
  { place: 'identified', days: 4, worker: 'imogen' },
  { place: 'triage', days: 2, worker: 'imogen', name: 'Imani Sedgewick' },
  { place: 'triage', days: 5, worker: 'imogen' },
  { place: 'info_requested', days: 3, worker: 'imogen' },
  { place: 'listed', days: 3, worker: 'imogen', name: 'Rufus Ellerbeck' },
  { place: 'listed', days: 4, worker: 'imogen', name: 'Shanelle Osgodby' },
  ...six('listed', [5, 3, 6, 4], ['imogen']),
  { place: 'review_listed', days: 2, worker: 'tomasz', name: 'Levi Hartsworth' },
  ...six('review_listed', [3, 2, 4, 3, 2], ['tomasz', 'hal', 'nadia']),
  { place: 'in_discussion', days: 2, worker: 'imogen' },
  { place: 'actions', days: 12, worker: 'tomasz', name: 'Bethan Crowthorne', hasSupport: true },
  { place: 'actions', days: 1, worker: 'hal', isLive: true, mayNeedPlan: true },
  { place: 'actions', days: 18, worker: 'tomasz', hasSupport: true },
  ...six('actions', [6, 22], ['nadia', 'hal']),
  ...six('stable', [4, 15, 30], ['tomasz']),
  { place: 'signposted', days: 9, worker: 'imogen' },
  { place: 'excluded', days: 2, worker: 'nadia', name: 'Zac Thistleton', isLive: true },
];

/** The case that asked for a unit place, and the one that asked for an EHC assessment. */
export interface TatsCases {
  readonly all: readonly Journey[];
  readonly toUnit: Journey;
  readonly toAssessment: Journey | undefined;
}

/** Children of the weekly meeting. One of them is the child of an assessment that was asked for on this day. */
export function tatsCases(
  scene: Scene,
  assessed: { readonly child: DemoChild; readonly on: string } | undefined,
): TatsCases {
  const all = PARTS.map((part, at) => tellTats(scene, part, at));
  const unit: Part = { place: 'to_unit', days: 16, worker: 'tomasz', name: 'Finlay Oxenhope' };
  const toUnit = tellTats(scene, unit, PARTS.length);
  const toAssessment =
    assessed &&
    tellTats(
      scene,
      {
        place: 'actions',
        days: scene.time.schoolDaysSince(assessed.on),
        worker: 'hal',
        mayNeedPlan: true,
      },
      PARTS.length + 1,
      assessed.child,
    );
  return { all: [...all, toUnit, ...(toAssessment ? [toAssessment] : [])], toUnit, toAssessment };
}
