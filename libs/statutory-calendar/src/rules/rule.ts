import { type CalendarDay } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { type RuleInput } from './rule-input';

/** What a rule may look up beside its input. */
export interface RuleContext {
  /** One calendar made of the named school calendars. */
  calendar(names: readonly string[]): Calendar;
  readonly bankHolidays: readonly CalendarDay[];
}

/** A rule's answer: keys as in the rule book (statutory.md 12). */
export type RuleResult = Record<string, unknown>;

/** What a rule computes with. `office` counts working days and knows no school. */
export interface RuleTools {
  readonly office: Calendar;
  readonly context: RuleContext;
}

/** One statutory rule as the rule book numbers it. */
export interface Rule {
  /** As in the rule book: 'EHCNA-DECIDE-6W'. */
  readonly code: string;
  readonly source: string;
  /** First day of the law the rule states; later law is a new pack, not a new number here. */
  readonly effectiveFrom: CalendarDay;
  readonly compute: (input: RuleInput, tools: RuleTools) => RuleResult;
}

/** A code that the rule book does not have. */
export class UnknownRule extends Error {
  constructor(readonly code: string) {
    super(`There is no rule called “${code}”. The codes are those of the rule book.`);
    this.name = 'UnknownRule';
  }
}

/** Part 3 of the Children and Families Act 2014 and SI 2014/1530 came into force. */
export const PART_3 = '2014-09-01';
/** SI 2012/1033, exclusions. */
export const EXCLUSIONS_2012 = '2012-09-01';
