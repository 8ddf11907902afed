import { type ClockRule } from '@app/pathways';
import {
  type Calendar,
  type CalendarDay,
  daysBetween,
  londonDay,
  longDay,
  plainDay,
  type TermDay,
  workedOut,
} from '@app/statutory-calendar';
import { type FileClock, type FileEvent } from './case-file';
import { countedFrom, dayWithoutRolling, type Start } from './due-again';
import { lowerFirst } from './sentence';

/** One line of the sum. */
export interface WhyStep {
  readonly text: string;
  readonly small: string | undefined;
  readonly result: string | undefined;
}
/** What happened, and the day the count starts from. */
export function firstSteps(
  { anchor, code }: FileClock,
  started: FileEvent | undefined,
  told: { title: string; gist: string } | undefined,
): WhyStep[] {
  const isRequest = started?.type === 'REQUEST_RECEIVED';
  const text = isRequest
    ? 'The request came. The day it arrives counts as received, even when the office is closed.'
    : `${told?.title ?? 'It started'}.`;
  const by =
    started && `Recorded by ${started.actorName} on ${plainDay(londonDay(started.recordedAt))}`;
  const first = {
    text,
    small: [told?.gist, by].filter(Boolean).join(' ') || undefined,
    result: longDay(started?.occurredOn ?? anchor),
  };
  if (!started || started.occurredOn === anchor) return [first];
  return [
    first,
    {
      text: elsewhere(code, started.occurredOn, anchor),
      small: undefined,
      result: longDay(anchor),
    },
  ];
}

/** Why the count starts on another day than that of the event. */
function elsewhere(code: string, on: CalendarDay, anchor: CalendarDay): string {
  if (code === 'draft_by')
    return `${daysBetween(on, anchor)} days later the family still has 15 days before the 20 weeks end, and no fewer.`;
  return 'What was recorded names another day, and the count starts from that one.';
}

/** The rule, the count and where it ends, each with its source. */
export function sumOf(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  { calendar, label }: { calendar: Calendar; label: string },
): WhyStep[] {
  const named = start.from ?? rule.from;
  const from = countedFrom(rule, start, clock, calendar);
  const { steps } = workedOut(
    start.limit ?? rule.limit,
    from,
    calendar,
    rule.rule ? 'law' : 'rule',
  );
  const lawLine = steps.findIndex(
    ({ text }) => text.startsWith('The rule') || text.startsWith('It must'),
  );
  const source = `${rule.source}${rule.rule ? `. Rule ${rule.rule}` : ''}`;
  const sum = steps.map(({ text, day, small }, index): WhyStep =>
    index === lawLine
      ? { text: inRuleWords(text, label), small: source, result: small }
      : { text, small, result: day && longDay(day) },
  );
  return [
    ...(named
      ? [
          {
            text: `${TERM_DAYS[named]}, in the term dates of ${calendar.schoolName}.`,
            small: undefined,
            result: longDay(from),
          },
        ]
      : []),
    ...sum,
    ...rolled(rule, start, clock, calendar),
  ];
}

/** 'The rule: final plan sent within 20 weeks of that day.' */
function inRuleWords(text: string, label: string): string {
  return text.replace(
    /^The rule allows (.+?) of that day\./,
    `The rule: ${lowerFirst(label)} within $1 of that day.`,
  );
}

/** Tribunal Procedure Rules r 12: the only place where the law itself moves a last day on. */
function rolled(rule: ClockRule, start: Start, clock: FileClock, calendar: Calendar): WhyStep[] {
  const plain = dayWithoutRolling(rule, start, clock, calendar);
  if (!rule.rolls || plain === clock.dueOn) return [];
  return [
    {
      text: 'That day is not a working day of the Tribunal, so its rules move the last day on.',
      small: 'Tribunal Procedure Rules 2008, rule 12',
      result: longDay(clock.dueOn),
    },
  ];
}

const TERM_DAYS: Readonly<Record<TermDay, string>> = {
  lastPupilDayBeforeMayHalfTerm: 'The last pupil day before May half term',
  lastPupilDayOfSummerTerm: 'The last pupil day of the summer term',
  firstPupilDayOfAutumnTerm: 'The first pupil day of the autumn term',
  lastPupilDayBeforeAutumnHalfTerm: 'The last pupil day before autumn half term',
  endOfAutumnHalfTerm: 'The end of autumn half term',
  lastPupilDayOfAutumnTerm: 'The last pupil day of the autumn term',
  lastPupilDayBeforeFebruaryHalfTerm: 'The last pupil day before February half term',
  lastPupilDayOfSpringTerm: 'The last pupil day of the spring term',
  nationalOfferDay: 'National Offer Day',
};

/** The days that a date of the council's own has waited while the case was on hold. */
export function waitedFor(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  { calendar, resumed }: { calendar: Calendar; resumed: FileEvent },
): WhyStep[] {
  const days = daysBetween(dayWithoutRolling(rule, start, clock, calendar), clock.dueOn);
  return [
    {
      text: `The case was on hold. Dates of the council’s own wait meanwhile: ${days} ${days === 1 ? 'day is' : 'days are'} added.`,
      small: `Work was taken up again on ${plainDay(resumed.occurredOn)}, recorded by ${resumed.actorName}`,
      result: longDay(clock.dueOn),
    },
  ];
}
