import { type ClockRule, type Pathway } from '@app/pathways';
import {
  amountOf,
  type Calendar,
  type CalendarDay,
  daysBetween,
  lastDayOf,
  londonDay,
  longDay,
  plainDay,
  termDay,
  type TermDay,
  TermsNotLoaded,
  workedOut,
} from '@app/statutory-calendar';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { type ClockLine, clockLines } from './clock-lines';
import { type Names, tellEvent } from './event-words';
import { type ExcuseRow, lawfulExcuses } from './lawful-excuses';
import { type SchoolNames } from './subject-words';
import { questionOf, sentenceOf, wouldChange, wouldNot } from './why-words';

type Start = ClockRule['starts'][number];

/** One line of the sum. */
export interface WhyStep {
  readonly text: string;
  readonly small: string | undefined;
  readonly result: string | undefined;
}

/** Everything the page "Why this date?" says. */
export interface WhyDate {
  readonly question: string;
  readonly line: ClockLine;
  readonly sentence: string;
  readonly steps: readonly WhyStep[];
  /** The day that the sum gives now, where it differs from the day on record. */
  readonly nowWouldBe: CalendarDay | undefined;
  readonly excuses: readonly ExcuseRow[] | undefined;
  readonly wouldChange: readonly string[];
  readonly wouldNot: readonly string[];
  readonly hanging: readonly {
    readonly label: string;
    readonly dueOn: CalendarDay;
    readonly lastWorkingDay: CalendarDay;
    readonly small: string;
  }[];
  /** The event whose day it counts from. */
  readonly startedBy: FileEvent | undefined;
}

export interface WhyAsked {
  readonly file: CaseFile;
  readonly pathway: Pathway;
  readonly clock: FileClock;
  readonly history: readonly FileEvent[];
  readonly calendar: Calendar;
  readonly today: CalendarDay;
  readonly names: Names;
  readonly schools?: SchoolNames;
}

/** Works a date out again and says how, in plain words. Pure. */
export function whyDate(asked: WhyAsked): WhyDate | undefined {
  const { file, pathway, clock, history, calendar } = asked;
  const rule = pathway.clocks.find(({ code }) => code === clock.code);
  const line = clockLines({ ...file, clocks: [clock] }, pathway, asked)[0];
  if (!rule || !line) return undefined;
  const started = history.find(({ version }) => version === clock.startedVersion);
  const start = startUsed(rule, clock, calendar);
  const limit = start.limit ?? rule.limit;
  const subject = {
    label: line.label,
    dueOn: clock.dueOn,
    anchor: clock.anchor,
    amount: amountOf(limit),
  };
  const told = started && tellEvent(pathway, started, asked.names);
  return {
    question: questionOf(rule, subject),
    line,
    sentence: sentenceOf(rule, subject, file),
    steps: [...firstSteps(clock, started, told), ...sumOf(rule, start, clock, calendar)],
    nowWouldBe: checkedAgain(rule, start, clock, calendar),
    excuses: lawfulExcuses({ clock, history, calendar, schoolName: file.schoolName }),
    wouldChange: wouldChange(rule, told?.title ?? 'the first event'),
    wouldNot: wouldNot(rule),
    hanging: hangingOn(clock, file, asked),
    startedBy: started,
  };
}

function firstSteps(
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

function sumOf(rule: ClockRule, start: Start, clock: FileClock, calendar: Calendar): WhyStep[] {
  const named = start.from ?? rule.from;
  const from = named ? termDay(named, clock.anchor, calendar) : clock.anchor;
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
      ? { text, small: source, result: small }
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

/** The way of starting that gives the day on record; the first one where none does. */
function startUsed(rule: ClockRule, clock: FileClock, calendar: Calendar): Start {
  const right = rule.starts.find((start) => safeDue(rule, start, clock, calendar) === clock.dueOn);
  return right ?? rule.starts[0] ?? {};
}

function checkedAgain(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  calendar: Calendar,
): CalendarDay | undefined {
  const now = safeDue(rule, start, clock, calendar);
  return now === clock.dueOn ? undefined : now;
}

function safeDue(
  rule: ClockRule,
  start: Start,
  clock: FileClock,
  calendar: Calendar,
): CalendarDay | undefined {
  try {
    const day = dayWithoutRolling(rule, start, clock, calendar);
    return rule.rolls?.(day, calendar) ?? day;
  } catch (error) {
    if (error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

function dayWithoutRolling(
  rule: ClockRule,
  start: Start,
  { anchor }: FileClock,
  calendar: Calendar,
): CalendarDay {
  const named = start.from ?? rule.from;
  return lastDayOf(
    start.limit ?? rule.limit,
    named ? termDay(named, anchor, calendar) : anchor,
    calendar,
  );
}

const HANGING: Readonly<Record<string, readonly { code: string; label: string; small: string }[]>> =
  {
    w20: [
      { code: 'w16', label: 'If no plan, say so by', small: '' },
      {
        code: 'draft_by',
        label: 'Last day the draft can be sent',
        small: 'Leaves the family 15 days.',
      },
    ],
    w6: [
      {
        code: 'w20',
        label: 'Final plan sent by',
        small: 'Counts from the same day: a late decision does not move it.',
      },
    ],
    w16: [{ code: 'w20', label: 'Final plan sent by', small: 'Counts from the same day.' }],
    draft_by: [{ code: 'w20', label: 'Final plan sent by', small: '' }],
  };

function hangingOn(
  { code }: FileClock,
  file: CaseFile,
  { calendar }: WhyAsked,
): WhyDate['hanging'] {
  return (HANGING[code] ?? []).flatMap(({ code: other, label, small }) => {
    const found = file.clocks.find((clock) => clock.code === other && clock.status === 'open');
    return found
      ? [
          {
            label,
            small,
            dueOn: found.dueOn,
            lastWorkingDay: calendar.lastWorkingDayOnOrBefore(found.dueOn),
          },
        ]
      : [];
  });
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
