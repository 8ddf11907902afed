import { type Role } from '@app/pathways';

/** Those who may bring in a list of nominations. */
export const NOMINATION_ROLES: readonly Role[] = [
  'transition_lead',
  'send_manager',
  'panel_coordinator',
];
/** Those who may bring the register of schools up to date. */
export const REGISTER_ROLES: readonly Role[] = ['administrator', 'send_manager', 'data_analyst'];

/** Those who bring in attendance and suspensions, say who is meant, and see what is missing. */
export const FEED_ROLES: readonly Role[] = ['panel_coordinator', 'data_analyst', 'send_manager'];

export const IMPORT_ROLES: readonly Role[] = [
  ...new Set([...NOMINATION_ROLES, ...REGISTER_ROLES, ...FEED_ROLES]),
];
