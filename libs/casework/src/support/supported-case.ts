import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type Protected } from '@app/access';
import { type PathwayState } from '@app/pathways';

/** The case that something is kept beside, as somebody has opened it. */
export interface SupportedCase {
  readonly file: Protected & {
    readonly id: string;
    readonly state: PathwayState;
    readonly open: boolean;
    readonly openedOn: CalendarDay;
  };
  readonly calendar: Calendar;
  readonly today: CalendarDay;
}
