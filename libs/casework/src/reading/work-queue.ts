import { type Pathway, type Role, ROLES } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { stepsOf } from './next-step';
import { type WorkCase } from './work-case';

/** A case with what decides in whose work it stands. */
export interface QueuedCase extends WorkCase {
  readonly authority: string;
  /** The owner still works here. */
  readonly isOwnerHere: boolean;
}

/** Who can take work, and when it is. */
export interface Watch {
  /** Roles that somebody of the case's authority holds. */
  readonly rolesHere: readonly Role[];
  readonly today: CalendarDay;
  readonly calendar: Calendar;
}

/** The one queue in which a case stands: its owner's My work, or the tray of those who give cases to workers. */
export type Queue = { readonly owner: string } | { readonly tray: readonly Role[] };

/** What a task says that only puts a stray case before a person: it is no next step of its own. */
export const STRAY_TASK = 'Find out who has this case and what its next step is';

/** The queue of a case; undefined when nobody sees it in their work. */
export function queueOf(
  { ownerId, isOwnerHere }: QueuedCase,
  pathway: Pathway,
  { rolesHere }: Watch,
): Queue | undefined {
  if (ownerId) return isOwnerHere ? { owner: ownerId } : undefined;
  const givers = pathway.events['ALLOCATED']?.roles ?? [];
  const tray = givers.filter((role) => pathway.seenBy.includes(role) && rolesHere.includes(role));
  return tray.length ? { tray } : undefined;
}

/** Why an open case would be forgotten, in words; none when it stands in one queue with a next step. Pure. */
export function whyStray(subject: QueuedCase, pathway: Pathway, watch: Watch): string[] {
  const noQueue = queueOf(subject, pathway, watch) ? [] : [nobody(subject)];
  const noStep = hasNextStep(subject, pathway, watch)
    ? []
    : ['No date runs, no task waits and no step is asked for.'];
  return [...noQueue, ...noStep];
}

function nobody({ ownerId }: QueuedCase): string {
  return ownerId
    ? 'Its worker has left, so it is in nobody’s work.'
    : 'It has no worker, and nobody here gives such cases to workers.';
}

/** A timer that will record something, or whatever My work would show somebody who may do everything. */
function hasNextStep(subject: QueuedCase, pathway: Pathway, { today, calendar }: Watch): boolean {
  if (subject.clocks.some(({ sends }) => sends)) return true;
  const tasks = subject.tasks.filter(({ text }) => text !== STRAY_TASK);
  const roles = Object.keys(ROLES) as Role[];
  const seat = { officerId: subject.ownerId ?? '', roles, today, calendar, overTeam: true };
  return stepsOf({ ...subject, tasks }, pathway, seat).length > 0;
}
