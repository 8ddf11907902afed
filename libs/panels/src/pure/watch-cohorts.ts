import { type CalendarDay } from '@app/statutory-calendar';

/** Why a child is on the watch list (handbook 8.3), in plain words. */
export const COHORTS = {
  severe_absence: 'Misses half or more of school',
  part_time_long: 'On part-time hours for more than 6 weeks',
  no_school: 'Missing from education: on no school’s roll',
  home_education_worry: 'Taught at home, and somebody is worried',
  other_setting_long: 'Taught outside school for more than two terms',
  home_tuition: 'Taught at home by a tutor from the council',
  cannot_attend: 'Cannot attend: anxiety or illness, or the council arranges education',
  awaiting_place: 'Out of school, waiting for a place',
  move_at_risk: 'Year 6: the move to the next school is at high risk',
} as const;
export type Cohort = keyof typeof COHORTS;

/** What the group does with an entry when it looks through the list. */
export const LOOKS = {
  KEPT: 'Keep on the list',
  STEPPED_UP: 'Step up: needs more, sooner',
  STEPPED_DOWN: 'Step down: less often',
  REMOVED: 'Take off the list',
} as const;
export type LookAt = keyof typeof LOOKS;

/** How many meetings of the group went by since an entry was last confirmed, and what that makes of it. */
export function confirmationOf(
  confirmedOn: CalendarDay,
  meetings: readonly CalendarDay[],
): { missed: number; isRed: boolean } {
  const missed = meetings.filter((day) => day > confirmedOn).length;
  return { missed, isRed: missed >= 2 };
}
