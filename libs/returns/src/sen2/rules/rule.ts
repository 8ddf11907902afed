import { type Collection } from '../collection';
import { type Module } from '../layout';
import { type Assessment, type NamedPlan, type Person, type Request } from '../records';

/** An error stops the return; a warning is a question that the department asks. */
export type Level = 'error' | 'warning';

/** Where a person puts it right: the child's record, the plan, the case. */
export type MendAt = 'child' | 'plan' | 'case';

/** What stands above a record in the tree. */
export interface Above {
  readonly collection: Collection;
  readonly person: Person;
  readonly request?: Request;
  readonly assessment?: Assessment;
  readonly namedplan?: NamedPlan;
}

/** A check of one record of a module. */
export interface Rule<Record> {
  /** Our own number: the department's numbers are not known. */
  readonly number: string;
  readonly level: Level;
  readonly field: string;
  readonly mendAt: MendAt;
  /** What is wrong. */
  readonly words: string;
  /** What to enter. */
  readonly enter: string;
  readonly broken: (record: Record, above: Above) => boolean;
}

/** A rule as it is listed, with its module. */
export type ListedRule = Omit<Rule<never>, 'broken'> & { readonly module: Module };

/** A record that breaks a rule, and where to put it right. */
export interface Finding {
  readonly rule: ListedRule;
  readonly childId: string;
  readonly planId: string | null;
  readonly reference: string | null;
}

type Given = Pick<Rule<never>, 'number' | 'field' | 'words' | 'enter'>;

/** Rules mended at one place. */
export const rulesAt =
  (mendAt: MendAt) =>
  <Record>(level: Level, given: Given, broken: Rule<Record>['broken']): Rule<Record> => ({
    ...given,
    level,
    mendAt,
    broken,
  });

/** Whether the first day is after the second, both known. */
export const after = (first: string | null, second: string | null) =>
  first !== null && second !== null && first > second;
