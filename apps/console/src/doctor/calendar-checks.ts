import { addDays, type CalendarDay, englandBankHolidays, plainDay } from '@app/statutory-calendar';
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
    bankHolidays(today),
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

function bankHolidays(today: CalendarDay): Finding {
  const { loadedTo } = englandBankHolidays;
  return loadedTo < addDays(today, BANK_HOLIDAYS_DAYS)
    ? look(
        `Bank holidays are known to ${plainDay(loadedTo)} only.`,
        'Install the newest version of Causeway: it brings the days that the government has published since.',
      )
    : fine(`Bank holidays are known to ${plainDay(loadedTo)}.`);
}

const CALENDARS = `
SELECT a.name AS council, c.name,
  (SELECT max(term->>1) FROM jsonb_array_elements(c.terms) AS term) AS "loadedTo"
FROM authority a LEFT JOIN school_calendar c ON c.authority = a.code
  AND (c.is_default OR EXISTS (SELECT 1 FROM school s WHERE s.authority = a.code AND s.calendar_id = c.id))
ORDER BY a.name, c.is_default DESC, c.name`;
