import {
  bookEntry,
  type CalendarDay,
  englandBankHolidays,
  isSameLimit,
  type LawChange,
  lastDayOf,
  type Limit,
  limitUnder,
  makeCalendar,
  reaches,
} from '@app/statutory-calendar';
import { type ClockRule, type PastStep, type Start } from './clock-rule';

const office = makeCalendar({ bankHolidays: englandBankHolidays.days });

/** What the law has changed for a case: the packs that the council has approved, and what they change on its pathway. */
export interface LawInForce {
  readonly packs: readonly string[];
  readonly changes: readonly LawChange[];
}

/** What a case remembers of changed law. */
export const lawOf = (context: object): LawInForce | undefined =>
  (context as { readonly law?: LawInForce }).law;

type Ruled = Pick<ClockRule, 'rule'> & Partial<Pick<ClockRule, 'starts'>>;

/** Does a clock, or one of its starts, count by the rule that is changed, or by one that is worked out from it? */
export const isUnder = ({ rule, starts = [] }: Ruled, change: LawChange): boolean =>
  [rule, ...starts.map((start) => start.rule)].some((code) => isBy(code, change));

const isBy = (code: string | undefined, { rule }: LawChange): boolean =>
  code !== undefined && (code === rule || (bookEntry(code)?.derivedFrom ?? []).includes(rule));

/** The limits of a clock's starts that a change replaces. */
export const startsUnder = (rule: ClockRule, change: LawChange): readonly Start[] =>
  rule.starts.filter(
    (start) =>
      change.limit &&
      isBy(start.rule ?? rule.rule, change) &&
      isSameLimit(start.limit ?? rule.limit, change.limit.was),
  );

/** The last day that a rule of the book gives from a day, under the law that a case remembers. */
export function lastInForce(rule: string, from: CalendarDay, context: object): CalendarDay {
  const usual = bookEntry(rule)?.limits['due'];
  if (!usual) throw new Error(`The book has no time limit ${rule}`);
  const law = lawOf(context);
  const asked = { rule, name: 'due', usual };
  return lastDayOf(limitUnder(law ? [law] : [], asked, from, office), from, office);
}

/**
 * A clock as changed law has it: what a change reaches starts with the new limit, the newest change first, and
 * everything else as before.
 */
export function underLaw(rule: ClockRule, { changes }: LawInForce): ClockRule {
  const newestFirst = changes.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  const starts = rule.starts.flatMap((start) => [
    ...newestFirst.flatMap((change) =>
      startsUnder(rule, change).includes(start) ? [changed(rule, start, change)] : [],
    ),
    start,
  ]);
  return starts.length === rule.starts.length ? rule : { ...rule, starts };
}

function changed(rule: ClockRule, start: Start, change: LawChange): Start {
  const usual = start.limit ?? rule.limit;
  const isNow = change.limit!.is;
  const isReached = (step: PastStep) => {
    const anchor = start.anchor?.(step) ?? step.event.occurredOn;
    return reaches(change, { anchor, dueOn: dueUnderBook(usual, anchor, change) });
  };
  return {
    ...start,
    limit: 'roll' in usual && usual.roll ? ({ ...isNow, roll: true } as Limit) : isNow,
    when: (...asked) => (start.when?.(...asked) ?? true) && isReached(asked[0]),
  };
}

/** Only a change by its due day or by the act asks for it, and those never count in school days. */
function dueUnderBook(usual: Limit, anchor: CalendarDay, { appliesBy }: LawChange): CalendarDay {
  return appliesBy === 'trigger' ? anchor : lastDayOf(usual, anchor, office);
}
