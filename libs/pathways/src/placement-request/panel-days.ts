import { addDays, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { said } from '../event';
import { type GuardInput } from '../pathway';
import { inForce } from '../policy';
import { placementPolicy } from './policy';

/** The first sitting on this day or later. */
export function panelFrom(day: CalendarDay, context: object): CalendarDay {
  const { everyDays, satOn } = inForce(placementPolicy, context).panel;
  const since = daysBetween(satOn, day) % everyDays;
  if (since === 0) return day;
  return addDays(day, since > 0 ? everyDays - since : -since);
}

/** The sitting after this one. */
const panelAfter = (day: CalendarDay, context: object): CalendarDay =>
  panelFrom(addDays(day, 1), context);

/** The first sitting that leaves time for the papers. */
export const panelForNew = (openedOn: CalendarDay, context: object): CalendarDay =>
  panelFrom(addDays(openedOn, inForce(placementPolicy, context).noticeDays), context);

/** The date that this event gives the request: the one it says, or the sitting after the one it was meant for. */
export function nextDate({ context, event }: GuardInput): CalendarDay {
  return said(event, 'newDate') ?? panelAfter(String(context['panelOn']), context);
}
