import { excuseOf, legOf, stateOfAssessment, stateOfClock, weekOf } from '@app/casework';
import { type Calendar, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { heldBy } from './held-by';
import {
  type AssessmentRow,
  type BoardClock,
  type BoardStatus,
  type LegKey,
  type OpenAssessment,
} from './open-assessment';

/** Judges the open assessments of a day; the worst come first. */
export function judged(
  rows: readonly AssessmentRow[],
  today: CalendarDay,
  calendar: Calendar,
): OpenAssessment[] {
  return rows.map((row) => oneJudged(row, today, calendar)).sort(worstFirst);
}

function oneJudged(row: AssessmentRow, today: CalendarDay, calendar: Calendar): OpenAssessment {
  const clocks = row.clocks.map((clock) => ({
    ...clock,
    excuse: excuseOf(clock.code, row.grounds),
  }));
  const leg = legOf(row.stage)?.key ?? 'final';
  const day = daysBetween(row.receivedOn, today);
  const clock = legalClock(clocks, leg);
  const state =
    stateOfAssessment(
      { stage: row.stage, openedOn: row.receivedOn, clocks },
      { today, calendar },
    ) ??
    (clock && stateOfClock(clock, { today, calendar }));
  const { waitsFor, words } = heldBy(row, leg, today);
  return {
    ...row,
    clocks,
    leg,
    day,
    week: weekOf(day),
    state,
    status: statusOf(state?.kind),
    dueOn: clock?.dueOn,
    waitsFor,
    held: words,
  };
}

/** The date an assessment is counted by: 6 weeks until the decision to assess, then 20; else what the Tribunal ordered. */
function legalClock(clocks: readonly BoardClock[], leg: LegKey): BoardClock | undefined {
  const code = leg === 'decide_assess' ? 'w6' : 'w20';
  const standing = clocks.filter(({ status }) => status !== 'void');
  return (
    standing.find((clock) => clock.code === code) ??
    standing.find((clock) => clock.status === 'open' && clock.code.startsWith('order_'))
  );
}

/** An excuse does not take an assessment out of the count: its date has passed all the same. */
function statusOf(kind: string | undefined): BoardStatus {
  if (kind === 'breached' || kind === 'excused') return 'breached';
  return kind === 'at_risk' ? 'at_risk' : 'on_time';
}

const ORDER: Readonly<Record<BoardStatus, number>> = { breached: 0, at_risk: 1, on_time: 2 };
const LAST = '9999';

function worstFirst(a: OpenAssessment, b: OpenAssessment): number {
  return (
    ORDER[a.status] - ORDER[b.status] ||
    (a.dueOn ?? LAST).localeCompare(b.dueOn ?? LAST) ||
    a.receivedOn.localeCompare(b.receivedOn) ||
    a.reference.localeCompare(b.reference)
  );
}
