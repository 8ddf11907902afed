import { Calendars } from '@app/casework';
import { Statements } from '@app/database';
import { type NewTask, openTasks } from '@app/letters';
import { addDays, type CalendarDay, longDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Morning } from './morning';

const WARNING_DAYS = 60;

interface SchoolYear {
  readonly id: string;
  readonly name: string;
  readonly loadedTo: CalendarDay | null;
}

/** The administrator hears 60 days ahead that term dates or bank holidays run out: past them no date can be worked out. */
@Injectable()
export class CalendarWarnings {
  constructor(
    private readonly statements: Statements,
    private readonly counting: Calendars,
  ) {}

  /** @returns number of calendars that run out; each makes one task, once */
  async write({ authority, day }: Morning): Promise<number> {
    const calendars = await this.statements.run<SchoolYear>('warnings-calendars', CALENDARS, [
      authority,
    ]);
    const { loadedTo: holidaysTo } = await this.counting.bankHolidays(authority);
    const running = [
      ...calendars.flatMap(({ id, name, loadedTo }) =>
        loadedTo ? [termsTask(authority, day, { id, name, loadedTo })] : [],
      ),
      bankHolidaysTask(authority, day, holidaysTo),
    ].filter(({ dueOn }) => dueOn !== null && addDays(day, WARNING_DAYS) >= dueOn);
    await openTasks(this.statements, running);
    return running.length;
  }
}

const base = (authority: string, day: CalendarDay) => ({
  authority,
  caseId: null,
  officerId: null,
  forRole: 'administrator',
  openedOn: day,
});

function termsTask(
  authority: string,
  day: CalendarDay,
  { id, name, loadedTo }: SchoolYear & { loadedTo: CalendarDay },
): NewTask {
  return {
    ...base(authority, day),
    sourceKey: `terms-end:${id}:${loadedTo}`,
    text: `Load the next term dates of ${name}`,
    why: `They are loaded to ${longDay(loadedTo)}. After that no date in school days can be worked out.`,
    dueOn: loadedTo,
  };
}

function bankHolidaysTask(authority: string, day: CalendarDay, loadedTo: CalendarDay): NewTask {
  return {
    ...base(authority, day),
    sourceKey: `bank-holidays-end:${authority}:${loadedTo}`,
    text: 'Load a newer list of bank holidays: ours is running out',
    why: `It ends on ${longDay(loadedTo)}. After that, dates in working days may be wrong.`,
    dueOn: loadedTo,
  };
}

const CALENDARS = `
SELECT id, name, (SELECT max(block->>1) FROM jsonb_array_elements(terms) AS block) AS "loadedTo"
FROM school_calendar WHERE authority = $1 ORDER BY name`;
