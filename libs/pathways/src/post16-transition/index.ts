import { type Pathway } from '../pathway';
import { post16Copy } from './copy';
import { post16Clocks } from './deadlines';
import { post16Events } from './events';
import { post16Guards } from './guards';
import { moveYearIn, post16Machine } from './machine';
import { post16Settings } from './policy';

/** The move after Year 11: the next setting, taking part, and services for adults. */
export const post16Transition: Pathway = {
  name: 'post16_transition',
  version: 1,
  title: 'Post-16 transition',
  opening: 'Add a young person who moves on after Year 11',
  seenBy: ['transition_lead', 'send_manager', 'panel_chair', 'dpo'],
  heldBy: ['y6_worker', 'review_officer'],
  settings: post16Settings,
  caseload: 'caseloadMax',
  prefix: 'P16',
  opensWith: 'YOUNG_PERSON_LISTED',
  opensIf: ['noOpenCase'],
  events: post16Events,
  machine: post16Machine,
  guards: post16Guards,
  clocks: post16Clocks,
  copy: post16Copy,
  cohort: (event) => String(moveYearIn(event)),
};
