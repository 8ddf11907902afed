import { type CalendarChange, type DaysOffChange } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import {
  type BankHolidays,
  type CalendarDay,
  longDay,
  londonDay,
  plainDay,
} from '@app/statutory-calendar';
import { paths } from '../paths';

const KINDS = { holidays: 'Bank holidays', closures: 'Council closure days' } as const;
const DECISIONS = { approved: 'Approved', refused: 'Refused' } as const;

/** One proposed change as the list shows it. */
export const changeRow = (change: CalendarChange) => {
  const { id, kind, reason, proposedBy, proposedAt, decision, decidedBy } = change;
  return {
    href: paths.admin.daysOffChange(id),
    what: KINDS[kind],
    reason,
    proposed: `${proposedBy}, ${plainDay(londonDay(proposedAt))}`,
    decision: decision ? `${DECISIONS[decision]} by ${decidedBy ?? ''}` : 'Waits for a decision',
  };
};

/** Bank holidays that are still to come, and up to when they are known. */
export const holidayRows = (
  { days, titleOf, loadedTo, version }: BankHolidays,
  today: CalendarDay,
) => ({
  version,
  loadedTo: plainDay(loadedTo),
  rows: days
    .filter((day) => day >= today)
    .map((day) => ({ day: longDay(day), title: titleOf(day) ?? 'Bank holiday' })),
});

/** What a change does: the days, and the open dates that would fall elsewhere if they were counted anew. */
export const effectRows = ({ added, removed, elsewhere }: DaysOffChange) => ({
  days: [
    ...added.map(({ date, title }) => ({ what: 'Added', day: longDay(date), title })),
    ...removed.map(({ date, title }) => ({ what: 'Taken away', day: longDay(date), title })),
  ],
  dates: elsewhere.map(({ reference, pathway, code, dueOn, wouldBe }) => ({
    reference,
    href: paths.case(reference),
    what: pathwayNamed(pathway).clocks.find((clock) => clock.code === code)?.label ?? code,
    was: plainDay(dueOn),
    is: plainDay(wouldBe),
  })),
});
