import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Journey } from '../journey';
import { type Kept } from './support';

const HEAD = 'zillah';
const IN_CARE: readonly string[] = ['cla', 'previously_cla'];
const ASKED = 12;
const ASKS = [
  'Send the personal education plan to whoever holds this case',
  'Ask the social worker who signs for the council',
  'Come to the next meeting about this child, or send a note',
  'Say how the pupil premium plus is used this term',
] as const;

/** What the virtual school has taken on for a child in care: some of it late. */
export function virtualSchoolActions(
  { child, opening }: Journey,
  today: CalendarDay,
  nth: number,
): Kept[] {
  if (!IN_CARE.includes(child.careStatus)) return [];
  const planned = addDays(today, -ASKED);
  const on = opening.on > planned ? opening.on : planned;
  const dueOn = addDays(on, ASKED - 4 + (nth % 4) * 4);
  const form = { text: ASKS[nth % ASKS.length], ownerId: `@${HEAD}`, dueOn };
  return [{ on, by: HEAD, form }];
}
