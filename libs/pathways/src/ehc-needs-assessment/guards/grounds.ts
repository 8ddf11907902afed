import {
  absenceGround,
  addDays,
  type CalendarDay,
  closureGround,
  daysBetween,
  earlierOf,
  laterOf,
  longDay,
} from '@app/statutory-calendar';
import { said } from '../../event';
import { type GuardInput } from '../../pathway';
import { type ExcusableDate } from '../events/exceptions';

/** Whether a ground holds on its dates; the words name the date that fails. */
interface Ground {
  readonly holds: boolean;
  readonly why: string;
}

const WEEKS: Readonly<Record<Exclude<ExcusableDate, 'order'>, number>> = {
  w6: 6,
  w16: 16,
  w20: 20,
};
const SIX_WEEKS = 42;
const no = (why: string): Ground => ({ holds: false, why });

/** Regulations 5(4), 8(2), 10(4), 13(3) and 44(3) tested on their dates (rule book 1.2 and 2.3). */
export function groundOf(input: GuardInput): Ground {
  switch (input.event.payload['category']) {
    case 'school_closed':
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
      'Give the day the head teacher was asked, the first day closed and the day the school reopens',
    );
  if (reopens <= closedFrom) return no('The school must reopen after the first day it was closed');
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
  const dates = (input.event.payload['dates'] ?? []) as readonly ExcusableDate[];
  const tested = (dates.length ? dates : (['w20'] as const)).map((date) =>
    date === 'order' ? awayFromOrder(input, from, to) : awayFromLimit(input, from, to, WEEKS[date]),
  );
  return tested.find(({ holds }) => !holds) ?? tested[0]!;
}

function awayFromLimit(
  { context }: GuardInput,
  absentFrom: CalendarDay,
  absentToInclusive: CalendarDay,
  limitWeeks: number,
): Ground {
  const { groundAvailable, why } = absenceGround({
    requestReceived: String(context['receivedOn']),
    absentFrom,
    absentToInclusive,
    limitWeeks,
  });
  return { holds: groundAvailable, why };
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
  const end = addDays(madeOn, 7 * weeks);
  const inside = daysBetween(laterOf(madeOn, from), earlierOf(end, to)) + 1;
  const days = Math.max(0, inside);
  const words = `Away for ${days} ${days === 1 ? 'day' : 'days'} in a row from ${longDay(madeOn)} to ${longDay(end)}.`;
  return days >= TWO_WEEKS
    ? { holds: true, why: words }
    : no(`${words} The ground needs at least ${TWO_WEEKS}.`);
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
