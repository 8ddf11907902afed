import { addDays, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { said } from '../event';
import { type GuardInput } from '../pathway';
import { placementPolicy } from './policy';

const { everyDays, satOn } = placementPolicy.panel;

/** The first sitting on this day or later. */
export function panelFrom(day: CalendarDay): CalendarDay {
  const since = daysBetween(satOn, day) % everyDays;
  if (since === 0) return day;
  return addDays(day, since > 0 ? everyDays - since : -since);
}

/** The sitting after this one. */
const panelAfter = (day: CalendarDay): CalendarDay => panelFrom(addDays(day, 1));

/** The first sitting that leaves time for the papers. */
export const panelForNew = (openedOn: CalendarDay): CalendarDay =>
  panelFrom(addDays(openedOn, placementPolicy.noticeDays));

/** The date that this event gives the request: the one it says, or the sitting after the one it was meant for. */
export function nextDate({ context, event }: GuardInput): CalendarDay {
  return said(event, 'newDate') ?? panelAfter(String(context['panelOn']));
}
