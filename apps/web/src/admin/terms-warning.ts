import { type CalendarRecord } from '@app/people';
import { addDays, type CalendarDay, plainDay } from '@app/statutory-calendar';

const AHEAD = 60; // days: time enough for a council to publish and load the next year

/** The last day of the last term that is loaded; undefined when there is none. */
export function loadedTo({ terms }: Pick<CalendarRecord, 'terms'>): CalendarDay | undefined {
  return terms
    .map(([, last]) => last)
    .sort()
    .at(-1);
}

/** Words for each calendar whose terms end within 60 days: dates in school days cannot be worked out past them. */
export function termsWarnings(calendars: readonly CalendarRecord[], today: CalendarDay): string[] {
  if (!calendars.length)
    return ['No term dates are loaded, so no date in school days can be worked out.'];
  return calendars.flatMap((calendar) => {
    const last = loadedTo(calendar);
    if (last && last >= addDays(today, AHEAD)) return [];
    const { name, isDefault, schools } = calendar;
    const whose = isDefault
      ? 'all schools without their own'
      : `${schools} ${schools === 1 ? 'school' : 'schools'}`;
    return [
      `Term dates are loaded only to ${last ? plainDay(last) : 'no day at all'} for ${name} (${whose}).`,
    ];
  });
}
