import { type Role } from '@app/pathways';
import { type CohortChild, type Looking } from '@app/placements';
import { type CohortAsked } from './cohort-asked';

/** The cohort asked for, read once, with the day and calendar it is judged by. */
export interface CohortSeen {
  readonly asked: CohortAsked & { readonly cohort: string };
  readonly cohorts: readonly string[];
  readonly children: readonly CohortChild[];
  readonly looking: Looking;
}

/** Those who work with the Year 6 programme. */
export const PROGRAMME_ROLES: readonly Role[] = [
  'y6_worker',
  'transition_lead',
  'send_manager',
  'panel_coordinator',
  'panel_chair',
];
