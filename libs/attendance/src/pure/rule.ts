import { type ChildFacts } from './child-facts';
import { type AttendancePolicy } from './policy';
import { type Window } from './windows';

export const ROUTES = {
  urgent: 'Urgent list',
  list: 'List for a meeting',
  triage: 'Look at it first',
} as const;
export type Route = keyof typeof ROUTES;

export const RULE_CODES = [
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** What a rule found about a child. */
export interface Found {
  readonly route: Route;
  /** The same evidence has the same key, however often it is found. */
  readonly key: string;
  /** The figures that the rule looked at. */
  readonly values: Readonly<Record<string, number | string>>;
  /** The same in words, without a name. */
  readonly words: string;
  readonly window: Window;
}

/** One rule by which a child is found in the data. Schools may read the words. */
export interface Rule {
  readonly code: RuleCode;
  /** What it looks for, as a school is told. */
  readonly words: (policy: AttendancePolicy) => string;
  readonly then: string;
  readonly test: (facts: ChildFacts, policy: AttendancePolicy) => Found | undefined;
}
