import { fieldsOf } from '@app/pathways';
import { type CalendarDay, ncYearOn } from '@app/statutory-calendar';
import { type z } from 'zod';

const YEAR_GROUP = 'ncYear';

/** Answers of a form that the child’s record knows already: the year group, where the form takes that year. */
export function knownOfChild(
  payload: z.ZodObject,
  { ncYear, dob }: { readonly ncYear: string | null; readonly dob: CalendarDay },
  today: CalendarDay,
): Record<string, unknown> {
  const field = fieldsOf(payload).find(({ name }) => name === YEAR_GROUP);
  const year = numberOf(ncYear ?? ncYearOn(dob, today));
  return field?.schema.safeParse(year).success ? { [YEAR_GROUP]: year } : {};
}

/** Reception is year 0; a nursery class has no number. */
function numberOf(ncYear: string): number | undefined {
  if (ncYear === 'R') return 0;
  return /^\d+$/.test(ncYear) ? Number(ncYear) : undefined;
}
