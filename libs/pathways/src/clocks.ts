import {
  addDays,
  type Calendar,
  type CalendarDay,
  lastDayOf,
  termDay,
} from '@app/statutory-calendar';
import { type Clock, type ClockRule, type PastStep, type Start } from './clock-rule';
import { clocksInForce } from './clock-settings';
import { type Regions } from './event';
import { afterHold, heldSince, waitsOnHold } from './waiting-clocks';

/** What one step does to the clocks of a case. */
export interface ClockChanges {
  readonly opened: readonly Clock[];
  readonly ended: readonly Clock[];
}

/**
 * Keeps the clocks of a case as a step goes by. Pure: folding it over a history gives the same rows again,
 * which a test compares with what is stored.
 * @throws TermsNotLoaded when a school-day limit reaches past the terms that are loaded
 */
export function keepClocks(
  rules: readonly ClockRule[],
  known: readonly Clock[],
  step: PastStep,
  calendar: Calendar,
): ClockChanges {
  const ended: Clock[] = [];
  const opened: Clock[] = [];
  const since = heldSince(known, step);
  const running = openByCode(known);
  for (const rule of clocksInForce(rules, step.context)) {
    const open = running.get(rule.code) ?? [];
    const start = startOf(rule, step);
    const restarted = start ? (rule.subjects?.(step) ?? ['']) : [];
    for (const clock of open) {
      const end =
        endOf(rule, clock, step) ?? (restarted.includes(clock.subject) ? 'void' : undefined);
      const later = !end && since && waitsOnHold(rule) && movedOn(clock, known, since, step);
      if (later) opened.push(later);
      if (end || later)
        ended.push({ ...clock, status: end ?? 'void', endedOn: step.event.occurredOn });
    }
    if (!start) continue;
    for (const subject of restarted)
      opened.push(started(rule, start, subject, known, step, calendar));
  }
  return { opened, ended };
}

function openByCode(known: readonly Clock[]): ReadonlyMap<string, readonly Clock[]> {
  const byCode = new Map<string, Clock[]>();
  for (const clock of known) {
    if (clock.status !== 'open') continue;
    const same = byCode.get(clock.code);
    if (same) same.push(clock);
    else byCode.set(clock.code, [clock]);
  }
  return byCode;
}

function movedOn(
  clock: Clock,
  known: readonly Clock[],
  since: CalendarDay,
  { event }: PastStep,
): Clock | undefined {
  const before = known.filter(
    ({ code, subject }) => code === clock.code && subject === clock.subject,
  );
  return afterHold(clock, before.length + 1, since, event.occurredOn);
}

/** Puts the changes of one step into the list. */
export function withChanges(known: readonly Clock[], { opened, ended }: ClockChanges): Clock[] {
  const key = ({ code, subject, occurrence }: Clock) => `${code}|${subject}|${occurrence}`;
  const gone = new Map(ended.map((clock) => [key(clock), clock]));
  return [...known.map((clock) => gone.get(key(clock)) ?? clock), ...opened];
}

function startOf(rule: ClockRule, step: PastStep): Start | undefined {
  const { occurredOn, type } = step.event;
  if (occurredOn < rule.effective.from || (rule.effective.to && occurredOn > rule.effective.to))
    return undefined;
  return rule.starts.find(
    ({ on, enters, when }) =>
      (on?.includes(type) || enters?.some((state) => entered(state, step))) &&
      (when?.(step) ?? true),
  );
}

function entered(state: string, { before, after }: PastStep): boolean {
  return isIn(after, state) && !isIn(before, state);
}

/** Whether an open clock of this code asks something of anybody while the case stands here. */
export function asksIn(rules: readonly ClockRule[], code: string, regions: Regions): boolean {
  const rule = rules.find((it) => it.code === code);
  if (rule && waitsOnHold(rule) && isIn(regions, 'hold.on_hold')) return false;
  const quiet = rule?.quietIn ?? [];
  return !quiet.some((state) => isIn(regions, state));
}

