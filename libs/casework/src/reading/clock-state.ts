import { ehcPolicy } from '@app/pathways';
import { type Calendar, type CalendarDay, dayAndMonth, daysBetween } from '@app/statutory-calendar';

/** How a date stands. Breached and at risk are for dates set by law; `late` is for local ones. */
export type StateKind =
  'breached' | 'at_risk' | 'late' | 'on_time' | 'met' | 'met_late' | 'excused' | 'waiting' | 'none';

/** A state in words. `text` names it, `words` leave the name out, `days` are working days left (late: below zero). */
export interface DateState {
  readonly kind: StateKind;
  readonly text: string;
  readonly words: string;
  readonly days: number;
}

/** What decides the state of a clock; a row of the table has all of it. */
export interface StatedClock {
  readonly basis: 'statutory' | 'guidance' | 'local';
  /** Code in the rule book; null for a date that no law knows. */
  readonly rule: string | null;
  readonly dueOn: CalendarDay;
  readonly status: 'open' | 'met' | 'void';
  readonly endedOn: CalendarDay | null;
  /** The event it sends when it runs out: such a period of law belongs to the family, and nobody can be late with it. */
  readonly sends: string | null;
  /** The lawful ground recorded for being late, in words. */
  readonly excuse?: string | null;
}

/** The week of an assessment, and the last week in which its leg is usually done. */
export interface LegWeek {
  readonly now: number;
  readonly usualTo: number;
}

export interface StateAsked {
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly week?: LegWeek;
}

/**
 * The one definition of breached, at risk and on time (lists, case, board, CSV and API).
 * At risk: not breached, but fewer than 5 working days are left on a legal date, or the leg is past its usual weeks.
 */
export function stateOfClock(clock: StatedClock, asked: StateAsked): DateState {
  if (clock.status === 'void') return said('none', '', 'No longer runs', 0);
  if (clock.status === 'met') return ended(clock, asked);
  const days = workingDays(asked.calendar, asked.today, clock.dueOn);
  const words = daysInWords(clock.dueOn, asked.today, days);
  return said(kindOf(clock, asked, days), words, words, days, clock.excuse);
}

/** The state of a whole assessment: its 6-week date until the decision to assess, then its 20-week date. */
export function stateOfAssessment(
  assessment: {
    readonly stage: string;
    readonly openedOn: CalendarDay;
    readonly clocks: readonly (StatedClock & { readonly code: string })[];
  },
  asked: { readonly today: CalendarDay; readonly calendar: Calendar },
): DateState | undefined {
  const leg = legOf(assessment.stage);
  const code = leg?.key === 'decide_assess' ? 'w6' : 'w20';
  const clock = assessment.clocks.find((it) => it.code === code && it.status !== 'void');
  if (!clock) return undefined;
  return stateOfClock(clock, {
    ...asked,
    week: legWeek(assessment.stage, assessment.openedOn, asked.today),
  });
}

const counted = new WeakMap<Calendar, Map<string, number>>();
const MOST_COUNTED = 5_000;

/** Working days between two days, counted once: the cases of a list share their days. */
function workingDays(calendar: Calendar, from: CalendarDay, to: CalendarDay): number {
  const known = counted.get(calendar) ?? new Map<string, number>();
  counted.set(calendar, known);
  const key = `${from} ${to}`;
  const days = known.get(key) ?? calendar.workingDaysBetween(from, to);
  if (known.size >= MOST_COUNTED) known.clear();
  known.set(key, days);
  return days;
}

/** Which week of the 20 a day is in: the day of receipt is day 0, and days 1 to 7 are week 1. */
export function weekOf(day: number): number {
  return Math.max(1, Math.ceil(day / 7));
}

/** The leg of the 20 weeks that a stage belongs to. */
export function legOf(stage: string): (typeof ehcPolicy.legs)[number] | undefined {
  return ehcPolicy.legs.find(({ states }) => (states as readonly string[]).includes(stage));
}

/** The week of an assessment beside the usual weeks of the leg it is in; undefined outside the legs. */
export function legWeek(
  stage: string,
  receivedOn: CalendarDay,
  today: CalendarDay,
): LegWeek | undefined {
  const leg = legOf(stage);
  return leg && { now: weekOf(daysBetween(receivedOn, today)), usualTo: leg.usual[1] };
}

function kindOf(clock: StatedClock, { today, week }: StateAsked, days: number): StateKind {
  const { basis, rule, dueOn, excuse } = clock;
  if (isPeriod(clock)) return 'waiting';
  const isLate = dueOn < today;
  if (isLate && excuse) return 'excused';
  if (isLate && basis === 'statutory') return 'breached';
  if (rule !== null && days < ehcPolicy.atRiskWorkingDays) return 'at_risk';
  if (week && basis === 'statutory' && week.now > week.usualTo) return 'at_risk';
  return isLate ? 'late' : 'on_time';
}

/** A period of law that runs out by itself belongs to the family: it ends, and nobody is late. */
function isPeriod({ basis, sends }: StatedClock): boolean {
  return basis === 'statutory' && sends !== null;
}

function ended(clock: StatedClock, { calendar }: StateAsked): DateState {
  const { dueOn, endedOn, excuse } = clock;
  const on = endedOn ?? dueOn;
  const days = calendar.workingDaysBetween(on, dueOn);
  if (isPeriod(clock)) return said('met', '', `Ended, on ${dayAndMonth(on)}`, days);
  if (on <= dueOn) return said('met', '', `Met, on ${dayAndMonth(on)}`, days);
  const late = `Met late, on ${dayAndMonth(on)}`;
  return excuse ? said('excused', late, late, days, excuse) : said('met_late', '', late, days);
}

const NAMES: Readonly<Record<StateKind, string>> = {
  breached: 'Breached',
  at_risk: 'At risk',
  late: 'Late',
  on_time: 'On time',
  met: '',
  met_late: '',
  excused: '',
  waiting: 'Waiting',
  none: '',
};

function said(
  kind: StateKind,
  afterName: string,
  words: string,
  days: number,
  excuse?: string | null,
): DateState {
  const ground = kind === 'excused' && excuse ? `${words}. Excused: ${excuse}` : words;
  const name = NAMES[kind];
  return { kind, text: name && afterName ? `${name}: ${afterName}` : ground, words: ground, days };
}

function daysInWords(dueOn: CalendarDay, today: CalendarDay, days: number): string {
  if (dueOn === today) return 'due today';
  const count = Math.abs(days);
  const unit = count === 1 ? 'working day' : 'working days';
  if (dueOn > today) return count === 0 ? 'no working day left' : `${count} ${unit} left`;
  return count === 0 ? `late since ${dayAndMonth(dueOn)}` : `${count} ${unit} late`;
}
