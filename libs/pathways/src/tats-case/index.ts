import { type Pathway } from '../pathway';
import { tatsCopy } from './copy';
import { tatsClocks } from './deadlines';
import { tatsEvents } from './events';
import { tatsGuards } from './guards';
import { tatsMachine } from './machine';
import { tatsSettings } from './policy';

/** Team Around the School (handbook 6). */
export const tatsCase: Pathway = {
  name: 'tats_case',
  version: 1,
  title: 'Team Around the School',
  opening: 'Put forward for Team Around the School',
  seenBy: ['panel_coordinator', 'panel_chair', 'send_manager', 'dpo'],
  heldBy: ['panel_coordinator', 'saso', 'ep', 'specialist_teacher'],
  settings: tatsSettings,
  prefix: 'TA',
  opensWith: 'CHILD_IDENTIFIED',
  opensIf: ['onePageGiven', 'ehcConsidered', 'thirdTimeExplained', 'noOpenCase'],
  events: tatsEvents,
  machine: tatsMachine,
  guards: tatsGuards,
  clocks: tatsClocks,
  copy: tatsCopy,
};
