import { addDays, addMonths, type CalendarDay, plainDay } from '@app/statutory-calendar';

/** Days as somebody supposes them, by the name of the question. */
export type SupposedDays<Name extends string> = Readonly<Partial<Record<Name, CalendarDay>>>;

/** One question for a day. */
export interface DayAsked<Name extends string = string> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
}

/** What is wrong with a day that was given. */
export interface DayProblem {
  readonly field: string;
  readonly text: string;
}

/** What can be supposed of an assessment, in the order in which it happens. */
export const ASSESSMENT_DAYS = [
  { name: 'received', label: 'Request received' },
  { name: 'decided', label: 'Family told that we will assess' },
  { name: 'asked', label: 'Advice asked for', hint: 'Leave empty for the day of the decision' },
  { name: 'advice', label: 'Last piece of advice in' },
  { name: 'agreed', label: 'Decision to issue a plan' },
  { name: 'draft', label: 'Draft plan with the family' },
  { name: 'sent', label: 'Final plan sent' },
] as const satisfies readonly DayAsked[];

/** A time away that may excuse a delay. */
export const AWAY_DAYS = [
  { name: 'awayFrom', label: 'Family away, first day' },
  { name: 'awayTo', label: 'Family away, last day' },
] as const satisfies readonly DayAsked[];

/** What can be supposed of an annual review. */
export const REVIEW_DAYS = [
  {
    name: 'concluded',
    label: 'Last review concluded',
    hint: 'The day the decision was sent. For a first review, the day the plan was made',
  },
  { name: 'meeting', label: 'Review meeting' },
  { name: 'decision', label: 'Decision sent, with any changes' },
  { name: 'sent', label: 'Final changed plan sent' },
] as const satisfies readonly DayAsked[];

/** The move to another phase, where the child makes one. */
export const MOVE_DAY = {
  name: 'move',
  label: 'First day at the next school or college',
} as const satisfies DayAsked;

const LAW_BEGAN = '2014-09-01';
const MONTHS_AHEAD = 24;

/** What is wrong with days that follow each other; the first of them is needed. Empty when they make sense. */
export function orderProblems<Name extends string>(
  asked: readonly DayAsked<Name>[],
  days: SupposedDays<Name>,
  today: CalendarDay,
): DayProblem[] {
  const [first] = asked;
  if (first && !days[first.name])
    return [{ field: first.name, text: `${first.label}: enter the day` }];
  const problems: DayProblem[] = [];
  let before: { label: string; day: CalendarDay } | undefined;
  for (const { name, label } of asked) {
    const day = days[name];
    if (!day) continue;
    const text = outOfReach(day, today) ?? (before && day < before.day && tooEarly(day, before));
    if (text) problems.push({ field: name, text: `${label}: ${text}` });
    else before = { label, day };
  }
  return problems;
}

const tooEarly = (day: CalendarDay, before: { label: string; day: CalendarDay }) =>
  `${plainDay(day)} is before “${before.label}” on ${plainDay(before.day)}. Change one of them`;

function outOfReach(day: CalendarDay, today: CalendarDay): string | undefined {
  if (day < LAW_BEGAN)
    return `${plainDay(day)} is before the law began on ${plainDay(LAW_BEGAN)}. Check the year`;
  const furthest = addMonths(today, MONTHS_AHEAD);
  if (day > furthest)
    return `${plainDay(day)} is more than ${MONTHS_AHEAD} months ahead. Check the year`;
  return undefined;
}

/** What is wrong with a time away: both ends are needed, in order. */
export function awayProblems(
  { awayFrom, awayTo }: SupposedDays<'awayFrom' | 'awayTo'>,
  received: CalendarDay | undefined,
): DayProblem[] {
  const [from, to] = AWAY_DAYS;
  if (awayFrom && !awayTo) return [{ field: to.name, text: `${to.label}: enter the day` }];
  if (awayTo && !awayFrom) return [{ field: from.name, text: `${from.label}: enter the day` }];
  if (!awayFrom || !awayTo) return [];
  if (awayTo < awayFrom)
    return [
      {
        field: to.name,
        text: `${to.label}: ${plainDay(awayTo)} is before the first day, ${plainDay(awayFrom)}`,
      },
    ];
  return received && awayTo < received
    ? [
        {
          field: to.name,
          text: `${to.label}: the family was back on ${plainDay(addDays(awayTo, 1))}, before the request came`,
        },
      ]
    : [];
}
