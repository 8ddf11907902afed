import { type RowProblem } from '@app/people';
import { type CalendarDay, daysBetween, shortDay } from '@app/statutory-calendar';
import { problem } from './feed';
import { type SuspensionCells } from './suspension-columns';

/** Categories whose length in half days must be said. */
const WITH_LENGTH: readonly string[] = ['SUSP', 'INTR'];
const SESSIONS_A_DAY = 2;

/** What can only be seen when the cells of a row are laid side by side. */
export function lineProblems(row: SuspensionCells, today: CalendarDay): RowProblem[] {
  const { category, startOn, endOn, sessions } = row;
  return [
    ...(startOn && startOn > today
      ? [problem('Start date', `${shortDay(startOn)} has not come yet. Check the date`, 'future')]
      : []),
    ...(startOn && endOn && endOn < startOn
      ? [problem('End date', 'It ends before it starts. Check the two dates', 'end_before_start')]
      : []),
    ...(category && WITH_LENGTH.includes(category) && !sessions
      ? [problem('Sessions', 'Type how many half days it lasted', 'no_length')]
      : []),
    ...tooLong(row),
  ];
}

/** No more half days than lie between the two dates. */
function tooLong({ startOn, endOn, sessions }: SuspensionCells): RowProblem[] {
  if (!startOn || !endOn || endOn < startOn || !sessions) return [];
  const most = SESSIONS_A_DAY * (daysBetween(startOn, endOn) + 1);
  if (sessions <= most) return [];
  return [
    problem(
      'Sessions',
      `${sessions} half days do not fit between the two dates: ${most} at most`,
      'too_long',
    ),
  ];
}
