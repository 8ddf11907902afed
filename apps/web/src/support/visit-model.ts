import { VISIT_KINDS, type VisitRow } from '@app/casework';
import { shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** A visit as a row of the list; a planned one leads to the form that records it. */
export function visitRow(visit: VisitRow, reference: string, mayWork: boolean) {
  const { id, kind, state, onDay, place, minutes, attended, note, by } = visit;
  return {
    kind: VISIT_KINDS[kind],
    day: shortDay(onDay),
    place,
    minutes: minutes === null ? '' : `${minutes} minutes`,
    attended: attended === null ? '' : attended ? 'Came' : 'Did not come',
    note,
    by,
    recordHref: mayWork && state === 'planned' ? paths.support.visit(reference, id) : undefined,
  };
}

/** 'Held: 3 with the child, 2 with others, 145 minutes in all. Somebody did not come once.' */
export function visitTotals(visits: readonly VisitRow[]): string {
  const held = visits.filter(({ state }) => state === 'done');
  if (!held.length) return '';
  const direct = held.filter(({ kind }) => kind === 'direct_child').length;
  const minutes = held.reduce((sum, visit) => sum + (visit.minutes ?? 0), 0);
  const missed = held.filter(
    ({ attended, kind }) => attended === false || kind === 'no_access',
  ).length;
  const parts = [
    `Held: ${direct} with the child, ${held.length - direct} with others, ${minutes.toLocaleString('en-GB')} minutes in all.`,
    missed > 0 && `Somebody could not be seen ${missed === 1 ? 'once' : `${missed} times`}.`,
  ];
  return parts.filter(Boolean).join(' ');
}
