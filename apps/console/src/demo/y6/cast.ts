import { type Wanted } from '../people/register';
import { schoolNamed, SECONDARY_SCHOOLS } from '../people/schools';
import { type Band } from './story';

/** Where a child of this cohort stands today. */
export type Place =
  | 'visits'
  | 'baseline'
  | 'said_no'
  | 'waiting'
  | 'waitlisted'
  | 'declined'
  | 'universal'
  | 'moderation'
  | 'screening'
  | 'nominated';

/** One child of this year's cohort. */
export interface Part {
  readonly place: Place;
  readonly score: number;
  readonly band: Band;
  readonly worker?: string;
  readonly child: Partial<Wanted>;
  readonly to: string;
}

type Line = readonly [
  place: Place,
  score: number,
  worker: string | null,
  name?: string,
  from?: string,
  to?: string,
];

/** The children whom the pages of this product show, and as many others as the places need. */
const LINES: readonly Line[] = [
  ['visits', 67, 'tamsin', 'Rafi Dunmore', 'Coldwater Primary', 'Ashgrove High'],
  ['visits', 52, 'tamsin', 'Dev Marchetti', 'St Bride’s Primary', 'Ashgrove High'],
  ['visits', 45, 'tamsin', 'Halima Farouq-Lee', 'Fernhollow Primary', 'Oakmere School'],
  ['visits', 40, 'kit', 'Petra-Mae Oduya', 'Larkfield Primary', 'Hollin Bank Academy'],
  ['visits', 38, 'bronagh', 'Eluned Marsh', 'St Bride’s Primary', 'Ashgrove High'],
  ...others('visits', [51, 48, 46, 44, 43, 37], 'kit'),
  ...others('visits', [47, 41, 36], 'bronagh'),
  ...others('visits', [62, 58, 50, 42], 'joss'),
  ['baseline', 55, 'tamsin', 'Orla Pennistone', 'Mill Lane Primary', 'Oakmere School'],
  ['baseline', 49, 'kit', 'Tobi Ravenscar', 'Coldwater Primary', 'Oakmere School'],
  ...others('baseline', [53], 'kit'),
  ...others('baseline', [60, 54, 46, 39], 'joss'),
  ['waiting', 61, null, 'Jonah Quillfeather', 'St Bride’s Primary', 'Ashgrove High'],
  ['waiting', 58, null, 'Safiya Pell', 'Mill Lane Primary', 'Hollin Bank Academy'],
  ['waiting', 44, null, 'Casimir Holt', 'Larkfield Primary', 'Kelder Valley Academy'],
  ...others('waiting', [56, 50, 43], null),
  ['said_no', 48, null],
  ['waitlisted', 54, null, 'Maren Ottershaw', 'Larkfield Primary', 'Ashgrove High'],
  ['waitlisted', 51, null, 'Lucian Fairbrass', 'Tannery Road Primary', 'Thornmere High'],
  ['waitlisted', 47, null, 'Ada Wetherell', 'Heron Marsh Primary', 'Oakmere School'],
  ['waitlisted', 47, null, 'Imran Stokesley', 'Copperfield Primary', 'Saltmarsh Community School'],
  ['waitlisted', 41, null, 'Bea Carnforth', 'Otter Ford Primary', 'Kelder Valley Academy'],
  ['waitlisted', 37, null, 'Noah Tillotson', 'Long Meadow Primary', 'Kelder Valley Academy'],
  ['declined', 40, null],
  ['universal', 24, null],
  ['universal', 18, null],
  ...others('moderation', [49, 38], null),
  ...others('screening', [44, 42, 35], null),
  ...others('nominated', [40, 39, 36], null),
];

const INTENSIVE_FROM = 55;

/** Everybody of this year's cohort, in the order in which they were nominated. */
export const CAST: readonly Part[] = LINES.map(([place, score, worker, name, from, to], at) => ({
  place,
  score,
  band: score >= INTENSIVE_FROM ? 'intensive' : 'targeted',
  ...(worker && { worker }),
  child: { ...(name && { name }), ...(from && { school: schoolNamed(from) }) },
  to: to ? schoolNamed(to).urn : SECONDARY_SCHOOLS[at % SECONDARY_SCHOOLS.length]!.urn,
}));

function others(place: Place, scores: readonly number[], worker: string | null): Line[] {
  return scores.map((score) => [place, score, worker] as const);
}
