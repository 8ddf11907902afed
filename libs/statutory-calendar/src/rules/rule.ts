import { type CalendarDay } from '../day/calendar-day';
import { type Calendar } from '../calendar/calendar';
import { type GroundCode } from '../grounds/grounds';
import { type Limit } from '../limit/limit';
import { type Governed } from '../packs/applies';
import { type RulePack } from '../packs/rule-pack';
import { type RuleInput } from './rule-input';

/** What a rule may look up beside its input. */
export interface RuleContext {
  /** One calendar made of the named school calendars. */
  calendar(names: readonly string[]): Calendar;
  readonly bankHolidays: readonly CalendarDay[];
  /** Law that changes the book for a time; the packs shipped with the product where none are given. */
  readonly packs?: readonly RulePack[];
}

/** A rule's answer: keys as in the rule book. */
export type RuleResult = Record<string, unknown>;

/** What a rule computes with. `office` counts working days and knows no school. */
export interface RuleTools {
  readonly office: Calendar;
  readonly context: RuleContext;
  /** The last day that a limit of a rule gives from a day: 'due' of the rule itself unless said otherwise. */
  readonly last: (from: CalendarDay, which?: Which) => CalendarDay;
  /** That limit as the law has it for what starts on this day. */
  readonly limit: (from: CalendarDay, which?: Which) => Limit;
  /** The packs that change a rule for a limit with these days. */
  readonly packs: (rule: string, governed: Governed) => readonly RulePack[];
}

/** Which limit is meant, of which rule, counted in which calendar. */
export interface Which {
  readonly rule?: string;
  readonly limit?: string;
  readonly calendar?: Calendar;
}

/** Where a rule comes from: binding law, guidance, or arithmetic that helps to plan. */
export type Standing = 'law' | 'guidance' | 'planning' | 'data';

/** How sure the book is of a rule's words. */
export type Certainty = 'high' | 'medium' | 'low' | 'derived';

/** One rule of the book as data: everything that can be said of it without computing. */
export interface RuleEntry {
  readonly code: string;
  /** What must be done, or what it says, as a person would put it. */
  readonly says: string;
  readonly standing: Standing;
  readonly source: string;
  /** What starts it, in words. */
  readonly trigger: string;
  /** The time limits, by name; 'due' is the usual one. Operator, number and unit of each stand here alone. */
  readonly limits: Readonly<Record<string, Limit>>;
  /** Numbers that are not time limits: thresholds. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** What satisfies it. */
  readonly metBy?: string;
  /** Grounds that excuse lateness; none unless listed. */
  readonly grounds?: readonly GroundCode[];
  /** Rules whose limits this one is worked out from. */
  readonly derivedFrom?: readonly string[];
  /** Where the words can be read in more than one way: the reading this book takes. */
  readonly reading?: string;
  readonly certainty: Certainty;
  readonly effectiveFrom: CalendarDay;
  readonly effectiveTo?: CalendarDay;
  /** Which day decides whether this version of the law governs. */
  readonly appliesBy: AppliesBy;
  /** Whom a change of law left under the former rule, or took over, in words. */
  readonly cohort?: string;
}

/** The day that decides which law governs: the start of the limit, its due day, or the day of the act. */
export type AppliesBy = 'trigger' | 'due' | 'event';

/** One statutory rule: its facts, and how its answer is worked out from them. */
export interface Rule extends RuleEntry {
  readonly compute: (input: RuleInput, tools: RuleTools) => RuleResult;
}

/** A code that the rule book does not have. */
export class UnknownRule extends Error {
  constructor(readonly code: string) {
    super(`There is no rule called “${code}”. The codes are those of the rule book.`);
    this.name = 'UnknownRule';
  }
}

/** Law of Part 3 of the Children and Families Act 2014 and SI 2014/1530, as most rules are. */
export const PART_3 = {
  standing: 'law',
  effectiveFrom: '2014-09-01',
  appliesBy: 'trigger',
  certainty: 'high',
} as const;

/** The SEND Code of Practice: duties to have regard to. */
export const CODE = {
  standing: 'guidance',
  effectiveFrom: '2015-01-01',
  appliesBy: 'trigger',
  certainty: 'medium',
} as const;

/** SI 2012/1033, exclusions. */
export const EXCLUSIONS_2012 = {
  standing: 'law',
  effectiveFrom: '2012-09-01',
  appliesBy: 'trigger',
  certainty: 'high',
} as const;
