import {
  absenceGround,
  addDays,
  type CalendarDay,
  closureGround,
  longDay,
} from '@app/statutory-calendar';
import { said } from '../../event';
import { type GuardInput } from '../../pathway';
import { type ExcusableDate } from '../events/exceptions';
import { datesOf } from '../excuses';
import { askedOnDay, limitOf } from './limits';

/** Whether a ground holds on its dates; the words name the date that fails. */
export interface Ground {
  readonly holds: boolean;
  readonly why: string;
}

const SIX_WEEKS = 42;
const DAYS_ON_DRAFT = 15;

export const no = (why: string): Ground => ({ holds: false, why });

/** Something that only a person can judge: it must be said in words. */
export const saidWhy = (input: GuardInput, why: string): Ground => ({
  holds: Boolean(input.event.payload['because']),
  why,
});

/** Closed for 4 weeks, and asked for advice around it. */
export function closed({ event }: GuardInput): Ground {
  const [closedFrom, reopens, asked] = [
    said(event, 'schoolClosedFrom'),
    said(event, 'schoolReopens'),
    said(event, 'adviceRequestedOn'),
  ];
  if (!closedFrom || !reopens || !asked)
    return no(
      'Give the day the head teacher or the setting was asked, the first day closed and the day it reopens',
    );
  if (reopens <= closedFrom) return no('It must reopen after the first day it was closed');
  const { groundAvailable, why } = closureGround({
    schoolClosedFrom: closedFrom,
    schoolReopens: reopens,
    adviceRequestedFromHead: asked,
  });
  return { holds: groundAvailable, why };
}

/** Away so many days in a row, inside the limit of every date that is named. */
export function away(input: GuardInput, leastDays: (date: ExcusableDate) => number): Ground {
  const [from, to] = [said(input.event, 'absentFrom'), said(input.event, 'absentTo')];
  if (!from || !to) return no('Give the first and the last day away');
  if (to < from) return no('The last day away must not be before the first');
  return failing(datesOf(input.event), (date) =>
    awayWithin(input, date, { away: [from, to], leastDays: leastDays(date) }),
  );
}

interface Away {
  readonly away: readonly [from: CalendarDay, to: CalendarDay];
  readonly leastDays: number;
}

function awayWithin(
  input: GuardInput,
  date: ExcusableDate,
  { away: [absentFrom, absentToInclusive], leastDays }: Away,
): Ground {
  const limit = limitOf(input, date);
  if (typeof limit === 'string') return no(limit);
  const { start: requestReceived, weeks: limitWeeks } = limit;
  const facts = { requestReceived, absentFrom, absentToInclusive, limitWeeks, leastDays };
  const { groundAvailable, why } = absenceGround(facts);
  return { holds: groundAvailable, why };
}

/** The first date for which a test fails, or what is said of the first one. */
function failing(dates: readonly ExcusableDate[], test: (date: ExcusableDate) => Ground): Ground {
  const tested = dates.map(test);
  return tested.find(({ holds }) => !holds) ?? tested[0]!;
}

/** An appointment that was missed inside the six weeks of the adviser. */
export function missedAppointment({ context, event }: GuardInput): Ground {
  const appointment = said(event, 'appointmentOn');
  if (!appointment) return no('Give the date of the missed appointment');
  const askedOn = askedOnDay(context, said(event, 'adviser') ?? '');
  if (!askedOn) return { holds: true, why: 'The appointment was missed' };
  const end = addDays(askedOn, SIX_WEEKS);
  return {
    holds: appointment >= askedOn && appointment <= end,
    why: `The appointment must lie in the adviser’s six weeks, from ${longDay(askedOn)} to ${longDay(end)}`,
  };
}

/** The same for other dates, where newer law gives it: inside the limit of each of them. */
export function missedInside(input: GuardInput): Ground {
  const appointment = said(input.event, 'appointmentOn');
  if (!appointment) return no('Give the date of the missed appointment');
  return failing(datesOf(input.event), (date) => {
    const limit = limitOf(input, date);
    if (typeof limit === 'string') return no(limit);
    const end = addDays(limit.start, 7 * limit.weeks);
    return {
      holds: appointment >= limit.start && appointment <= end,
      why: `The appointment must lie inside the ${limit.weeks} weeks, from ${longDay(limit.start)} to ${longDay(end)}`,
    };
  });
}

/** Regulation 44(3): the family asks, after its 15 days, to give views, to meet, or for a school to be named. */
export function viewsLate({ context, event }: GuardInput): Ground {
  const [askedOn, served] = [said(event, 'viewsAskedOn'), context['draftServedOn']];
  if (!askedOn) return no('Give the day on which the family asked');
  if (typeof served !== 'string') return no('No draft has gone to the family');
  const end = addDays(served, DAYS_ON_DRAFT - 1);
  return {
    holds: askedOn > end,
    why: `The family must have asked after its 15 days, which ended on ${longDay(end)}`,
  };
}
