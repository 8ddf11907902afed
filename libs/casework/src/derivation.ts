import {
  type Clock,
  type ClockRule,
  clocksInForce,
  isUnder,
  type LawInForce,
  overlayOf,
  type Pathway,
} from '@app/pathways';
import {
  addDays,
  type Calendar,
  type CalendarDay,
  daysBetween,
  isSameLimit,
  lastDayOf,
  type Limit,
  packsOn,
  type TermDay,
  termDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';

/** How the day of a clock was counted from its anchor. */
export interface Counted {
  readonly limit: Limit;
  /** It counts from this named day of the school year instead of the anchor itself. */
  readonly from?: TermDay;
  /** Days put on top: those that a case was on hold, or that a move between schools could not take back. */
  readonly added?: number;
}

/** What is kept beside a due day, so that it can be worked out again and explained. */
export interface Derivation {
  /** `Counted` as text; null for a clock that the rules of its case no longer know. */
  readonly counted: string | null;
  /** The rule pack that was law, for an aim of the council the version of its settings; null where neither has a say. */
  readonly ruleVersion: string | null;
  /** The due day, or the last working day before it. */
  readonly workTo: CalendarDay;
}

type Sum = Pick<ClockRule, 'limit' | 'from' | 'rolls' | 'starts'>;
type Day = Pick<Clock, 'anchor' | 'dueOn'>;

/** Says of each clock of a case how it was counted; `context` is what the case remembers. */
export function derivations({ clocks }: Pathway, context: object, calendar: Calendar) {
  const rules = new Map(clocksInForce(clocks, context).map((rule) => [rule.code, rule]));
  return (clock: Clock): Derivation => {
    const rule = rules.get(clock.code);
    const counted = rule && countUsed(rule, clock, calendar);
    return {
      counted: counted ? asText(counted) : null,
      ruleVersion: ruleVersion(clock, counted, context),
      workTo: calendar.lastWorkingDayOnOrBefore(clock.dueOn),
    };
  };
}

function ruleVersion(clock: Clock, counted: Counted | undefined, context: object): string | null {
  if (clock.basis === 'statutory') {
    const law = packsOn(clock.dueOn, clock.anchor).map(({ name }) => name);
    return [...law, ...approvedPacks(clock, counted, context)].join('+');
  }
  const settings = clock.basis === 'local' ? overlayOf(context)?.version : undefined;
  return settings === undefined ? null : `settings ${settings}`;
}

/** Packs that the council has approved, where this clock counts by what they change. */
function approvedPacks(clock: Clock, counted: Counted | undefined, context: object) {
  const { law } = context as { readonly law?: LawInForce };
  const isChanged = law?.changes.some(
    (change) =>
      counted &&
      change.limit &&
      isSameLimit(change.limit.is, counted.limit) &&
      isUnder({ rule: clock.rule ?? '' }, change),
  );
  return isChanged && law ? law.packs : [];
}

/** The way of counting that gives the day of a clock; where none does, the nearest one and the days on top of it. */
export function countUsed(rule: Sum, clock: Day, calendar: Calendar): Counted {
  const ways = rule.starts.map(({ limit = rule.limit, from = rule.from }) => ({
    limit,
    ...(from && { from }),
  }));
  const found = ways.flatMap((way) => {
    const day = dueAgain(rule, way, clock.anchor, calendar);
    return day ? [{ way, added: daysBetween(day, clock.dueOn) }] : [];
  });
  found.sort((a, b) => rank(a.added) - rank(b.added));
  const [best] = found;
  if (!best) return ways[0] ?? { limit: rule.limit };
  return best.added ? { ...best.way, added: best.added } : best.way;
}

/** None before some, and days on top before days taken off. */
const rank = (added: number) => (added < 0 ? 10_000 - added : added);

/** The day that a count gives in this calendar; undefined where the term dates it needs are not loaded. */
export function dueAgain(
  { rolls }: Pick<ClockRule, 'rolls'>,
  counted: Counted,
  anchor: CalendarDay,
  calendar: Calendar,
): CalendarDay | undefined {
  try {
    const day = plainDue(counted, anchor, calendar);
    return addDays(rolls?.(day, calendar) ?? day, counted.added ?? 0);
  } catch (error) {
    if (error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

/** The day that the count gives, before a rule of court moves it on and before days on top. @throws TermsNotLoaded */
export function plainDue(
  { limit, from }: Counted,
  anchor: CalendarDay,
  calendar: Calendar,
): CalendarDay {
  return lastDayOf(limit, from ? termDay(from, anchor, calendar) : anchor, calendar);
}

const FROM = 'from:';

/** '20 CW', '10 SD roll', '5 SD from:lastPupilDayOfSummerTerm', '10 WD +14', 'on'. */
export function asText({ limit, from, added }: Counted): string {
  const words = [
    ...('n' in limit ? [String(limit.n), limit.unit] : [limit.unit]),
    ...('roll' in limit && limit.roll ? ['roll'] : []),
    ...(from ? [`${FROM}${from}`] : []),
    ...(added ? [`${added > 0 ? '+' : ''}${added}`] : []),
  ];
  return words.join(' ');
}

/** What `asText` wrote. */
export function asCounted(text: string): Counted {
  const [first = '', second = '', ...rest] = text.split(' ');
  const isPlain = first === 'on' || first === 'before';
  const more = isPlain ? [second, ...rest].filter(Boolean) : rest;
  const from = more.find((word) => word.startsWith(FROM))?.slice(FROM.length);
  const added = Number(more.find((word) => /^[+-]\d+$/.test(word)) ?? 0);
  const roll = more.includes('roll');
  const limit = isPlain
    ? { unit: first }
    : { unit: second, n: Number(first), ...(roll && { roll }) };
  return {
    limit: limit as Limit,
    ...(from && { from: from as TermDay }),
    ...(added && { added }),
  };
}
