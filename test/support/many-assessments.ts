import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';

const SQL = readFileSync(join(__dirname, 'many-assessments.sql'), 'utf8');

/** Made-up open assessments, and plans that were sent, of an authority: the same for the same seed. */
export async function manyAssessments(
  statements: Statements,
  authority: string,
  {
    today,
    open,
    seed,
    sent = 0,
  }: { today: CalendarDay; open: number; seed: number; sent?: number },
): Promise<void> {
  await statements.run('', SQL, [authority, today, open, seed, sent, true]);
}
