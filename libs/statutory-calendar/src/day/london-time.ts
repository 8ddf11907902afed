import { calendarDay, type CalendarDay, dayNumberOf } from './calendar-day';
import { fromDayNumber, toDayNumber } from './day-number';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** The civil date in Europe/London at an instant, whatever the time zone of the machine. */
export function londonDay(instant: Date): CalendarDay {
  return calendarDay(fromDayNumber(Math.floor(londonMilliseconds(instant) / DAY)));
}

/** '2:12pm', '10am', 'midday' or 'midnight': the time in Europe/London at an instant. */
export function londonTime(instant: Date): string {
  const [hour, minute] = londonClock(instant).split(':').map(Number) as [number, number];
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** '14:12': the 24-hour time in Europe/London at an instant. */
export function londonClock(instant: Date): string {
  const ofDay = ((londonMilliseconds(instant) % DAY) + DAY) % DAY;
  const hour = String(Math.floor(ofDay / HOUR)).padStart(2, '0');
  return `${hour}:${String(Math.floor((ofDay % HOUR) / 60_000)).padStart(2, '0')}`;
}

/**
 * The instant at which clocks in London show that day and time ('HH:MM'). In the hour that does not
 * exist it is an hour later; in the hour that comes twice it is the first. Throws RangeError.
 */
export function londonInstant(day: CalendarDay, time: string): Date {
  const parts = TIME.exec(time);
  if (!parts) throw new RangeError(`“${time}” is not a time. Write hours and minutes, like 08:30.`);
  const asIfUtc = dayNumberOf(day) * DAY + Number(parts[1]) * HOUR + Number(parts[2]) * 60_000;
  return new Date(isSummerTime(asIfUtc - HOUR) ? asIfUtc - HOUR : asIfUtc);
}

function londonMilliseconds(instant: Date): number {
  const utc = instant.getTime();
  if (Number.isNaN(utc)) throw new RangeError('That is not an instant in time.');
  return isSummerTime(utc) ? utc + HOUR : utc;
}

/** Summer Time Act 1972 s 1 as it stands since 1995: last Sundays of March and October, 1am GMT. */
function isSummerTime(utc: number): boolean {
  const { year } = fromDayNumber(Math.floor(utc / DAY));
  return utc >= lastSunday(year, 3) * DAY + HOUR && utc < lastSunday(year, 10) * DAY + HOUR;
}

function lastSunday(year: number, month: number): number {
  const monthEnd = toDayNumber({ year, month, date: 31 });
  return monthEnd - ((((monthEnd + 4) % 7) + 7) % 7);
}
