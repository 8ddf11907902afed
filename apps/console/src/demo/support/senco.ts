import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { OFFICERS } from '../people/officers';
import { type Kept } from './support';

const ASKED = 6;
const MOST = 4;
const ASKS = [
  'Send the attendance of the last six weeks',
  'Show the child the quiet room and who is there',
  'Ask the class teacher what helps, and send it',
  'Agree with the family who they ring at school',
] as const;

/** What a SENCO with an account is to do for children of the school: one of it late. */
export function sencoActions(
  { child, opening }: Journey,
  today: CalendarDay,
  given: number,
): Kept[] {
  const senco = OFFICERS.find(
    ({ roles, schoolUrn }) => roles.includes('school_senco') && schoolUrn === child.urn,
  );
  if (!senco || given >= MOST) return [];
  const planned = addDays(today, -ASKED);
  const on = opening.on > planned ? opening.on : planned;
  const dueOn = addDays(on, ASKED - 2 + given * 4);
  const form = { text: ASKS[given % ASKS.length], ownerId: `@${senco.key}`, dueOn };
  return [{ on, by: 'marguerite', form }];
}
