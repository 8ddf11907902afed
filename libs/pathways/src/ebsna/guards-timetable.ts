import { addDays, daysBetween, longDay, weekdayOf } from '@app/statutory-calendar';
import { mayDo } from '../building-blocks';
import { type PathwayEvent, said } from '../event';
import { type Guard, type GuardInput } from '../pathway';
import { countOf } from '../clock-settings';
import { inForce } from '../policy';
import { ebsnaPolicy } from './policy';

const longestWeeks = ({ context }: GuardInput) =>
  inForce(ebsnaPolicy, context).partTime.longestWeeks;
const longestDays = ({ context }: GuardInput) =>
  countOf('ptt_end', ebsnaPolicy.partTime.longestSchoolDays, context);
const DAYS_A_WEEK = 7;

/** The first day of the part-time timetable that this event records. */
export const firstPartTimeDay = (event: PathwayEvent) => said(event, 'startOn') ?? event.occurredOn;

/** School days up to the last day. Without the school's calendar every weekday counts, so the answer is never too small. */
function schoolDaysOf({ event }: GuardInput): number {
  const [start, end] = [firstPartTimeDay(event), said(event, 'endOn')];
  if (!end) return 0;
  if (event.facts.schoolDaysPlanned !== undefined) return event.facts.schoolDaysPlanned;
  return Array.from({ length: Math.max(0, daysBetween(start, end)) }, (_, i) =>
    weekdayOf(addDays(start, i + 1)),
  ).filter((name) => name !== 'Sat' && name !== 'Sun').length;
}

const endsBeforeItStarts = ({ event }: GuardInput) =>
  (said(event, 'endOn') ?? firstPartTimeDay(event)) < firstPartTimeDay(event);

function latestEnd(input: GuardInput): string {
  const since = said({ payload: input.context }, 'pttSince') ?? input.event.occurredOn;
  return addDays(since, longestWeeks(input) * DAYS_A_WEEK);
}

export const timetableGuards = {
  parentAgreed: {
    test: ({ event: { payload } }) => payload['parentAgreed'] === true,
    text: 'A part-time timetable needs a parent’s agreement',
    aboutAnswer: true,
    missing: () => [{ what: 'A parent’s agreement', who: 'The family' }],
  },
  endDateWithin30SchoolDays: {
    test: (input) => !endsBeforeItStarts(input) && schoolDaysOf(input) <= longestDays(input),
    text: (input) =>
      endsBeforeItStarts(input)
        ? 'The last day is before the first'
        : `A part-time timetable lasts ${longestDays(input)} school days at most. This one has ${schoolDaysOf(input)}`,
    needs: ['schoolDaysPlanned'],
    aboutAnswer: true,
    missing: () => [{ what: 'An earlier last day', who: 'You, on this form' }],
  },
  reasonNotBehaviour: {
    test: ({ event: { payload } }) => payload['reason'] !== 'behaviour',
    text: 'A part-time timetable is never a way to manage behaviour',
    aboutAnswer: true,
    missing: () => [{ what: 'Full time, with support for behaviour', who: 'The school' }],
  },
  hoursNotLower: {
    test: ({ context, event: { payload } }) =>
      Number(payload['hours'] ?? Infinity) >= Number(context['pttHours'] ?? 0) ||
      Boolean(payload['medicalReason']),
    text: ({ context }) =>
      `Hours may only go up. They are ${Number(context['pttHours'])} now. Fewer need a medical reason`,
    aboutAnswer: true,
    missing: () => [{ what: 'As many hours as now, or a medical reason', who: 'The school' }],
  },
  approverOk: mayDo(
    'ptt.extend',
    'Only a SEND manager may extend a part-time timetable',
    'A SEND manager',
  ),
  totalWeeks12: {
    test: (input) => (said(input.event, 'endOn') ?? input.event.occurredOn) <= latestEnd(input),
    text: (input) =>
      `A part-time timetable lasts ${longestWeeks(input)} weeks in all. This one must end by ${longDay(latestEnd(input))}`,
    aboutAnswer: true,
    missing: () => [
      { what: 'Full time, or a section 19 request', who: 'The school and the council' },
    ],
  },
} satisfies Record<string, Guard>;
