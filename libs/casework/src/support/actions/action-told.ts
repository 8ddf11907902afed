import { type Actor } from '@app/access';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, lastDayOf } from '@app/statutory-calendar';
import { type SupportedCase } from '../supported-case';
import { type PersonalEvent } from './action-details';
import { type ActionEvent, type ActionState } from './action-machine';
import { type ActionOwner } from './action-owner';
import { type ActionRow } from './action-row';

/** Roles that may say that an action is no longer wanted. */
const APPROVERS: readonly string[] = ['panel_chair', 'transition_lead', 'send_manager'];

/** Whether this person may cancel an action: they chair, or they lead the work. */
export const mayCancelActions = ({ roles }: Actor) =>
  roles.some((role) => APPROVERS.includes(role));

/** What a person typed about an action: each form has some of these. */
export interface Said {
  readonly evidenceText?: string;
  readonly reason?: string;
  readonly note?: string | undefined;
  readonly newDue?: string;
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly ownerEmail?: string | undefined;
}

/** A step of an action that is about to be written. */
export interface Told {
  readonly action: ActionRow;
  readonly type: PersonalEvent;
  readonly state: ActionState;
  readonly said: Said;
  readonly owner: ActionOwner | undefined;
}

/** What the machine is told. */
export function eventOf(
  type: PersonalEvent,
  { actor, action, said, owner }: Pick<Told, 'action' | 'said' | 'owner'> & { actor: Actor },
): ActionEvent {
  return {
    type,
    evidenceText: said.evidenceText,
    reason: said.reason,
    newOwner: owner !== undefined,
    newDue: said.newDue,
    chairApproves: mayCancelActions(actor),
    actorIsOwner: action.ownerId === actor.id,
  };
}

/** A new date with a new owner; 5 more school days when the check found something missing. */
export function dueAfter(
  { type, said, action }: Told,
  { today, calendar }: SupportedCase,
): CalendarDay {
  if (type === 'REJECTED') return lastDayOf({ unit: 'SD', n: 5 }, today, calendar);
  return said.newDue ?? action.dueOn;
}

/** The chair of the meeting, or whoever leads the work, decides what becomes of a blocked action. */
export function leadOf({ action, said }: Told, { file, today }: SupportedCase): unknown[] {
  const isLed = pathwayNamed(file.pathway).seenBy.includes('transition_lead');
  const lead = isLed ? 'transition_lead' : 'send_manager';
  return [
    file.id,
    `action:${action.id}:${action.version}`,
    `${action.ownerName} says that “${action.text}” cannot be done: ${said.reason ?? ''}`,
    action.source === 'meeting' ? 'panel_chair' : lead,
    today,
  ];
}
