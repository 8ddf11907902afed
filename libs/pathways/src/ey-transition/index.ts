import { type Pathway } from '../pathway';
import { eyCopy } from './copy';
import { eyClocks } from './deadlines';
import { eyEvents } from './events';
import { eyGuards } from './guards';
import { eyMachine, startYearIn } from './machine';
import { eySettings } from './policy';

/** Early Years transition: the start at school (handbook 9). */
export const eyTransition: Pathway = {
  name: 'ey_transition',
  version: 1,
  title: 'Early Years transition',
  opening: 'Add a child who starts school',
  seenBy: ['transition_lead', 'send_manager', 'panel_chair', 'dpo'],
  heldBy: ['specialist_teacher', 'y6_worker'],
  settings: eySettings,
  caseload: 'caseloadMax',
  prefix: 'EY',
  opensWith: 'CHILD_NOTIFIED',
  opensIf: ['noOpenCase'],
  events: eyEvents,
  machine: eyMachine,
  guards: eyGuards,
  clocks: eyClocks,
  copy: eyCopy,
  cohort: (event) => String(startYearIn(event)),
  places: { programme: 'ey_hub', setting: 'hubPlaces' },
};
