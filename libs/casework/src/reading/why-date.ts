import { type Clock, type ClockRule, clocksInForce, type Pathway } from '@app/pathways';
import { type Calendar, type CalendarDay, termDay } from '@app/statutory-calendar';
import { asCounted, type Counted, countUsed, dueAgain } from '../derivation';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { type ClockLine, clockLines } from './clock-lines';
import { type Names, tellEvent } from './event-words';
import { type ExcuseRow, lawfulExcuses } from './lawful-excuses';
import { type Restatement } from './restatements';
import { type SchoolNames } from './subject-words';
import { type Hanging } from './why-hanging';
import { type MovedOnce, timesMoved } from './why-moved';
import { firstSteps, sumOf, waitedFor, type WhyStep } from './why-sum';
import { questionOf, sentenceOf, wouldChange, wouldNot } from './why-words';

/** Everything that is known about why a date is what it is: the page, the letter and the programs say the same. */
export interface WhyDate {
  readonly question: string;
  readonly line: ClockLine;
  readonly rule: ClockRule;
  readonly counted: Counted;
  readonly sentence: string;
  readonly steps: readonly WhyStep[];
  /** The day that the sum gives now; undefined where the term dates that it needs are not loaded. */
  readonly again: CalendarDay | undefined;
  readonly moved: readonly MovedOnce[];
  readonly excuses: readonly ExcuseRow[] | undefined;
  readonly wouldChange: readonly string[];
  readonly wouldNot: readonly string[];
  readonly hanging: readonly HangingDate[];
  /** The entry whose day, or whose answer, the date stands on. */
  readonly standsOn: FileEvent | undefined;
}

/** Another running date that stands on the same fact. */
interface HangingDate {
  readonly line: ClockLine;
  readonly small: string;
}

export interface WhyAsked {
  readonly file: CaseFile;
  readonly pathway: Pathway;
  readonly clock: FileClock;
  readonly history: readonly FileEvent[];
  readonly restatements: readonly Restatement[];
  readonly calendar: Calendar;
  readonly today: CalendarDay;
  readonly names: Names;
  readonly schools?: SchoolNames;
  /** The fact that the date stands on, and all that stands on it with it. */
  readonly hanging?: Hanging | undefined;
}

/** Works a date out again and says how, in plain words; undefined for a clock that the rules of its case no longer know. Pure. */
export function whyDate(asked: WhyAsked): WhyDate | undefined {
  const { file, pathway, clock, history, calendar } = asked;
  const rules = clocksInForce(pathway.clocks, file.state.context);
  const rule = rules.find(({ code }) => code === clock.code);
  const line = clockLines({ ...file, clocks: [clock] }, pathway, asked)[0];
  if (!rule || !line) return undefined;
  const counted = clock.counted ? asCounted(clock.counted) : countUsed(rule, clock, calendar);
  const { limit, from, added } = counted;
  const started = entryOf(history, firstRun(clock, file.clocks).startedVersion);
  const resumed = entryOf(history, clock.startedVersion);
  const told = started && tellEvent(pathway, started, asked.names);
  const sum = { rule, counted, clock, calendar };
  return {
    question: questionOf(rule, { label: line.label, dueOn: clock.dueOn }),
    line,
    rule,
    counted,
    sentence: sentenceOf(
      rule,
      {
        dueOn: clock.dueOn,
        anchor: clock.anchor,
        limit,
        from: from ? termDay(from, clock.anchor, calendar) : clock.anchor,
        isMoved: Boolean(added || rule.rolls),
      },
      file,
    ),
    steps: [
      ...firstSteps(clock, started, told),
      ...sumOf(sum, line.label),
      ...waitedFor(sum, resumed),
    ],
    again: dueAgain(rule, counted, clock.anchor, calendar),
    moved: timesMoved(clock, history, asked.restatements),
    excuses: lawfulExcuses({ clock, history, calendar, schoolName: file.schoolName }),
    wouldChange: wouldChange(rule, limit, told?.title ?? 'the first event'),
    wouldNot: wouldNot(rule),
    hanging: hangingOn(asked),
    standsOn: (asked.hanging && entryOf(history, asked.hanging.fact.version)) ?? started,
  };
}

const entryOf = (history: readonly FileEvent[], wanted: number) =>
  history.find(({ version }) => version === wanted);

/** The first run of a clock that a hold has moved on: it says what started the count. */
function firstRun(clock: FileClock, clocks: readonly FileClock[]): FileClock {
  return clocks
    .filter(
      ({ code, subject, anchor }) =>
        code === clock.code && subject === clock.subject && anchor === clock.anchor,
    )
    .reduce((first, it) => (it.occurrence < first.occurrence ? it : first), clock);
}

const REMARKS: Readonly<Record<string, string>> = {
  'w6 w20': 'A late decision does not move it.',
  'w20 draft_by': 'Leaves the family 15 days.',
};

/** Running dates that move with this one, soonest first. */
function hangingOn(asked: WhyAsked): HangingDate[] {
  const { file, pathway, clock, hanging } = asked;
  const others = file.clocks.filter(
    (it) => it.status === 'open' && it !== clock && hanging?.clocks.some((one) => isSame(one, it)),
  );
  return clockLines({ ...file, clocks: others }, pathway, asked)
    .sort((a, b) => a.clock.dueOn.localeCompare(b.clock.dueOn))
    .map((line) => ({ line, small: REMARKS[`${clock.code} ${line.clock.code}`] ?? '' }));
}

const isSame = (a: Clock, b: FileClock) =>
  a.code === b.code && a.subject === b.subject && a.occurrence === b.occurrence;
