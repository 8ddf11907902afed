import { localName } from '../local-names';
import { type Pathway } from '../pathway';
import { ebsnaCopy } from './copy';
import { ebsnaClocks } from './deadlines';
import { ebsnaEvents } from './events';
import { ebsnaGuards } from './guards';
import { ebsnaMachine } from './machine';
import { ebsnaSettings } from './policy';

/** Emotionally based school non-attendance (handbook 5). */
export const ebsna: Pathway = {
  name: 'ebsna',
  version: 1,
  title: localName('EBSNA'),
  opening: `Start an ${localName('EBSNA')} referral`,
  seenBy: ['send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['saso', 'ep'],
  settings: ebsnaSettings,
  caseload: 'caseload.saso',
  prefix: 'EB',
  opensWith: 'REFERRAL_STARTED',
  opensIf: ['noOpenCase'],
  events: ebsnaEvents,
  machine: ebsnaMachine,
  guards: ebsnaGuards,
  clocks: ebsnaClocks,
  copy: ebsnaCopy,
};
