import { type Pathway } from '../pathway';
import { exclusionCopy } from './copy';
import { exclusionClocks } from './deadlines';
import { exclusionEvents } from './events';
import { exclusionGuards } from './guards';
import { exclusionMachine } from './machine';

/** An exclusion has a life after it: it can be cancelled, upheld, reviewed and looked at again (SI 2012/1033). */
export const exclusion: Pathway = {
  name: 'exclusion',
  version: 1,
  title: 'Exclusion',
  opening: 'Record an exclusion',
  seenBy: ['send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['saso', 'ehc_officer'],
  prefix: 'EX',
  opensWith: 'EXCLUSION_RECORDED',
  opensIf: ['noOpenCase', 'firstDayNotAhead', 'lengthKnown', 'termIncludesThis'],
  events: exclusionEvents,
  machine: exclusionMachine,
  guards: exclusionGuards,
  clocks: exclusionClocks,
  copy: exclusionCopy,
};
