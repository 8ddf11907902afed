import { type CalendarDay } from '@app/statutory-calendar';
import { daysFrom } from './day-counter';
import { type History, leftOn, startedOn, type Way } from './history';
import { type Spell } from './survival';

/** A spell, the place of its history among the others, and the day from the start of the case on which it began. */
export interface SpellOf extends Spell {
  readonly of: number;
  readonly arrived: number;
}

/** All that is learned from. */
export interface Spells {
  readonly legs: readonly (readonly SpellOf[])[];
  /** For each leg: how many left it, and how many of these ended there without what the law asks for. */
  readonly endings: readonly (readonly { readonly of: number; readonly without: boolean }[])[];
  readonly services: ReadonlyMap<string, readonly SpellOf[]>;
  /** From the asking to the last answer of all, and who was asked. */
  readonly lastAnswers: readonly (SpellOf & { readonly asked: readonly string[] })[];
  /** From the last answer of a service to the end of the leg that waited for it. */
  readonly afterAnswers: readonly SpellOf[];
  /** From the day that was set to the day it came. */
  readonly afterPlan: readonly SpellOf[];
  readonly histories: number;
  /** The leg in which services are waited for. */
  readonly waitsIn: number;
}

/**
 * Cuts histories into spells. Give them as they were known on the day: what goes on then is censored there.
 * Before the first end on record only cases that lasted are known, so nothing counts that was over by then,
 * and what had begun counts from there.
 */
export function spellsOf(way: Way, histories: readonly History[], day: CalendarDay): Spells {
  const since = recordsBegin(histories) ?? day;
  const services = new Map<string, SpellOf[]>();
  const found = {
    legs: way.legs.map((): SpellOf[] => []),
    endings: way.legs.map((): { of: number; without: boolean }[] => []),
    services,
    lastAnswers: [] as (SpellOf & { asked: readonly string[] })[],
    afterAnswers: [] as SpellOf[],
    afterPlan: [] as SpellOf[],
    histories: histories.length,
    waitsIn: way.waitsIn ?? 0,
  };
  histories.forEach((history, of) => {
    const spell = (from: CalendarDay, to: CalendarDay | null): SpellOf[] => {
      const after = Math.max(0, daysFrom(from, since));
      const days = Math.max(0, daysFrom(from, to ?? day));
      const arrived = daysFrom(startedOn(history) ?? from, from);
      return days < after ? [] : [{ of, arrived, days, ended: to !== null, after }];
    };
    way.legs.forEach((_, leg) => {
      const from = history.entered[leg];
      if (!from) return;
      const left = leftOn(history, leg);
      found.legs[leg]?.push(...spell(from, left));
      if (left && left >= since) found.endings[leg]?.push({ of, without: endedIn(history, leg) });
      if (leg === way.waitsIn) {
        for (const { service, askedOn, inOn } of history.asked) {
          const known = services.get(service) ?? [];
          services.set(service, known);
          known.push(...spell(askedOn, inOn ?? (endedIn(history, leg) ? null : left)));
        }
        const last = lastAnswer(history, from, left);
        const asked = history.asked.map(({ service }) => service);
        found.lastAnswers.push(...spell(from, last ?? null).map((each) => ({ ...each, asked })));
        if (last) found.afterAnswers.push(...spell(last, left));
      }
      if (leg === way.plannedIn) {
        const set = history.planned.at(-1)?.forOn;
        if (set && (left ?? day) >= set) found.afterPlan.push(...spell(set, left));
      }
    });
  });
  return found;
}

/** The day of the last answer; the day the leg began where nothing was asked, undefined while something is awaited. */
export function lastAnswer(
  { asked }: History,
  from: CalendarDay,
  left: CalendarDay | null,
): CalendarDay | undefined {
  const days = asked.map(({ inOn }) => inOn ?? left);
  if (days.some((day) => day === null)) return undefined;
  return days.reduce<CalendarDay>((last, day) => (day && day > last ? day : last), from);
}

function recordsBegin(histories: readonly History[]): CalendarDay | undefined {
  const ends = histories.flatMap(({ over }) => (over ? [over.on] : []));
  return ends.reduce<CalendarDay | undefined>(
    (first, on) => (first === undefined || on < first ? on : first),
    undefined,
  );
}

function endedIn({ entered, over }: History, leg: number): boolean {
  return over?.how === 'ended' && entered.slice(leg + 1).every((on) => on === null);
}
