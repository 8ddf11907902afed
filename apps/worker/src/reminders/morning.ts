import { type Calendar, type CalendarDay } from '@app/statutory-calendar';

/** One authority's morning. */
export interface Morning {
  readonly authority: string;
  readonly day: CalendarDay;
  readonly calendar: Calendar;
}
