import { addMonths, type CalendarDay, laterOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nthCountingDay } from '../limit/counting-days';

/** The time for appealing to the First-tier Tribunal. */
export interface AppealWindow {
  /** Two months from the decision or one from the certificate, before rule 12 moves it. */
  readonly unrolledEnd: CalendarDay;
  /** Last day on which the Tribunal may receive the appeal, by 5pm. */
  readonly lastDay: CalendarDay;
}

/**
 * SI 2008/2699 r 20(1)(c) with r 12(2)-(3): the later of 2 months from the decision being sent and
 * 1 month from the mediation certificate; ending in August, the first working day of September;
 * ending 25 December to 1 January, the first working day after 1 January; otherwise the next
 * working day. Only the Tribunal's own rules roll like this. Throws NotACalendarDay.
 */
export function appealWindow(
  decisionSent: CalendarDay,
  mediationCertificateIssued: CalendarDay | undefined,
  calendar: Calendar,
): AppealWindow {
  const twoMonths = addMonths(decisionSent, 2);
  const unrolledEnd = mediationCertificateIssued
    ? laterOf(twoMonths, addMonths(mediationCertificateIssued, 1))
    : twoMonths;
  return { unrolledEnd, lastDay: tribunalDay(unrolledEnd, calendar) };
}

/** Rule 12: where a time for starting an appeal ends, moved past August, Christmas, weekends and holidays. */
export function tribunalDay(day: CalendarDay, calendar: Calendar): CalendarDay {
  return calendar.firstWorkingDayOnOrAfter(afterRecess(day));
}

/**
 * SI 2008/2699 r 21 with r 12(3)(b): 30 working days, August and 25 December to 1 January not
 * counted at all. A date in the Tribunal's directions wins.
 */
export function appealResponseDue(received: CalendarDay, calendar: Calendar): CalendarDay {
  return nthCountingDay(received, 30, (day) => calendar.isWorkingDay(day) && !isRecess(day));
}

function isRecess(day: CalendarDay): boolean {
  const monthAndDay = day.slice(5);
  return monthAndDay.startsWith('08-') || monthAndDay >= '12-25' || monthAndDay === '01-01';
}

function afterRecess(day: CalendarDay): CalendarDay {
  if (!isRecess(day)) return day;
  const year = Number(day.slice(0, 4));
  if (day.slice(5, 7) === '08') return `${year}-09-01`;
  return `${day.slice(5, 7) === '12' ? year + 1 : year}-01-02`;
}
