import { type Pathway } from '../pathway';
import { ehcCopy } from './copy';
import { ehcClocks } from './deadlines';
import { ehcEvents } from './events';
import { ehcGuards } from './guards';
import { ehcMachine } from './machine';

/** EHC needs assessment, 20 weeks (handbook 10). */
export const ehcNeedsAssessment: Pathway = {
  name: 'ehc_needs_assessment',
  version: 1,
  title: 'EHC needs assessment',
  opening: 'Open an EHC request',
  seenBy: ['send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['ehc_officer'],
  prefix: 'EHC',
  opensWith: 'REQUEST_RECEIVED',
  opensIf: ['noOpenCase'],
  events: ehcEvents,
  machine: ehcMachine,
  guards: ehcGuards,
  clocks: ehcClocks,
  copy: ehcCopy,
};
