import { type Pathway } from '../pathway';
import { reviewCopy } from './copy';
import { reviewClocks } from './deadlines';
import { reviewEvents } from './events';
import { reviewGuards } from './guards';
import { reviewMachine } from './machine';
import { reviewSettings } from './policy';

/** Annual review of an EHC plan, with moves to the next phase (handbook 11.1). */
export const annualReview: Pathway = {
  name: 'annual_review',
  version: 1,
  title: 'Annual review',
  opening: 'Open an annual review',
  seenBy: ['send_manager', 'review_officer', 'panel_chair', 'dpo'],
  heldBy: ['review_officer', 'ehc_officer'],
  settings: reviewSettings,
  prefix: 'AR',
  opensWith: 'REVIEW_OPENED',
  proposals: ['DECISION_CEASE'],
  opensIf: ['noOpenCase', 'reviewDateKnown', 'datesNotAhead', 'transferKnown'],
  events: reviewEvents,
  machine: reviewMachine,
  guards: reviewGuards,
  clocks: reviewClocks,
  copy: reviewCopy,
};
