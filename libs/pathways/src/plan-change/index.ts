import { type Pathway } from '../pathway';
import { planChangeCopy } from './copy';
import { planChangeClocks } from './deadlines';
import { planChangeEvents } from './events';
import { planChangeGuards } from './guards';
import { planChangeMachine } from './machine';

/** A plan between its reviews: a decision about it that is challenged, or a change without a review. */
export const planChange: Pathway = {
  name: 'plan_change',
  version: 1,
  title: 'Plan between reviews',
  opening: 'Record an appeal about a plan, or change it without a review',
  seenBy: ['send_manager', 'review_officer', 'panel_chair', 'dpo'],
  heldBy: ['ehc_officer', 'review_officer'],
  prefix: 'PC',
  opensWith: 'PLAN_MATTER_OPENED',
  opensIf: ['noOpenCase', 'decisionSentKnown'],
  events: planChangeEvents,
  machine: planChangeMachine,
  guards: planChangeGuards,
  clocks: planChangeClocks,
  copy: planChangeCopy,
};
