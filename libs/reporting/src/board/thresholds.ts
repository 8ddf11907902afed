import { ehcPolicy } from '@app/pathways';
import { addDays, type Calendar, type CalendarDay } from '@app/statutory-calendar';
import { stateOfAssessment } from '@app/casework';
import { statusOf } from './judged';
import { limitOf, runningLegal } from './legal-date';
import { type BoardStatus } from './open-assessment';

/** One stage of the 20 weeks, as a database judges it on a day. */
interface StageThreshold {
  readonly stage: string;
  /** Days that its legal date is from the request; a case with another date is judged one by one. */
  readonly limit: number;
  /** At risk when the request came before this day: the usual weeks of the leg are over. */
  readonly receivedBefore: CalendarDay;
}

/** The days on which the judgement of a board changes: breached before the one, at risk before the other. */
export interface Thresholds {
  readonly breachedBefore: CalendarDay;
  readonly atRiskBefore: CalendarDay;
  readonly stages: readonly StageThreshold[];
}

/** Longer than a due day is ahead when it is at risk, and longer than an assessment takes, in days. */
const [SOON, LONG] = [64, 512];
const known = new WeakMap<Calendar, Map<CalendarDay, Thresholds>>();

/**
 * Found by asking the one function that judges an assessment, so that a count in the database has no definition of its
 * own: the first due day that is not breached, the first that is not at risk, and for each stage the same of requests.
 */
export function thresholdsOn(today: CalendarDay, calendar: Calendar): Thresholds {
  const days = known.get(calendar) ?? new Map<CalendarDay, Thresholds>();
  const thresholds = days.get(today) ?? found(today, calendar);
  known.set(calendar, days.set(today, thresholds));
  return thresholds;
}

function found(today: CalendarDay, calendar: Calendar): Thresholds {
  const statusAt = (stage: string, receivedOn: CalendarDay, dueOn: CalendarDay) =>
    statusOf(
      stateOfAssessment(
        { stage, openedOn: receivedOn, clocks: [runningLegal(stage, dueOn)] },
        { today, calendar },
      )?.kind,
    );
  const byDueDay = (is: (status: BoardStatus) => boolean) =>
    firstDay(addDays(today, -1), SOON, (day) => is(statusAt('requested', today, day)));
  return {
    breachedBefore: byDueDay((status) => status !== 'breached'),
    atRiskBefore: byDueDay((status) => status === 'on_time'),
    stages: ehcPolicy.legs.flatMap(({ states }) =>
      states.map((stage) => ({
        stage,
        limit: limitOf(stage),
        receivedBefore: firstDay(
          addDays(today, -LONG),
          LONG,
          (day) => statusAt(stage, day, addDays(today, SOON)) === 'on_time',
        ),
      })),
    ),
  };
}

/** The first of so many days from `from` on of which `is` is true; it stays true of all later days. */
function firstDay(from: CalendarDay, days: number, is: (day: CalendarDay) => boolean): CalendarDay {
  let [before, after] = [0, days];
  while (before < after) {
    const middle = Math.floor((before + after) / 2);
    if (is(addDays(from, middle))) after = middle;
    else before = middle + 1;
  }
  return addDays(from, after);
}
