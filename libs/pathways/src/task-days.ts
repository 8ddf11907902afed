import { amountOf, type Limit } from '@app/statutory-calendar';
import { type Instruction, type TaskDue } from './instruction';
import { overlayOf, type Setting } from './policy';

type Counted = Extract<Limit, { n: number }>;

/** A task for the day on which it is opened: its own words say so. */
export const TODAY = { unit: 'WD', n: 0 } as const;

/** Days that the law names: no setting moves them. */
export const BY_LAW = {
  /** Education from the sixth school day of a permanent exclusion: Education Act 1996 s 19(3A), SI 2007/1870. */
  sixthSchoolDay: { unit: 'SD', n: 5, roll: true },
  /** The Information Commissioner hears within 72 hours: UK GDPR article 33. */
  dataBreach: { unit: 'WD', n: 1 },
} as const;

const PREFIX = 'task.';
const MOST: Partial<Record<Limit['unit'], number>> = { CW: 104, SW: 104, months: 36 };
const MOST_DAYS = 130;

/** The tasks of a pathway by name: what each asks, and when it is usually due. */
export function taskDays<const Name extends string>(
  tasks: Readonly<Record<Name, readonly [label: string, due: Counted]>>,
): { readonly due: Readonly<Record<Name, TaskDue>>; readonly settings: readonly Setting[] } {
  const all = Object.entries(tasks) as [Name, readonly [string, Counted]][];
  const due = all.map(([name, [, limit]]) => [name, { ...limit, setting: PREFIX + name }]);
  return {
    due: Object.fromEntries(due) as Record<Name, TaskDue>,
    settings: all.map(([name, [label, limit]]) => settingOf(PREFIX + name, label, limit)),
  };
}

function settingOf(key: string, label: string, limit: Counted): Setting {
  return {
    key,
    label,
    group: 'Tasks',
    unit: amountOf({ ...limit, n: 2 }).replace(/^2 /, ''),
    usual: limit.n,
    least: 1,
    most: MOST[limit.unit] ?? MOST_DAYS,
  };
}

/** When a task is due for this case. */
export function dueFor({ setting, ...limit }: TaskDue, context: object): Counted {
  const n = overlayOf(context)?.numbers[setting];
  return n === undefined ? limit : { ...limit, n };
}

/** What a step asks for, with each task due as it counts for this case. */
export function withDue(instruction: Instruction, context: object): Instruction {
  if (instruction.type !== 'task.open' || !instruction.due) return instruction;
  return 'setting' in instruction.due
    ? { ...instruction, due: dueFor(instruction.due, context) }
    : instruction;
}

/** So many working days. */
export const inWorkingDays = (n: number) => ({ unit: 'WD', n }) as const;

/** So many school days; in the holidays the first day back. */
export const inSchoolDays = (n: number) => ({ unit: 'SD', n, roll: true }) as const;
