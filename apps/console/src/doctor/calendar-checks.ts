import { Calendars } from '@app/casework';
import { type Statements } from '@app/database';
import { addDays, type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type Check, fine, type Finding, look, wrong } from './finding';

const WARN_DAYS = 60;
const BANK_HOLIDAYS_DAYS = 300;

interface CalendarRow {
  readonly [column: string]: unknown;
  readonly council: string;
  readonly name: string | null;
  readonly loadedTo: CalendarDay | null;
}

/** Term dates and bank holidays reach far enough: past them a date is refused and not guessed. */
export const calendarChecks: Check = async ({ statements, clock }) => {
  const today = clock.today();
  const rows = await statements.run<CalendarRow>('', CALENDARS, []);
  const short = rows.flatMap((row) => shortOf(row, today));
  return [
    ...(short.length > 0 || rows.length === 0
      ? short
      : [fine('Term dates are loaded for more than 60 days ahead.')]),
    ...(await bankHolidays(statements, today)),
  ];
};

function shortOf({ council, name, loadedTo }: CalendarRow, today: CalendarDay): Finding[] {
  const load = 'Load the next school year: Administration, School calendars.';
  if (!name || !loadedTo)
    return [
      wrong(`${council} has no term dates, so no date in school days can be worked out.`, load),
    ];
  if (loadedTo < today)
    return [wrong(`The term dates of ${name} ended on ${plainDay(loadedTo)}.`, load)];
  return loadedTo < addDays(today, WARN_DAYS)
    ? [look(`The term dates of ${name} are loaded to ${plainDay(loadedTo)} only.`, load)]
    : [];
}

async function bankHolidays(statements: Statements, today: CalendarDay): Promise<Finding[]> {
  const calendars = new Calendars(statements);
  const councils = await statements.run<{ code: string }>('', COUNCILS, []);
  const lists = await Promise.all(councils.map(({ code }) => calendars.bankHolidays(code)));
  return [...new Set(lists.map(({ loadedTo }) => loadedTo))].map((loadedTo) =>
    loadedTo < addDays(today, BANK_HOLIDAYS_DAYS)
      ? look(
          `Bank holidays are known to ${plainDay(loadedTo)} only.`,
          'Load the newest list that the government has published: causeway bank-holidays refresh.',
        )
      : fine(`Bank holidays are known to ${plainDay(loadedTo)}.`),
  );
}

const COUNCILS = 'SELECT code FROM authority ORDER BY code';

const CALENDARS = `
SELECT a.name AS council, c.name,
  (SELECT max(term->>1) FROM jsonb_array_elements(c.terms) AS term) AS "loadedTo"
FROM authority a LEFT JOIN school_calendar c ON c.authority = a.code
  AND (c.is_default OR EXISTS (SELECT 1 FROM school s WHERE s.authority = a.code AND s.calendar_id = c.id))
ORDER BY a.name, c.is_default DESC, c.name`;
