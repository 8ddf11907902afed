import { type CalendarDay, laterOf } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { nthCountingDay } from '../limit/counting-days';
import { lastDayOf, type Limit } from '../limit/limit';

/** The time for appealing to the First-tier Tribunal. */
export interface AppealWindow {
  /** Two months from the decision or one from the certificate, before rule 12 moves it. */
  readonly unrolledEnd: CalendarDay;
  /** Last day on which the Tribunal may receive the appeal, by 5pm. */
  readonly lastDay: CalendarDay;
}

/** SI 2008/2699 r 20(1)(c): from the decision being sent, and from the mediation certificate. */
export const APPEAL_LIMITS = {
  due: { unit: 'months', n: 2 },
  certificate: { unit: 'months', n: 1 },
} as const satisfies Record<string, Limit>;

/** SI 2008/2699 r 21. */
export const RESPONSE_LIMIT = { unit: 'WD', n: 30 } as const satisfies Limit;

/** The two days from which the time to appeal can run out; the later one counts, moved on as rule 12 says. */
export function appealWindow(
  twoMonths: CalendarDay,
  afterCertificate: CalendarDay | undefined,
  calendar: Calendar,
): AppealWindow {
  const unrolledEnd = afterCertificate ? laterOf(twoMonths, afterCertificate) : twoMonths;
  return { unrolledEnd, lastDay: tribunalDay(unrolledEnd, calendar) };
}

/**
 * Rule 12(2)-(3): where a time for starting an appeal ends, moved past August (to the first working day of September),
 * past 25 December to 1 January, and past weekends and holidays. Only the Tribunal's own rules roll like this.
 */
export function tribunalDay(day: CalendarDay, calendar: Calendar): CalendarDay {
  return calendar.firstWorkingDayOnOrAfter(afterRecess(day));
}

/**
 * SI 2008/2699 r 21 with r 12(3)(b): 30 working days, August and 25 December to 1 January not
 * counted at all. A date in the Tribunal's directions wins.
 */
export function appealResponseDue(received: CalendarDay, calendar: Calendar): CalendarDay {
  return workingDaysOutsideRecess(RESPONSE_LIMIT.n, received, calendar);
}

/** The nth working day after a day, the Tribunal's recesses not counted. */
export function workingDaysOutsideRecess(
  n: number,
  received: CalendarDay,
  calendar: Calendar,
): CalendarDay {
  return nthCountingDay(received, n, (day) => calendar.isWorkingDay(day) && !isRecess(day));
}

/**
 * The last day on which an appeal could still be in time when nobody has confirmed that there is no mediation
 * certificate: one asked for on the last day of two months is issued within three working days and gives a month.
 */
export function safeHoldDay(decisionSent: CalendarDay, calendar: Calendar): CalendarDay {
  const asked = lastDayOf(APPEAL_LIMITS.due, decisionSent, calendar);
  const issuedBy = lastDayOf(CERTIFICATE_ISSUED, asked, calendar);
  return tribunalDay(lastDayOf(APPEAL_LIMITS.certificate, issuedBy, calendar), calendar);
}

/** SI 2014/1530 regs 34 and 39. */
export const CERTIFICATE_ISSUED = { unit: 'WD', n: 3 } as const satisfies Limit;

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
