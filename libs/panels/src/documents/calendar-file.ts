import { londonDay, londonTime, longDay } from '@app/statutory-calendar';
import {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  default as ical,
} from 'ical-generator';
import { type CalendarFeed, type FeedSitting } from './calendar-models';

const HOUR = 3600;

/**
 * The sittings as an iCalendar file. A moved sitting keeps its identifier and gets a higher sequence, so a
 * calendar moves it instead of showing two; a cancelled one stays in the feed as cancelled. Instants are
 * written in UTC: each calendar shows them at the London time whether clocks have changed or not.
 */
export function calendarFile({ name, host, sittings }: CalendarFeed): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Causeway', product: 'Panels', language: 'EN' },
    ttl: HOUR,
  });
  for (const sitting of sittings) calendar.createEvent(eventOf(sitting, host));
  return calendar.toString();
}

const eventOf = (sitting: FeedSitting, host: string) => ({
  id: `${sitting.id}@${host}`,
  sequence: sitting.version,
  start: sitting.startsAt,
  end: sitting.endsAt,
  stamp: sitting.changedAt,
  lastModified: sitting.changedAt,
  summary: sitting.isCancelled ? `Cancelled: ${sitting.panel}` : sitting.panel,
  description: notes(sitting),
  location: sitting.room,
  status: sitting.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  transparency: sitting.isCancelled
    ? ICalEventTransparency.TRANSPARENT
    : ICalEventTransparency.OPAQUE,
});

function notes({ movedFrom, isCancelled }: FeedSitting): string {
  if (isCancelled) return 'This sitting was cancelled. Its items go to the next one.';
  const moved = movedFrom
    ? `Moved from ${longDay(londonDay(movedFrom))}, ${londonTime(movedFrom)}. `
    : '';
  return `${moved}Sign in to Causeway to read the items that are for you.`;
}
