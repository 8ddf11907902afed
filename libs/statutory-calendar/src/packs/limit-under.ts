import { type Calendar } from '../calendar/calendar';
import { type CalendarDay } from '../day/calendar-day';
import { lastDayOf, type Limit } from '../limit/limit';
import { reaches } from './applies';
import { type RulePack } from './rule-pack';

/** A limit of the book by its names, and as the book has it. */
interface LimitOfBook {
  readonly rule: string;
  readonly name: string;
  readonly usual: Limit;
}

/** The limit that the law gives for what starts on this day: the book's, or that of the newest change that reaches it. */
export function limitUnder(
  packs: readonly Pick<RulePack, 'changes'>[],
  { rule, name, usual }: LimitOfBook,
  anchor: CalendarDay,
  calendar: Calendar,
): Limit {
  const changes = packs
    .flatMap((pack) => pack.changes)
    .filter((change) => change.rule === rule && change.limit?.name === name);
  if (!changes.length) return usual;
  const isByTrigger = changes.every(({ appliesBy }) => appliesBy === 'trigger');
  const dueOn = isByTrigger ? anchor : lastDayOf(usual, anchor, calendar);
  const governed = { anchor, dueOn };
  const newest = changes
    .filter((change) => reaches(change, governed))
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
  return newest?.limit?.is ?? usual;
}
