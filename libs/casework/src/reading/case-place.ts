import { type Pathway } from '@app/pathways';
import {
  type Calendar,
  type CalendarDay,
  dayAndMonth,
  daysBetween,
  longDay,
} from '@app/statutory-calendar';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { type DateState, legOf, stateOfAssessment, stateOfClock, weekOf } from './clock-state';
import { excuseOf } from './excuses';
import { lowerFirst } from './sentence';

/** One of the stages over a case, said in words. */
export interface StageWords {
  readonly label: string;
  readonly when: 'done' | 'now' | 'next';
  readonly words: string;
}

/** The date that a case is judged by. */
export interface KeyDate {
  readonly clock: FileClock;
  /** 'The final plan must be sent by', ready for the date. */
  readonly intro: string;
  readonly dueOn: CalendarDay;
  readonly lastWorkingDay: CalendarDay;
  readonly state: DateState;
  /** 'Advice is usually in by week 12. This is week 15.' */
  readonly usually: string | undefined;
}

const DAYS_OF_20_WEEKS = 140;

const USUALLY: Readonly<Record<string, string>> = {
  decide_assess: 'The decision whether to assess is usually made',
  advice: 'Advice is usually in',
  decide_plan: 'The decision about a plan is usually made',
  draft: 'The draft plan is usually sent',
  final: 'The final plan is usually sent',
};

/** 'EHC needs assessment: day 100 of 140', 'Year 6 transition: baseline'. */
export function headlineOf(file: CaseFile, pathway: Pathway, today: CalendarDay): string {
  const words = (pathway.copy.states['work']?.[file.stage] ?? 'open').replace(
    /^Closed: /,
    'Closed, ',
  );
  if (!legOf(file.stage) || pathway.name !== 'ehc_needs_assessment')
    return `${pathway.title}: ${lowerFirst(words)}`;
  const day = daysBetween(file.openedOn, today);
  if (day > DAYS_OF_20_WEEKS) return `${pathway.title}: day ${day}, past day ${DAYS_OF_20_WEEKS}`;
  return `${pathway.title}: day ${day} of ${DAYS_OF_20_WEEKS}`;
}

/** Done, now and next, each with its date. */
export function stagesOf(
  file: CaseFile,
  pathway: Pathway,
  history: readonly FileEvent[],
  { calendar, today }: { calendar: Calendar; today: CalendarDay },
): StageWords[] {
  const at = pathway.copy.stages.findIndex(({ states }) => states.includes(file.stage));
  const reached = at >= 0 ? at : furthest(pathway, history);
  return pathway.copy.stages.map(({ label, states, clock }, index) => {
    if (index < reached || (at < 0 && index === reached))
      return { label, when: 'done', words: doneWords(states, history) };
    if (index === at) return { label, when: 'now', words: nowWords(file) };
    const due = file.open
      ? file.clocks.find(({ code, status }) => code === clock && status === 'open')
      : undefined;
    return {
      label,
      when: 'next',
      words: dueWords(due, { calendar, today }) ?? nextWords(index, reached, file.open),
    };
  });
}

/** The date of law that matters now: on an assessment 6 weeks, then 20; elsewhere the first that runs; none on a local pathway. */
export function keyDateOf(
  file: CaseFile,
  pathway: Pathway,
  day: { today: CalendarDay; calendar: Calendar },
): KeyDate | undefined {
  if (!file.open) return undefined;
  const leg = legOf(file.stage);
  return leg && pathway.name === 'ehc_needs_assessment'
    ? keyOfAssessment(file, leg, day)
    : firstOfLaw(file, pathway, day);
}

function keyOfAssessment(
  file: CaseFile,
  leg: NonNullable<ReturnType<typeof legOf>>,
  { today, calendar }: { today: CalendarDay; calendar: Calendar },
): KeyDate | undefined {
  const isFirst = leg.key === 'decide_assess';
  const clock = file.clocks.find(
    ({ code, status }) => code === (isFirst ? 'w6' : 'w20') && status === 'open',
  );
  const claimed = (file.state.context['excused'] ?? []) as string[];
  const clocks = file.clocks.map((it) => ({ ...it, excuse: excuseOf(it, claimed) }));
  const state = stateOfAssessment(
    { stage: file.stage, openedOn: file.openedOn, clocks },
    { today, calendar },
  );
  if (!clock || !state) return undefined;
  const week = weekOf(daysBetween(file.openedOn, today));
  const usually =
    week > leg.usual[1]
      ? `${USUALLY[leg.key]} by week ${leg.usual[1]}. This is week ${week}.`
      : undefined;
  return {
    clock,
    intro: isFirst
      ? 'The family must be told if we will assess by'
      : 'The final plan must be sent by',
    dueOn: clock.dueOn,
    lastWorkingDay: calendar.lastWorkingDayOnOrBefore(clock.dueOn),
    state,
    usually,
  };
}

