import { type Pathway } from '../pathway';
import { s19Copy } from './copy';
import { s19Clocks } from './deadlines';
import { s19Events } from './events';
import { s19Guards } from './guards';
import { s19Machine } from './machine';
import { s19Settings } from './policy';

/** Education that the council must arrange: Education Act 1996, section 19 (handbook 8.1). */
export const s19Request: Pathway = {
  name: 's19_request',
  version: 1,
  title: 'Section 19 education',
  opening: 'Open a section 19 request',
  seenBy: ['send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['saso', 'ehc_officer'],
  settings: s19Settings,
  prefix: 'S19',
  opensWith: 'REQUEST_RECEIVED',
  opensIf: ['noOpenCase'],
  events: s19Events,
  machine: s19Machine,
  guards: s19Guards,
  clocks: s19Clocks,
  copy: s19Copy,
};