const places = new Map<string, readonly [region: string, name: string]>();

/** Whether the regions stand in `'work.accepted'`. */
export function isIn(regions: Regions, state: string): boolean {
  const [region, name] = places.get(state) ?? placeOf(state);
  return regions[region] === name;
}

function placeOf(state: string): readonly [region: string, name: string] {
  const [region = '', name = ''] = state.split('.');
  places.set(state, [region, name]);
  return [region, name];
}

/** The clocks whose last day lies before this one, as the `passed` fact of an event. */
export function passedOn(known: readonly Clock[], day: CalendarDay): string[] {
  return known
    .filter(({ status, dueOn }) => status !== 'void' && dueOn < day)
    .map(({ code, subject }) => (subject ? `${code}:${subject}` : code));
}

function endOf(rule: ClockRule, clock: Clock, step: PastStep): 'met' | 'void' | undefined {
  const { type } = step.event;
  if (rule.metBy.includes(type) && (rule.metWhen?.(step) ?? true)) {
    const met = rule.metSubjects?.(step);
    if (!met || met.includes(clock.subject)) return 'met';
  }
  const ends = rule.voidBy?.includes(type) && (rule.voidWhen?.(step) ?? true);
  if (step.closed || ends) return 'void';
  const left = rule.within?.length && !rule.within.some((state) => isIn(step.after, state));
  return left ? 'void' : undefined;
}

function started(
  rule: ClockRule,
  start: Start,
  subject: string,
  known: readonly Clock[],
  step: PastStep,
  calendar: Calendar,
): Clock {
  const anchor = start.anchor?.(step, subject) ?? step.event.occurredOn;
  const dueOn = dueDay(rule, start, anchor, calendar);
  const before = known.filter((clock) => clock.code === rule.code && clock.subject === subject);
  return {
    code: rule.code,
    subject,
    occurrence: before.length + 1,
    rule: start.rule ?? rule.rule ?? null,
    basis: rule.basis,
    anchor,
    dueOn,
    firesOn: rule.sends ? (rule.fires === 'on-the-day' ? dueOn : addDays(dueOn, 1)) : null,
    sends: rule.sends ?? null,
    ...lifeOf(step),
    calendarVersion: calendar.version,
  };
}

/** On a case that closes in the same step nothing can be recorded any more: its date is known, and nobody is reminded of it. */
function lifeOf({ closed, event }: PastStep): Pick<Clock, 'status' | 'endedOn'> {
  return closed ? { status: 'void', endedOn: event.occurredOn } : { status: 'open', endedOn: null };
}

const dueDays = new WeakMap<Calendar, WeakMap<ClockRule, Map<string, CalendarDay>>>();

/** Counted once for a rule, a day and a calendar: many cases start the same clock on the same day. */
function dueDay(
  rule: ClockRule,
  start: Start,
  anchor: CalendarDay,
  calendar: Calendar,
): CalendarDay {
  const byRule = dueDays.get(calendar) ?? new WeakMap<ClockRule, Map<string, CalendarDay>>();
  const days = byRule.get(rule) ?? new Map<string, CalendarDay>();
  const key = `${rule.starts.indexOf(start)} ${anchor}`;
  const day = days.get(key) ?? counted(rule, start, anchor, calendar);
  dueDays.set(calendar, byRule.set(rule, days.set(key, day)));
  return day;
}

/** The last day that the rule gives for an anchor in this calendar. @throws TermsNotLoaded */
export function counted(
  rule: ClockRule,
  start: Start,
  anchor: CalendarDay,
  calendar: Calendar,
): CalendarDay {
  const named = start.from ?? rule.from;
  const from = named ? termDay(named, anchor, calendar) : anchor;
  const day = lastDayOf(start.limit ?? rule.limit, from, calendar);
  return rule.rolls?.(day, calendar) ?? day;
}
