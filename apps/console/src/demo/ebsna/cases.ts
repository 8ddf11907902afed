import { type Journey } from '../journey';
import { type Scene } from '../scene';
import { type Part, tellEbsna } from './story';

/** Where each child of the service stands: every stage, and levels 2 to 4. */
const PARTS: readonly Part[] = [
  { place: 'draft', level: 2, days: 12, worker: 'josie', name: 'Tilly Brackenhurst' },
  { place: 'draft', level: 3, days: 3, worker: 'nadia' },
  { place: 'triage', level: 2, days: 4, worker: 'josie', name: 'Xavi Merripit' },
  { place: 'triage', level: 4, days: 1, worker: 'josie', name: 'Maisie Thornbury-Cole' },
  { place: 'more_information', level: 3, days: 6, worker: 'nadia' },
  { place: 'panel', level: 3, days: 3, worker: 'josie', name: 'Gethin Pomeroy' },
  { place: 'panel', level: 4, days: 2, worker: 'nadia', isLive: true },
  { place: 'allocated', level: 2, days: 3, worker: 'josie' },
  { place: 'allocated', level: 3, days: 6, worker: 'nadia' },
  { place: 'assessing', level: 2, days: 8, worker: 'hal' },
  { place: 'assessing', level: 3, days: 17, worker: 'josie', name: 'Anwen Carrowmore' },
  { place: 'assessing', level: 4, days: 5, worker: 'hal', name: 'Jakub Sterndale' },
  { place: 'planning', level: 3, days: 7, worker: 'josie' },
  { place: 'plan', level: 3, days: 25, worker: 'josie', name: 'Seren Aldersyde', hasSupport: true },
  { place: 'plan', level: 3, days: 14, worker: 'nadia', hasSupport: true },
  { place: 'plan', level: 4, days: 28, worker: 'hal', name: 'Otis Wainfleet', hasSupport: true },
  { place: 'plan', level: 3, days: 20, worker: 'josie', timetable: 'running' },
  { place: 'plan', level: 4, days: 34, worker: 'nadia', timetable: 'past_its_end' },
  {
    place: 'relapse',
    level: 3,
    days: 6,
    worker: 'josie',
    name: 'Ivo Harrowgate',
    hasSupport: true,
  },
  { place: 'review', level: 3, days: 3, worker: 'josie', name: 'Daria Penwarden' },
  { place: 'review', level: 4, days: 7, worker: 'hal' },
  { place: 'step_down', level: 3, days: 22, worker: 'nadia' },
  { place: 'reintegrated', level: 3, days: 8, worker: 'josie' },
  { place: 'advice', level: 2, days: 15, worker: 'nadia' },
  { place: 'other_route', level: 4, days: 20, worker: 'josie' },
];

/** Children whom distress keeps from school. */
export function ebsnaCases(scene: Scene): Journey[] {
  return PARTS.map((part, at) => tellEbsna(scene, part, at));
}
