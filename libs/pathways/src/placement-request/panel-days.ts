import { addDays, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { placementPolicy } from './policy';

const { everyDays, satOn } = placementPolicy.panel;

/** The first sitting on this day or later. */
export function panelFrom(day: CalendarDay): CalendarDay {
  const since = daysBetween(satOn, day) % everyDays;
  if (since === 0) return day;
  return addDays(day, since > 0 ? everyDays - since : -since);
}

/** The sitting after this one. */
export const panelAfter = (day: CalendarDay): CalendarDay => panelFrom(addDays(day, 1));

/** The first sitting that leaves time for the papers. */
export const panelForNew = (openedOn: CalendarDay): CalendarDay =>
  panelFrom(addDays(openedOn, placementPolicy.noticeDays));
