import { type CalendarDay, schoolLeavingDay, schoolYearOf } from '@app/statutory-calendar';
import { type PastStep } from './clock-rule';

const LAST_YEAR_GROUP = 11;

/** The day on which the child of this step stops being of compulsory school age: the last Friday of June in Year 11. */
export function lastFridayOfJune({ event, context }: PastStep): CalendarDay {
  const yearsToGo = Math.max(0, LAST_YEAR_GROUP - Number(context['ncYear']));
  return schoolLeavingDay(schoolYearOf(event.occurredOn) + yearsToGo);
}

/** Whether the year group is known and school leaving age still lies ahead. */
export const beforeLeavingAge = ({ context }: PastStep) =>
  typeof context['ncYear'] === 'number' && context['ncYear'] <= LAST_YEAR_GROUP;
