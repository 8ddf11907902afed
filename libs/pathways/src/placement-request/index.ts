import { type Pathway } from '../pathway';
import { placementCopy } from './copy';
import { placementClocks } from './deadlines';
import { placementEvents } from './events';
import { placementGuards } from './guards';
import { placementMachine } from './machine';
import { placementSettings } from './policy';

/** Placement request to the Provision and Placement panel (handbook 12). */
export const placementRequest: Pathway = {
  name: 'placement_request',
  version: 1,
  title: 'Placement request',
  opening: 'Ask for a placement',
  seenBy: ['send_manager', 'panel_chair', 'panel_coordinator', 'dpo'],
  heldBy: ['placement_officer', 'ehc_officer'],
  settings: placementSettings,
  prefix: 'PP',
  opensWith: 'REQUEST_PREPARED',
  opensIf: ['noOpenCase'],
  proposals: ['REQUEST_PREPARED', 'SUBMITTED'],
  events: placementEvents,
  machine: placementMachine,
  guards: placementGuards,
  clocks: placementClocks,
  copy: placementCopy,
};
