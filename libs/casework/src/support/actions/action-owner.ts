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
  /** Somebody of the council, who counts in working days. */
  readonly inCouncil: boolean;
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
  subject: SupportedCase,
  { ownerId, ownerName, ownerEmail }: TypedOwner,
): Promise<ActionOwner> {
  if (ownerId && (ownerName || ownerEmail))
    throw badField('ownerId', 'Choose an officer or name somebody else, not both');
  if (ownerId) return officerOf(runner, actor, subject, ownerId);
  if (!ownerName && !ownerEmail) throw badField('ownerId', 'Say who will do it');
  if (!ownerName) throw badField('ownerName', 'Enter the name of the person');
  if (!ownerEmail || !EMAIL.test(ownerEmail))
    throw badField('ownerEmail', 'Enter an e-mail address, like name@example.org');
  return { id: null, name: ownerName, email: ownerEmail, inCouncil: false };
}

async function officerOf(
  runner: Runner,
  { authority }: Actor,
  { file, today }: SupportedCase,
  id: string,
): Promise<ActionOwner> {
  const [found] = await runner.run<Actor>('action-officer', OFFICER, [authority, id]);
  if (!found) throw badField('ownerId', 'Choose somebody from the list');
  if (!canBeAsked({ ...found, day: today }, file))
    throw badField('ownerId', `${found.name} cannot work on this case. Choose somebody who can`);
  return { id, name: found.name, email: null, inCouncil: found.schoolUrn === null };
}

/** Whether this officer can be asked to do something on the case: they work on it, or speak for the child's school. */
export function canBeAsked(officer: Actor, file: SupportedCase['file']): boolean {
  const relation = relationTo(officer, file);
  return relation === 'own_school' || (relation !== 'none' && worksCases(officer));
}

/** When an action is due if nobody says: 10 working days, or 10 school days for people outside the council. */
export function usuallyDue(owner: ActionOwner, { calendar, today }: SupportedCase): CalendarDay {
  return lastDayOf({ unit: owner.inCouncil ? 'WD' : 'SD', n: 10 }, today, calendar);
}

const OFFICER = `
SELECT id, authority, name, roles, team_id AS "teamId", school_urn AS "schoolUrn"
FROM officer WHERE authority = $1 AND id::text = $2 AND active`;
