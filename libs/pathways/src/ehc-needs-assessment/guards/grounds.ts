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

/** Whether a ground holds on its dates; the words name the date that fails. */
interface Ground {
  readonly holds: boolean;
  readonly why: string;
}

const SIX_WEEKS = 42;
const DAYS_ON_DRAFT = 15;
const no = (why: string): Ground => ({ holds: false, why });

/** Regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3) tested on their dates (rule book 1.2 and 2.3). */
export function groundOf(input: GuardInput): Ground {
  switch (input.event.payload['category']) {
    case 'school_closed':
    case 'early_years_closed':
      return closed(input);
    case 'absent':
      return away(input);
    case 'exceptional_circumstances':
      return {
        holds: Boolean(input.event.payload['because']),
        why: 'Say how the circumstances affected the child or the parent and caused the delay. Workload, staffing and panel dates are not within the words of the law',
      };
    case 'missed_appointment':
      return missedAppointment(input);
    case 'views_late':
      return viewsLate(input);
    default:
      return no('Select one of the reasons that the law knows');
  }
}

function closed({ event }: GuardInput): Ground {
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

function away(input: GuardInput): Ground {
  const [from, to] = [said(input.event, 'absentFrom'), said(input.event, 'absentTo')];
  if (!from || !to) return no('Give the first and the last day away');
  if (to < from) return no('The last day away must not be before the first');
  const tested = datesOf(input.event).map((date) => awayFrom(input, date, [from, to]));
  return tested.find(({ holds }) => !holds) ?? tested[0]!;
}

type Away = readonly [from: CalendarDay, to: CalendarDay];

const WEEKS: Readonly<Record<Exclude<ExcusableDate, 'order'>, number>> = {
  w6: 6,
  w16: 16,
  w20: 20,
  reassess_final: 14,
  advice_due: 6,
};

function awayFrom(input: GuardInput, date: ExcusableDate, [from, to]: Away): Ground {
  if (date === 'order') return awayFromOrder(input, from, to);
  const start = startOf(input, date);
  if (!start) return no(NOT_RUNNING[date] ?? NO_DATE);
  const { groundAvailable, why } = absenceGround({
    requestReceived: start,
    absentFrom: from,
    absentToInclusive: to,
    limitWeeks: WEEKS[date],
  });
  return { holds: groundAvailable, why };
}

const NO_DATE = 'That date does not run on this case';
const NOT_RUNNING: Readonly<Partial<Record<ExcusableDate, string>>> = {
  advice_due: 'Say which adviser: their 6 weeks count from the day they were asked',
  reassess_final: 'The family has not been told of a reassessment yet',
};

/** The day from which a limit counts; undefined where it does not run here. */
function startOf({ context, event }: GuardInput, date: ExcusableDate): CalendarDay | undefined {
  if (date === 'advice_due') return askedOnDay(context, said(event, 'adviser') ?? '');
  if (date === 'reassess_final')
    return (context['agreedOn'] ?? undefined) as CalendarDay | undefined;
  return String(context['receivedOn']);
}

const ORDER_WEEKS: Readonly<Record<string, number>> = {
  assessment: 14,
  plan: 11,
  decision: 2,
  content: 5,
  school_name: 2,
};
const TWO_WEEKS = 14;

/** Regulation 44(3): two weeks away are enough once the Tribunal has ordered something. */
function awayFromOrder({ context }: GuardInput, from: CalendarDay, to: CalendarDay): Ground {
  const [madeOn, why] = [context['reopenedOn'], context['reopenedFor']];
  const weeks = ORDER_WEEKS[String(why)];
  if (typeof madeOn !== 'string' || !weeks) return no('No order or agreement sets a date here');
  const ground = absenceGround({
    requestReceived: madeOn,
    absentFrom: from,
    absentToInclusive: to,
    limitWeeks: weeks,
    leastDays: TWO_WEEKS,
  });
  return { holds: ground.groundAvailable, why: ground.why };
}

/** The day on which the request reached this adviser; undefined for one who was not asked. */
function askedOnDay(context: GuardInput['context'], adviser: string): CalendarDay | undefined {
  const asked = (context['asked'] ?? {}) as Readonly<Record<string, string>>;
  const wasAsked =
    ((context['awaiting'] ?? []) as readonly string[]).includes(adviser) ||
    Object.keys(context['received'] ?? {}).includes(adviser);
  return asked[adviser] ?? (wasAsked ? (context['askedOn'] as CalendarDay | undefined) : undefined);
}

function missedAppointment({ context, event }: GuardInput): Ground {
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

/** Regulation 44(3): the family asks, after its 15 days, to give views, to meet, or for a school to be named. */
function viewsLate({ context, event }: GuardInput): Ground {
  const [askedOn, served] = [said(event, 'viewsAskedOn'), context['draftServedOn']];
  if (!askedOn) return no('Give the day on which the family asked');
  if (typeof served !== 'string') return no('No draft has gone to the family');
  const end = addDays(served, DAYS_ON_DRAFT - 1);
  return {
    holds: askedOn > end,
    why: `The family must have asked after its 15 days, which ended on ${longDay(end)}`,
  };
}
