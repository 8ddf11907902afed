import { addDays, type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { type Cadence, type Terms } from '../pure/terms';

const FORTNIGHT = 14;
/** So many days keep a date on its day of the week. */
const YEAR = 364;

/** The usual terms of a panel for a council that begins on a day: the same rhythm, counted from then. Pure. */
export const termsBeginning = (terms: Terms, day: CalendarDay): Terms => ({
  ...terms,
  cadence: { ...terms.cadence, ...countedFrom(terms.cadence, day) },
});

function countedFrom(
  { every, from, dates = [] }: Cadence,
  day: CalendarDay,
): Pick<Cadence, 'from' | 'dates'> {
  if (every === 'dates') {
    const years = schoolYearOf(day) - schoolYearOf(dates[0] ?? day);
    const named = [years, years + 1].flatMap((n) => dates.map((it) => addDays(it, n * YEAR)));
    return { from: named[0] ?? day, dates: named };
  }
  if (every !== 'fortnight') return { from: day };
  let first = from;
  while (first > day) first = addDays(first, -FORTNIGHT);
  return { from: first };
}