function firstOfLaw(
  { clocks }: CaseFile,
  pathway: Pathway,
  { today, calendar }: { today: CalendarDay; calendar: Calendar },
): KeyDate | undefined {
  const [clock] = clocks
    .filter(({ status, basis, sends }) => status === 'open' && basis === 'statutory' && !sends)
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const rule = clock && pathway.clocks.find(({ code }) => code === clock.code);
  if (!clock || !rule) return undefined;
  return {
    clock,
    intro: rule.holder
      ? `${rule.label}: the law gives ${lowerFirst(rule.holder)} until`
      : `By law we have to ${lowerFirst(rule.ask)} by`,
    dueOn: clock.dueOn,
    lastWorkingDay: calendar.lastWorkingDayOnOrBefore(clock.dueOn),
    state: stateOfClock(clock, { today, calendar }),
    usually: undefined,
  };
}

/** What the sentence under the headline says when no date of law runs. */
export function standing(file: CaseFile, pathway: Pathway): string {
  if (!file.open) return `This case was closed on ${longDay(file.closedOn ?? file.openedOn)}.`;
  const beside = Object.entries(pathway.copy.states).flatMap(([region, words]) => {
    const state = file.state.value[region] ?? '';
    const isUsual = NOTHING_TO_SAY[region]?.includes(state) ?? true;
    return isUsual ? [] : wordsBeside(region, state, words, file);
  });
  return `${beside.join('. ')}.`;
}

/** Where the regions beside the work stand when there is nothing to tell; one that is not listed has its own place. */
const NOTHING_TO_SAY: Readonly<Record<string, readonly string[]>> = {
  ownership: [],
  consent: [],
  destination: [],
  timetable: ['full_time'],
  adult_services: ['not_needed'],
  hold: ['running'],
  attendance: ['no_feed', 'on_track'],
  dispute: ['none'],
};

function wordsBeside(
  region: string,
  state: string,
  words: Readonly<Record<string, string>>,
  { ownerName }: CaseFile,
): string[] {
  if (region === 'ownership' && state === 'allocated' && ownerName)
    return [`${ownerName} holds it`];
  return words[state] ? [words[state]] : [];
}

/** 'By 19 February' for the last working day; once the date has passed, the date itself. */
function dueWords(
  due: FileClock | undefined,
  { calendar, today }: { calendar: Calendar; today: CalendarDay },
): string | undefined {
  if (!due) return undefined;
  if (due.dueOn < today) return `Was due ${dayAndMonth(due.dueOn)}`;
  return `By ${dayAndMonth(calendar.lastWorkingDayOnOrBefore(due.dueOn))}`;
}

function furthest(pathway: Pathway, history: readonly FileEvent[]): number {
  return Math.max(
    0,
    ...history.map(({ stages }) =>
      pathway.copy.stages.findIndex(({ states }) => states.includes(stages['work'] ?? '')),
    ),
  );
}

function doneWords(states: readonly string[], history: readonly FileEvent[]): string {
  const last = history.findIndex(({ stages }) => states.includes(stages['work'] ?? ''));
  if (last < 0) return 'Not needed';
  const left = history[last - 1] ?? history[last];
  return left ? `Done ${dayAndMonth(left.occurredOn)}` : 'Done';
}

function nowWords({ stage, state, open }: CaseFile): string {
  if (!open) return 'Closed';
  if (stage !== 'advice') return 'Now';
  const awaiting = ((state.context['awaiting'] ?? []) as string[]).length;
  const received = Object.keys(state.context['received'] ?? {}).length;
  return `Now: ${received} of ${received + awaiting} in`;
}

function nextWords(index: number, reached: number, isOpen: boolean): string {
  if (!isOpen) return 'Not reached';
  return index === reached + 1 ? 'Next' : 'Later';
}
