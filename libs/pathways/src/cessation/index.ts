import { type Pathway } from '../pathway';
import { cessationCopy } from './copy';
import { cessationClocks } from './deadlines';
import { cessationEvents } from './events';
import { cessationGuards } from './guards';
import { cessationMachine } from './machine';

/** Ending an EHC plan, in two steps and with the right to appeal (handbook 11.2). */
export const cessation: Pathway = {
  name: 'cessation',
  version: 1,
  title: 'Ending a plan',
  opening: 'Ask whether a plan should end',
  seenBy: ['send_manager', 'panel_chair', 'dpo'],
  heldBy: ['review_officer', 'ehc_officer'],
  prefix: 'CE',
  opensWith: 'CANDIDATE_FLAGGED',
  proposals: ['CONSULTATION_STARTED'],
  opensIf: ['noOpenCase'],
  events: cessationEvents,
  machine: cessationMachine,
  guards: cessationGuards,
  clocks: cessationClocks,
  copy: cessationCopy,
};
