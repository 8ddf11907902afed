import { addDays, type Calendar, daysBetween, TermsNotLoaded } from '@app/statutory-calendar';
import { type Facts, type PathwayEvent, said } from './event';

const LONGEST = 400;

/** The fact `schoolDaysPlanned` of an event that names a last day; nothing where the school's terms are not known. */
export function plannedDays(
  event: Pick<PathwayEvent, 'occurredOn' | 'payload'>,
  calendar: Calendar,
): Pick<Facts, 'schoolDaysPlanned'> {
  const [start, end] = [said(event, 'startOn') ?? event.occurredOn, said(event, 'endOn')];
  if (!end || end < start || daysBetween(start, end) > LONGEST) return {};
  try {
    const days = Array.from({ length: daysBetween(start, end) }, (_, i) => addDays(start, i + 1));
    return { schoolDaysPlanned: days.filter((day) => calendar.isSchoolDay(day)).length };
  } catch (error) {
    if (error instanceof TermsNotLoaded) return {};
    throw error;
  }
}
