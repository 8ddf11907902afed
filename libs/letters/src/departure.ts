import { addDays, type Calendar, londonDay, londonInstant } from '@app/statutory-calendar';
import { type Channel } from './notice';

const LETTERS_WAIT_MINUTES = 15;
const OPENS = '08:00';
const CLOSES = '19:00';
const MORNING = '08:30';

/**
 * When a message may leave (handbook annex c). A letter waits 15 minutes, so that it can still be stopped. Nothing
 * reaches people outside between 7pm and 8am or on a day on which the office is shut: it waits until 8:30am of the
 * next working day. A line in the app is there at once.
 */
export function departureOf(now: Date, channel: Channel, calendar: Calendar): Date {
  if (channel === 'in_app') return now;
  const wait = channel === 'letter' ? LETTERS_WAIT_MINUTES * 60_000 : 0;
  const ready = new Date(now.getTime() + wait);
  const day = londonDay(ready);
  const isQuiet = ready < londonInstant(day, OPENS) || ready >= londonInstant(day, CLOSES);
  if (!isQuiet && calendar.isWorkingDay(day)) return ready;
  const from = ready >= londonInstant(day, CLOSES) ? addDays(day, 1) : day;
  return londonInstant(calendar.firstWorkingDayOnOrAfter(from), MORNING);
}
