import { type Pathway } from '@app/pathways';
import { type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { type CaseFile, type FileClock, type FileEvent } from './case-file';
import { type DateState, legWeek, stateOfClock } from './clock-state';
import { excuseOf } from './excuses';
import { excusesNamed } from './lawful-excuses';
import { clockWords, type SchoolNames } from './subject-words';

/** One clock of a case in words. */
export interface ClockLine {
  readonly clock: FileClock;
  readonly label: string;
  readonly holder: string;
  readonly ask: string;
  readonly event: string | undefined;
  readonly lastWorkingDay: CalendarDay;
  readonly state: DateState;
}

interface Asked {
  readonly today: CalendarDay;
  readonly calendar: Calendar;
  readonly schools?: SchoolNames;
  /** The history as it is known: it says which date each lawful reason was claimed for. */
  readonly history: readonly FileEvent[];
}

/** The clocks of a case in words: running ones first, most urgent first, then the met ones, then those that no longer run. */
export function clockLines(file: CaseFile, pathway: Pathway, asked: Asked): ClockLine[] {
  const lines = file.clocks.flatMap((clock) => {
    const rule = pathway.clocks.find(({ code }) => code === clock.code);
    if (!rule) return [];
    const week =
      clock.code === 'w20' && clock.status === 'open'
        ? legWeek(file.stage, file.openedOn, asked.today)
        : undefined;
    const state = stateOfClock(
      { ...clock, excuse: excuseOf(clock, excusesNamed(clock, asked.history)) },
      { ...asked, ...(week && { week }) },
    );
    const lastWorkingDay = asked.calendar.lastWorkingDayOnOrBefore(clock.dueOn);
    return [
      {
        clock,
        ...clockWords(rule, clock.subject, asked.schools),
        event: rule.doneBy,
        lastWorkingDay,
        state,
      },
    ];
  });
  return lines.sort((a, b) => rank(a) - rank(b) || a.clock.dueOn.localeCompare(b.clock.dueOn));
}

/** The lines that matter on the front page: running ones, and dates of law that were met. */
export function frontLines(lines: readonly ClockLine[]): ClockLine[] {
  return lines.filter(
    ({ clock }) =>
      clock.status === 'open' || (clock.status === 'met' && clock.basis === 'statutory'),
  );
}

const STATUSES = ['open', 'met', 'void'] as const;

function rank({ clock }: ClockLine): number {
  const isLocal = clock.rule === null ? 1 : 0;
  return STATUSES.indexOf(clock.status) * 2 + (clock.status === 'open' ? isLocal : 0);
}
