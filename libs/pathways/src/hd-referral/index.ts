import { type Pathway } from '../pathway';
import { hdCopy } from './copy';
import { hdClocks } from './deadlines';
import { hdEvents } from './events';
import { hdGuards } from './guards';
import { hdMachine } from './machine';
import { hdPolicy, hdSettings } from './policy';

/** High dependency unit: referral and place (handbook 7). */
export const hdReferral: Pathway = {
  name: 'hd_referral',
  version: 1,
  title: 'High dependency unit',
  opening: 'Ask about a unit place',
  seenBy: ['panel_chair', 'panel_coordinator', 'send_manager', 'dpo'],
  heldBy: ['unit_lead', 'saso'],
  settings: hdSettings,
  prefix: 'HD',
  opensWith: 'ENQUIRY_LOGGED',
  opensIf: ['noOpenCase'],
  events: hdEvents,
  machine: hdMachine,
  guards: hdGuards,
  clocks: hdClocks,
  copy: hdCopy,
  places: { programme: hdPolicy.programme, setting: 'placesPerUnit' },
};
