import { type Actor } from '@app/access';
import { type Role } from '@app/pathways';

/** Those who work with places of inclusion hubs. */
export const HUB_ROLES: readonly Role[] = [
  'transition_lead',
  'send_manager',
  'panel_chair',
  'placement_officer',
  'specialist_teacher',
];

/** Those who agree with a host how many places there are. */
export const HUB_KEEPERS: readonly Role[] = ['transition_lead', 'send_manager'];

const holdsOneOf = (roles: readonly Role[], actor: Actor) =>
  roles.some((role) => actor.roles.includes(role));

export const seesHubs = (officer: Actor) => holdsOneOf(HUB_ROLES, officer);

export const keepsHubs = (officer: Actor) => holdsOneOf(HUB_KEEPERS, officer);
