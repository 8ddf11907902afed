import { adviserWords, stateOfClock } from '@app/casework';
import { type DigestLine } from '@app/letters';
import { pathwayNamed, type Regions } from '@app/pathways';
import { type Calendar, type CalendarDay, daysBetween } from '@app/statutory-calendar';

/** An open clock with its case, as digests read it. */
export interface OpenClock {
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly regions: Regions;
  readonly ownerId: string | null;
  readonly coverId: string | null;
  readonly teamId: string | null;
  readonly code: string;
  readonly subject: string;
  readonly rule: string | null;
  readonly basis: 'statutory' | 'guidance' | 'local';
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly sends: string | null;
}

const LEGAL_WARNING_DAYS = 5;
const LAST_QUARTER = 0.25;

/** Red: past its day. Amber: 5 working days or fewer of a legal date, a quarter or less of a local one. */
export function isWorthSaying(clock: OpenClock, day: CalendarDay, calendar: Calendar): boolean {
  if (clock.basis === 'statutory' && clock.sends) return false; // the family’s own time: nobody can be late with it
  if (clock.dueOn <= day) return true;
  if (clock.basis === 'statutory')
    return calendar.workingDaysBetween(day, clock.dueOn) <= LEGAL_WARNING_DAYS;
  return daysBetween(day, clock.dueOn) <= LAST_QUARTER * daysBetween(clock.anchor, clock.dueOn);
}

/** A date of law that was missed. */
export const isBreach = ({ basis, sends, dueOn }: OpenClock, day: CalendarDay) =>
  basis === 'statutory' && !sends && dueOn < day;

/** Nobody holds the case, and the time to find somebody has passed. */
export const isUnallocated = ({ code, dueOn }: OpenClock, day: CalendarDay) =>
  (code === 'alloc_sla' || code === 'realloc_sla') && dueOn < day;

export function digestLineOf(clock: OpenClock, day: CalendarDay, calendar: Calendar): DigestLine {
  const { reference, dueOn } = clock;
  const state = stateOfClock({ ...clock, status: 'open', endedOn: null }, { today: day, calendar });
  return { reference, what: labelOf(clock), dueOn, left: state.words, overdue: dueOn < day };
}

function labelOf({ pathway, pathwayVersion, code, subject }: OpenClock): string {
  if (code === 'advice_due' && subject) return adviserWords(subject).advice;
  const rule = pathwayNamed(pathway, pathwayVersion).clocks.find((it) => it.code === code);
  return rule?.label ?? 'A date';
}
