import { type ClockRule } from '@app/pathways';
import {
  type Calendar,
  type CalendarDay,
  daysBetween,
  londonDay,
  longDay,
  plainDay,
  type TermDay,
  termDay,
  tribunalDay,
  workedOut,
} from '@app/statutory-calendar';
import { type Counted, plainDue } from '../derivation';
import { type FileClock, type FileEvent } from './case-file';
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

/** What a date is worked out from. */
interface Sum {
  readonly rule: ClockRule;
  readonly counted: Counted;
  readonly clock: FileClock;
  readonly calendar: Calendar;
}

/** The rule, the count and where it ends, each with its source. */
export function sumOf(sum: Sum, label: string): WhyStep[] {
  const { rule, counted, clock, calendar } = sum;
  const { limit, from } = counted;
  const start = from ? termDay(from, clock.anchor, calendar) : clock.anchor;
  const { steps } = workedOut(limit, start, calendar, rule.rule ? 'law' : 'rule');
  const lawLine = steps.findIndex(
    ({ text }) => text.startsWith('The rule') || text.startsWith('It must'),
  );
  const written = steps.map(({ text, day, small }, index): WhyStep =>
    index === lawLine
      ? { text: inRuleWords(text, label), small: sourceOf(rule, clock), result: small }
      : { text, small, result: day && longDay(day) },
  );
  const named = from && {
    text: `${TERM_DAYS[from]}, in the term dates of ${calendar.schoolName}.`,
    small: undefined,
    result: longDay(start),
  };
  return [...(named ? [named] : []), ...written, ...rolled(sum)];
}

/** Where the rule is written down, and the version that was in force. */
function sourceOf({ source }: ClockRule, { rule, ruleVersion }: FileClock): string {
  const law = rule && `Rule ${rule}${ruleVersion ? ` in ${ruleVersion}` : ''}`;
  return [source, law].filter(Boolean).join('. ');
}

/** 'The rule: final plan sent within 20 weeks of that day.' */
function inRuleWords(text: string, label: string): string {
  return text.replace(
    /^The rule allows (.+?) of that day\./,
    `The rule: ${lowerFirst(label)} within $1 of that day.`,
  );
}

/** A rule of court is the only place where the law itself moves a last day on. */
function rolled({ rule, counted, clock, calendar }: Sum): WhyStep[] {
  if (!rule.rolls) return [];
  const plain = plainDue(counted, clock.anchor, calendar);
  const day = rule.rolls(plain, calendar);
  if (day === plain) return [];
  const isWindow = rule.rolls === tribunalDay;
  return [
    {
      text: isWindow
        ? 'That day is not a working day of the Tribunal, so its rules move the last day on.'
        : rule.because,
      small: isWindow ? 'Tribunal Procedure Rules 2008, rule 12' : rule.source,
      result: longDay(day),
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

/** The days that were put on top of the count: those on hold, or those that a change of school could not take back. */
export function waitedFor(
  { counted: { added }, clock }: Sum,
  resumed: FileEvent | undefined,
): WhyStep[] {
  if (!added) return [];
  const days = `${added} ${added === 1 ? 'day is' : 'days are'} added`;
  if (resumed?.type !== 'CASE_RESUMED')
    return [
      {
        text: `The dates of the school changed after this date was given. It keeps what it had: ${days}.`,
        small: undefined,
        result: longDay(clock.dueOn),
      },
    ];
  return [
    {
      text: `The case was on hold. Dates of the council’s own wait meanwhile: ${days}.`,
      small: `Work was taken up again on ${plainDay(resumed.occurredOn)}, recorded by ${resumed.actorName}`,
      result: longDay(clock.dueOn),
    },
  ];
}
