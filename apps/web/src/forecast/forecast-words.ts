import { adviserWords } from '@app/casework';
import { type DateAhead, type Driver, type Forecast, LEGS, type WayForward } from '@app/reporting';
import { type Calendar, type CalendarDay, dayAndMonth, plainDay } from '@app/statutory-calendar';

const LEG_WORDS: Readonly<Record<string, string>> = {
  ...LEGS,
  views: 'The family’s views on the draft',
  final: 'Settling and sending the final plan',
  due: 'A date for the meeting',
  arranged: 'The meeting',
  held: 'The report of the meeting',
  report_in: 'The decision on the review',
  amending: 'Sending the changed plan',
};

/** A chance as a whole number of a hundred; never certain, either way. */
export function inHundred(chance: number): number {
  return Math.min(99, Math.max(1, Math.round(chance * 100)));
}

/** The chance in words: 'Likely: about 72 in 100'. */
export function chanceWords(chance: number): string {
  if (chance > 0.99) return 'Almost certain: more than 99 in 100';
  if (chance < 0.01) return 'Very unlikely: less than 1 in 100';
  const degree = DEGREES.find(({ from }) => chance >= from)?.words ?? '';
  return `${degree}: about ${inHundred(chance)} in 100`;
}

const DEGREES = [
  { from: 0.9, words: 'Very likely' },
  { from: 0.6, words: 'Likely' },
  { from: 0.4, words: 'As likely as not' },
  { from: 0.1, words: 'Unlikely' },
  { from: 0, words: 'Very unlikely' },
] as const;

/** The range in which the chance lies; undefined where it is no wider than the number itself. */
export function rangeWords({ low, high }: Pick<Forecast, 'low' | 'high'>): string | undefined {
  const [from, to] = [inHundred(low), inHundred(high)];
  return from === to ? undefined : `Between ${from} and ${to} in 100`;
}

/** The days between which the end is likely, as working days. */
export function betweenWords({ expected }: Forecast, calendar: Calendar): string {
  const [early, late] = workingDays(expected, calendar);
  return early === late
    ? `About ${plainDay(early)}`
    : `${withYear(early, late)} to ${plainDay(late)}`;
}

/** The first and last of these days on which somebody is at work. */
export function workingDays(
  { early, late }: Forecast['expected'],
  calendar: Calendar,
): readonly [CalendarDay, CalendarDay] {
  return [calendar.firstWorkingDayOnOrAfter(early), calendar.firstWorkingDayOnOrAfter(late)];
}

function withYear(early: CalendarDay, late: CalendarDay): string {
  return early.slice(0, 4) === late.slice(0, 4) ? dayAndMonth(early) : plainDay(early);
}

/** What drives a forecast: the leg, or the service in it. */
export function driverWords(
  { leg, service }: Pick<Driver, 'leg' | 'service'>,
  joined = ': ',
): string {
  const words = LEG_WORDS[leg] ?? '';
  return service ? `${words}${joined}${lower(adviserWords(service).service)}` : words;
}

/** How long that has taken, and usually takes. */
export function usualWords({ sofar, half, most }: Driver): string {
  const begun = sofar === null ? 'Still to come' : `${days(sofar)} so far`;
  if (half === null) return `${begun}.`;
  const nine = most === null ? '' : `, nine in ten within ${days(most)}`;
  return `${begun}. Half take up to ${days(half)}${nine}.`;
}

/** The leg in which a case stands. */
export function legWords(leg: string): string {
  return LEG_WORDS[leg] ?? '';
}

/** What would help most, as the words of a link. */
export function actionWords({ type, service, title }: WayForward): string {
  if (type === 'ADVICE_CHASED' && service) return adviserWords(service).chase;
  return OWN_WORDS[type] ?? title;
}

const OWN_WORDS: Readonly<Record<string, string>> = {
  AGREED_TO_ASSESS: 'Decide whether to assess',
  AGREED_TO_ISSUE: 'Decide on a plan',
  CONSULTATION_SENT: 'Start the consultation now',
  REPRESENTATIONS_RECEIVED: 'Ask the family if they have finished',
  DECISION_MAINTAIN: 'Decide on the review',
};

const COSTS = {
  1: 'A call or a message',
  2: 'Work that is due anyway',
  3: 'A decision with a reason',
} as const;

/** What it would do, and what it costs. */
export function effectWords(
  { chance, days: nearer, cost }: WayForward,
  { chance: before = 1, isLate }: DateAhead,
): string {
  const lowers = !isLate && inHundred(before) > inHundred(chance);
  const does = lowers ? `To about ${inHundred(chance)} in 100` : `About ${days(nearer)} sooner`;
  return `${does}. ${COSTS[cost]}.`;
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
