import { type OpenedCase, type VisitRow } from '@app/casework';
import { dayAndMonth } from '@app/statutory-calendar';

/** 'Planned from January to March: 6 contacts (targeted support). 2 held, 4 to go by 31 March.' Empty where nothing is planned. */
export function contactsWords(
  { file, pathway, history, today, calendar }: OpenedCase,
  visits: readonly VisitRow[],
): string {
  const given = history.find(({ type }) => type === 'ALLOCATED');
  if (!file.open || !given) return '';
  const { weight } = given.payload;
  const said = typeof weight === 'string' ? weight : '';
  const plan = pathway.plannedContacts?.(file.state, said, today, calendar);
  if (!plan) return '';
  const held = visits.filter(
    ({ state, kind, attended, onDay }) =>
      state === 'done' &&
      kind !== 'no_access' &&
      attended !== false &&
      onDay >= plan.from &&
      onDay <= plan.to,
  ).length;
  const more = plan.accompanied
    ? `, and ${counted(plan.accompanied, 'visit')} to the next school together`
    : '';
  const all = plan.contacts + plan.accompanied;
  const left = held < all ? `${all - held} to go by ${dayAndMonth(plan.to)}` : 'none to go';
  return `Planned ${plan.part}: ${counted(plan.contacts, 'contact')}${more} (${plan.support}). ${held} held, ${left}.`;
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
