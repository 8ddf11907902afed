import { type Role } from '@app/pathways';

/** Those who answer for the returns. */
export const RETURNS_ROLES: readonly Role[] = ['send_manager', 'data_analyst'];

/** Those who put the details of a plan right; the page still asks whether they may open the child's record. */
export const MEND_ROLES: readonly Role[] = ['send_manager', 'ehc_officer', 'review_officer'];
