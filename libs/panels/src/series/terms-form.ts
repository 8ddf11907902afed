import { ask } from '@app/pathways';
import { readTypedDay } from '@app/people';
import { plainDay } from '@app/statutory-calendar';
import { z } from 'zod';
import { type Cadence, type QuorumRule, SERVICES, type Terms } from '../pure/terms';
import { quorumAsLines, readQuorum } from './quorum-lines';

/** How often a panel sits, in words. */
export const EVERY = {
  week: 'Every week',
  fortnight: 'Every two weeks',
  month: 'Every month, on the first such day of it',
  six_school_weeks: 'Every six school weeks',
  dates: 'Only on days that are named',
} as const satisfies Record<Cadence['every'], string>;

/** Days on which a panel can sit, in words. */
export const WEEKDAYS = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
} as const;

const UNITS = { WD: 'Working days', SD: 'School days' } as const;
const TIME_HINT = 'On the 24-hour clock, for example 13:30';

/** The terms of reference of a panel, as a whole, and from when they hold. */
export const termsForm = z.strictObject({
  ...ask.section('When it sits', {
    every: ask.choice('How often does it sit?', EVERY),
    weekday: ask.choice('On which day?', WEEKDAYS),
    startsAt: ask.text('Start', TIME_HINT),
    minutes: ask.whole('Length in minutes', 15, 480),
    termOnly: ask.yesNo('Does it sit only in term time?'),
    countedFrom: ask.day(
      'Counted from',
      'A day on which it sits. Two weeks and six school weeks are counted from it',
    ),
    dates: ask
      .lines('The days, where it sits only on days that are named', {
        min: 0,
        max: 40,
        hint: 'One on each line, for example 27 January 2027',
      })
      .optional(),
  }),
  ...ask.section('Papers', {
    papersDueDays: ask.whole('Papers are due so many days before', 0, 30),
    papersDueUnit: ask.choice('Counted in', UNITS),
    papersDueTime: ask.text('At', TIME_HINT),
    papersOutDays: ask.whole('Papers go out so many days before', 0, 30),
    papersOutUnit: ask.choice('These are counted in', UNITS),
    papersOutTime: ask.text('They go out at', TIME_HINT),
  }),
  ...ask.section('Quorum', {
    quorum: ask.lines('Who must be there?', {
      min: 1,
      max: 12,
      hint: `One rule on each line, for example: psychology. Or: one of mental health, school nursing. Or: finance, for money. Services: ${Object.values(SERVICES).join(', ')}`,
    }),
  }),
  ...ask.section('Items', {
    opening: ask.whole('Minutes for the opening and the close', 0, 60),
    freshCount: ask.whole('New items', 0, 60),
    freshMinutes: ask.whole('Minutes for each new item', 1, 120),
    reviewCount: ask.whole('Reviews', 0, 60),
    reviewMinutes: ask.whole('Minutes for each review', 1, 120),
    mostDeferrals: ask.whole(
      'How often may an item be put off?',
      0,
      5,
      'Once more needs the head of service',
    ),
    minutesWorkingDays: ask.whole('Working days until the minutes are out', 1, 20),
  }),
  ...ask.section('This change', {
    validFrom: ask.day('From which day do these terms hold?'),
    reason: ask.area('Why are they changed?'),
  }),
});

export type TypedTerms = z.infer<typeof termsForm>;

/** One thing that is wrong with terms, at the field of the form. */
export interface TermsProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Terms as the form shows them. */
export function termsAsTyped(terms: Terms): Omit<TypedTerms, 'validFrom' | 'reason'> {
  const { cadence, papersDue, papersOut, fresh, review } = terms;
  return {
    every: cadence.every,
    weekday: String(cadence.weekday) as TypedTerms['weekday'],
    startsAt: cadence.startsAt,
    minutes: cadence.minutes,
    termOnly: cadence.termOnly,
    countedFrom: cadence.from,
    dates: cadence.dates?.map(plainDay),
    papersDueDays: papersDue.n,
    papersDueUnit: papersDue.unit,
    papersDueTime: papersDue.at,
    papersOutDays: papersOut.n,
    papersOutUnit: papersOut.unit,
    papersOutTime: papersOut.at,
    quorum: quorumAsLines(terms.quorum),
    opening: terms.opening,
    freshCount: fresh.count,
    freshMinutes: fresh.minutes,
    reviewCount: review.count,
    reviewMinutes: review.minutes,
    mostDeferrals: terms.mostDeferrals,
    minutesWorkingDays: terms.minutesWorkingDays,
  };
}

/** The terms that were typed, and what in them cannot be read. `before` are the terms that stand. */
export function termsFromTyped(
  typed: TypedTerms,
  before: Terms,
): { terms: Terms; problems: TermsProblem[] } {
  const dates = (typed.dates ?? []).map((line) => readTypedDay(line));
  const days = dates.flatMap((read) => ('value' in read ? [read.value] : []));
  const quorum = readQuorum(typed.quorum, before.quorum);
  const problems = [
    ...(['startsAt', 'papersDueTime', 'papersOutTime'] as const)
      .filter((field) => !isTime(typed[field]))
      .map((field) => at(field, `Enter a time like 13:30, not “${typed[field]}”`)),
    ...dates
      .flatMap((read, line) => ('problem' in read ? [`Line ${line + 1}: ${read.problem}`] : []))
      .map((words) => at('dates', words)),
    ...(quorum.problem ? [at('quorum', quorum.problem)] : []),
  ];
  return { terms: made(typed, days, quorum.rules), problems };
}

const at = (field: string, message: string): TermsProblem => ({ path: [field], message });

const isTime = (typed: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);

function made(typed: TypedTerms, dates: readonly string[], quorum: readonly QuorumRule[]): Terms {
  return {
    cadence: {
      every: typed.every,
      weekday: Number(typed.weekday) as Cadence['weekday'],
      startsAt: typed.startsAt,
      minutes: typed.minutes,
      termOnly: typed.termOnly,
      from: typed.countedFrom,
      ...(dates.length && { dates: [...new Set(dates)].sort() }),
    },
    papersDue: { n: typed.papersDueDays, unit: typed.papersDueUnit, at: typed.papersDueTime },
    papersOut: { n: typed.papersOutDays, unit: typed.papersOutUnit, at: typed.papersOutTime },
    quorum,
    opening: typed.opening,
    fresh: { count: typed.freshCount, minutes: typed.freshMinutes },
    review: { count: typed.reviewCount, minutes: typed.reviewMinutes },
    mostDeferrals: typed.mostDeferrals,
    minutesWorkingDays: typed.minutesWorkingDays,
  };
}
