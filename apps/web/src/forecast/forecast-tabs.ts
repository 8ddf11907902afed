import { type Actor } from '@app/access';
import { type Role } from '@app/pathways';
import { BOARD_ROLES } from '../boards/boards-roles';
import { paths } from '../paths';
import { REVIEW_ROLES } from '../reviews/reviews-roles';

/** Those who see how good past forecasts were: figures only, no child is named. */
export const BACK_TEST_ROLES: readonly Role[] = ['send_manager', 'data_analyst'];

const PLACES = [
  { text: '20-week clock', href: paths.boards, roles: BOARD_ROLES },
  { text: 'Assessments ahead', href: paths.forecast.assessments, roles: BOARD_ROLES },
  { text: 'Reviews ahead', href: paths.forecast.reviews, roles: REVIEW_ROLES },
  { text: 'How good the forecast is', href: paths.forecast.backTest, roles: BACK_TEST_ROLES },
] as const;

/** The pages of the forecast that this person may open. */
export function forecastTabs({ roles: own }: Actor, here: string) {
  return PLACES.filter(({ roles }) => roles.some((role) => own.includes(role))).map(
    ({ text, href }) => ({ text, href, current: href === here }),
  );
}
