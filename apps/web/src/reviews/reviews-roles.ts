import { type Role } from '@app/pathways';

/** Those who answer for every review: they see the register and act from it. */
export const REVIEW_ROLES: readonly Role[] = ['send_manager', 'review_officer'];
