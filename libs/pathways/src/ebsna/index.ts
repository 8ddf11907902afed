import { type Pathway } from '../pathway';
import { ebsnaCopy } from './copy';
import { ebsnaClocks } from './deadlines';
import { ebsnaEvents } from './events';
import { ebsnaGuards } from './guards';
import { ebsnaMachine } from './machine';
import { ebsnaPolicy } from './policy';

/** Emotionally based school non-attendance (handbook 5). */
export const ebsna: Pathway = {
  name: 'ebsna',
  version: ebsnaPolicy.version,
  title: ebsnaPolicy.localName,
  opening: `Start an ${ebsnaPolicy.localName} referral`,
  seenBy: ['send_manager', 'panel_coordinator', 'panel_chair', 'dpo'],
  heldBy: ['saso', 'ep'],
  caseload: ebsnaPolicy.caseload.saso,
  prefix: 'EB',
  opensWith: 'REFERRAL_STARTED',
  opensIf: ['noOpenCase'],
  events: ebsnaEvents,
  machine: ebsnaMachine,
  guards: ebsnaGuards,
  clocks: ebsnaClocks,
  copy: ebsnaCopy,
};
