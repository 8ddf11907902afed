import { type Statements } from '@app/database';
import {
  type CalendarDay,
  type Clock,
  DayClock,
  isCalendarDay,
  SystemClock,
} from '@app/statutory-calendar';
import { EXIT, Stop } from '../exit';

/**
 * The clock of a command: CAUSEWAY_TODAY, the day that the demonstration was moved to, or the machine's.
 * In production only the machine's counts. @throws Stop for a CAUSEWAY_TODAY that is not a day
 */
export async function clockOf(statements: Statements): Promise<Clock> {
  if (isProduction()) return new SystemClock();
  const given = process.env['CAUSEWAY_TODAY'] ?? '';
  if (given !== '' && !isCalendarDay(given))
    throw new Stop(
      `CAUSEWAY_TODAY is “${String(given)}”, which is not a day like 2027-01-12.`,
      EXIT.usage,
    );
  const day = given || (await chosenDay(statements));
  return day ? new DayClock(day) : new SystemClock();
}

/** Whether this is a real installation's machine. */
export const isProduction = () => process.env['NODE_ENV'] === 'production';

async function chosenDay(statements: Statements): Promise<CalendarDay | null> {
  const [row] = await statements.run<{ today: CalendarDay | null }>(
    '',
    'SELECT today FROM demo_clock',
    [],
  );
  return row?.today ?? null;
}
