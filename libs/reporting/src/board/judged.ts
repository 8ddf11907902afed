import { excuseOf, stateOfAssessment, stateOfClock, weekOf } from '@app/casework';
import { type Calendar, type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { heldBy, legIn } from './held-by';
import {
  type AssessmentRow,
  type BoardClock,
  type BoardStatus,
  type LegKey,
  type OpenAssessment,
  type StandingAssessment,
  type StandingRow,
} from './open-assessment';

/** Judges the open assessments of a day; the worst come first. */
export function judged(
  rows: readonly AssessmentRow[],
  today: CalendarDay,
  calendar: Calendar,
): OpenAssessment[] {
  const judgement = judgementOn(today, calendar);
  return worstFirst(
    rows.map((row) => ({ ...oneJudged(row, today, judgement), held: heldBy(row, today).words })),
  );
}

/** Judges them by the same rule where nothing is told of a child; in no order, since most figures need none. */
export function judgedStanding(
  rows: readonly StandingRow[],
  today: CalendarDay,
  calendar: Calendar,
): StandingAssessment[] {
  const judgement = judgementOn(today, calendar);
  return rows.map((row) => oneJudged(row, today, judgement));
}

function oneJudged<Row extends StandingRow>(
  given: Row,
  today: CalendarDay,
  judgement: ReturnType<typeof judgementOn>,
): Row & StandingAssessment {
  const row = given.grounds.length ? excused(given) : given;
  const leg = legIn(row.stage);
  const clock = legalClock(row.clocks, leg);
  const { day, week, state, status } = judgement(row, clock);
  const { waitsFor } = heldBy(row, today);
  // the row is laid over the judgement: adding so many fields to a spread takes twenty times as long
  return Object.assign({ leg, day, week, state, status, dueOn: clock?.dueOn, waitsFor }, row);
}

type Judgement = Pick<StandingAssessment, 'day' | 'week' | 'state' | 'status'>;

/** Judges by the one function; assessments with the same stage, request and running date are judged once. */
function judgementOn(today: CalendarDay, calendar: Calendar) {
  const known = new Map<string, Judgement>();
  const judge = (row: StandingRow, clock: BoardClock | undefined): Judgement => {
    const asked = { today, calendar };
    const whole = { stage: row.stage, openedOn: row.receivedOn, clocks: row.clocks };
    const state = stateOfAssessment(whole, asked) ?? (clock && stateOfClock(clock, asked));
    const day = daysBetween(row.receivedOn, today);
    return { day, week: weekOf(day), state, status: statusOf(state?.kind) };
  };
  return (row: StandingRow, clock: BoardClock | undefined) => {
    if (clock?.status !== 'open' || row.grounds.length) return judge(row, clock);
    const key = `${row.stage} ${row.receivedOn} ${clock.code} ${clock.dueOn}`;
    const judgement = known.get(key) ?? judge(row, clock);
    known.set(key, judgement);
    return judgement;
  };
}

function excused<Row extends StandingRow>(row: Row): Row {
  const clocks = row.clocks.map((clock) => ({
    ...clock,
    excuse: excuseOf(clock, row.grounds),
  }));
  return { ...row, clocks };
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

/** The status of an assessment by the state of its legal date. An excuse does not take an assessment out of the count: its date has passed all the same. */
export function statusOf(kind: string | undefined): BoardStatus {
  if (kind === 'breached' || kind === 'excused') return 'breached';
  return kind === 'at_risk' ? 'at_risk' : 'on_time';
}

const ORDER: readonly BoardStatus[] = ['breached', 'at_risk', 'on_time'];
const LAST = '9999';

/** The worst first: breached, at risk, on time; of these the date that comes first. */
export function worstFirst<Row extends StandingAssessment>(rows: readonly Row[]): Row[] {
  return ORDER.flatMap((status) => rows.filter((row) => row.status === status).sort(dueFirst));
}

function dueFirst(a: StandingAssessment, b: StandingAssessment): number {
  return (
    compared(a.dueOn ?? LAST, b.dueOn ?? LAST) ||
    compared(a.receivedOn, b.receivedOn) ||
    compared(a.reference, b.reference)
  );
}

/** Orders days, references and keys: comparing them by language would take most of the time of a board. */
export const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
