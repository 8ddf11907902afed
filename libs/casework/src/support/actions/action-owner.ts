import { type Actor, relationTo, worksCases } from '@app/access';
import { type Runner } from '@app/database';
import { type CalendarDay, lastDayOf } from '@app/statutory-calendar';
import { badField } from '../read-details';
import { type SupportedCase } from '../supported-case';

/** Who has an action: an officer with an account, or a named person with an e-mail address. */
export interface ActionOwner {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

interface TypedOwner {
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly ownerEmail?: string | undefined;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The owner that was typed. @throws BadPayload when nobody is named, or an officer who could not see the action */
export async function ownerFrom(
  runner: Runner,
  actor: Actor,
  { file }: SupportedCase,
  { ownerId, ownerName, ownerEmail }: TypedOwner,
): Promise<ActionOwner> {
  if (ownerId && (ownerName || ownerEmail))
    throw badField('ownerId', 'Choose an officer or name somebody else, not both');
  if (ownerId) return officerOf(runner, actor, file, ownerId);
  if (!ownerName && !ownerEmail) throw badField('ownerId', 'Say who will do it');
  if (!ownerName) throw badField('ownerName', 'Enter the name of the person');
  if (!ownerEmail || !EMAIL.test(ownerEmail))
    throw badField('ownerEmail', 'Enter an e-mail address, like name@example.org');
  return { id: null, name: ownerName, email: ownerEmail };
}

async function officerOf(
  runner: Runner,
  { authority }: Actor,
  file: SupportedCase['file'],
  id: string,
): Promise<ActionOwner> {
  const [found] = await runner.run<Actor>('action-officer', OFFICER, [authority, id]);
  if (!found) throw badField('ownerId', 'Choose somebody from the list');
  if (!canWorkOn(found, file))
    throw badField('ownerId', `${found.name} cannot work on this case. Choose somebody who can`);
  return { id, name: found.name, email: null };
}

/** Whether this officer could open the case and record that an action on it is done. */
export const canWorkOn = (officer: Actor, file: SupportedCase['file']) =>
  worksCases(officer) && relationTo(officer, file) !== 'none';

/** When an action is due if nobody says: 10 working days, or 10 school days for people outside the council. */
export function usuallyDue(owner: ActionOwner, { calendar, today }: SupportedCase): CalendarDay {
  return lastDayOf({ unit: owner.id ? 'WD' : 'SD', n: 10 }, today, calendar);
}

const OFFICER = `
SELECT id, authority, name, roles, team_id AS "teamId", NULL AS "schoolUrn"
FROM officer WHERE authority = $1 AND id::text = $2 AND active`;
