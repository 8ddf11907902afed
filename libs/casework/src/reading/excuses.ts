import { groundFor } from '@app/pathways';

/** Grounds on which the law excuses a delay (SEND Regulations 2014, regulations 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3)). */
const GROUNDS = {
  school_closed: 'school closed',
  early_years_closed: 'early years setting closed',
  absent: 'family away',
  exceptional_circumstances: 'exceptional personal circumstances',
  missed_appointment: 'missed appointment',
  views_late: 'family asked for more time',
  changed_law: 'newer law',
} as const;

/** The ground that excuses this clock among those that the case remembers, in words; null where none was claimed for it. */
export function excuseOf(
  clock: { readonly code: string; readonly subject: string },
  excused: readonly string[],
): string | null {
  const ground = groundFor(clock, excused);
  return ground ? GROUNDS[ground] : null;
}
