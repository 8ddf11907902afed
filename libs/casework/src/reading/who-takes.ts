import { type Pathway, type Role, ROLES } from '@app/pathways';
import { isDecision } from './from-here';
import { lowerFirst } from './sentence';

/** Whose step an event is: 'The decision maker', 'The panel chair', 'The school attendance support officer'. */
export function whoTakes(pathway: Pathway, event: string): string {
  const role = roleFor(pathway, event);
  if (!role) return 'Somebody else';
  return role === 'send_manager' ? 'The decision maker' : `The ${lowerFirst(ROLES[role])}`;
}

/** 'The panel chair decides.', 'The educational psychologist records it.'; a SEND manager by name. */
export function whoTakesIt(
  pathway: Pathway,
  event: string,
  [manager]: readonly string[] = [],
): string {
  const isManager = roleFor(pathway, event) === 'send_manager';
  const who = isManager && manager ? manager : whoTakes(pathway, event);
  return `${who} ${isDecision(pathway, event) ? 'decides' : 'records it'}.`;
}

/** The role that usually takes a step: of those who hold such cases the usual one, else the first that may. */
function roleFor({ events, heldBy }: Pathway, event: string): Role | undefined {
  const roles: readonly Role[] = (events[event]?.roles ?? []).filter((role) => role !== 'system');
  return heldBy.find((role) => roles.includes(role)) ?? roles[0];
}
