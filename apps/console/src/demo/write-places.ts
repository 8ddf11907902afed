import { type Statements } from '@app/database';
import { y6Policy } from '@app/pathways';
import { type CalendarDay, schoolYearOf } from '@app/statutory-calendar';
import { AUTHORITY } from './authority';

/** The places of last year's cohort, of this year's and of the next: one row each, so that none is given twice. */
export async function writePlaces(statements: Statements, today: CalendarDay): Promise<void> {
  const movesIn = schoolYearOf(today) + 1;
  for (const cohort of [movesIn - 1, movesIn, movesIn + 1])
    await statements.run('', ADD, [AUTHORITY, String(cohort), y6Policy.places]);
}

const ADD = `
INSERT INTO place (authority, programme, cohort, number) SELECT $1, 'y6_transition', $2, n FROM generate_series(1, $3::int) n`;
