import { clocksInForce, type Pathway } from '@app/pathways';
import { amountOf, type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { type ClockLine, clockLines } from './clock-lines';
import { checkedAgain, countedFrom, startUsed } from './due-again';
import { type Names, tellEvent } from './event-words';
import { type ExcuseRow, lawfulExcuses } from './lawful-excuses';
import { type SchoolNames } from './subject-words';
import { firstSteps, sumOf, waitedFor, type WhyStep } from './why-sum';
import { questionOf, sentenceOf, wouldChange, wouldNot } from './why-words';

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
  const rules = clocksInForce(pathway.clocks, file.state.context);
  const rule = rules.find(({ code }) => code === clock.code);
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
    from: countedFrom(rule, start, clock, calendar),
    isBack: 'n' in limit && limit.n < 0,
  };
  const told = started && tellEvent(pathway, started, asked.names);
  const waited =
    started?.type === 'CASE_RESUMED' && rule.doneBy !== 'CASE_RESUMED'
      ? waitedFor(rule, start, clock, { calendar, resumed: started })
      : [];
  const began = waited.length ? undefined : started;
  return {
    question: questionOf(rule, subject),
    line,
    sentence: sentenceOf(rule, subject, file),
    steps: [
      ...firstSteps(clock, began, began && told),
      ...sumOf(rule, start, clock, { calendar, label: line.label }),
      ...waited,
    ],
    nowWouldBe: waited.length ? undefined : checkedAgain(rule, start, clock, calendar),
    excuses: lawfulExcuses({ clock, history, calendar, schoolName: file.schoolName }),
    wouldChange: wouldChange(rule, told?.title ?? 'the first event'),
    wouldNot: wouldNot(rule),
    hanging: hangingOn(clock, file, asked),
    startedBy: started,
  };
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
