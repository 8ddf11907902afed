import { type Role } from '@app/pathways';

/** Those who see assessments: all of them, or their own and their team's. */
export const BOARD_ROLES: readonly Role[] = [
  'send_manager',
  'panel_coordinator',
  'panel_chair',
  'ehc_officer',
];

const WHOLE: readonly Role[] = ['send_manager', 'panel_coordinator', 'panel_chair'];

/** Whether the figures are of the whole council, or of what this officer may open. */
export function seesWhole(roles: readonly Role[]): boolean {
  return roles.some((role) => WHOLE.includes(role));
}
