import { type Role } from '../role';

/** Those who work a case day by day. */
export const WORKERS: readonly Role[] = [
  'y6_worker',
  'transition_lead',
  'ehc_officer',
  'saso',
  'unit_lead',
  'ep',
  'specialist_teacher',
  'review_officer',
  'placement_officer',
  'send_manager',
  'panel_coordinator',
];

/** Those who answer for a team's cases. */
export const LEADS: readonly Role[] = ['transition_lead', 'send_manager'];
