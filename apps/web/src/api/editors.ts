import { type Role } from '@app/pathways';

/** Roles that may add a child: those who open cases. */
export const EDITORS: readonly Role[] = [
  'y6_worker',
  'transition_lead',
  'ehc_officer',
  'send_manager',
  'panel_coordinator',
  'saso',
];
