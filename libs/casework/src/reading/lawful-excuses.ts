import { excusedBy, groundFor } from '@app/pathways';
import {
  absenceGround,
  addDays,
  type Calendar,
  type CalendarDay,
  closureGround,
  daysBetween,
  plainDay,
  TermsNotLoaded,
} from '@app/statutory-calendar';
import { type FileClock, type FileEvent } from './case-file';
import { longestClosure } from './school-closure';

/** One ground of the law beside the dates that decide it. */
export interface ExcuseRow {
  readonly code: Ground;
  readonly ground: string;
  readonly source: string;
  readonly needs: string;
  readonly facts: string;
  readonly answer: string;
  /** Nothing is recorded, and one could be. */
  readonly canRecord: boolean;
}

type Ground = NonNullable<ReturnType<typeof groundFor>>;

/** What is claimed, by ground, in the words of the form that records it. */
export type Claims = Readonly<Partial<Record<Ground, Readonly<Record<string, unknown>>>>>;

/** A date and everything that could excuse being late with it. */
export interface GroundsAsked {
  readonly clock: Pick<FileClock, 'code' | 'anchor' | 'dueOn' | 'endedOn'>;
  readonly claims: Claims;
  /** The day the head teacher was asked for advice, where it is known. */
  readonly askedOn?: CalendarDay | undefined;
  readonly calendar: Calendar;
  readonly schoolName: string | null;
}

const LONG_ENOUGH = 28;
const LAW: Readonly<Record<string, string>> = {
  w6: 'Reg 5(4)',
  w16: 'Reg 10(4)',
  w20: 'Reg 13(3), 10(4)',
  reassess_final: 'Reg 27(3)',
  advice_due: 'Reg 8(2)',
};
const LETTERED = ['w6', 'w16', 'w20'];
const isOrder = ({ code }: Pick<FileClock, 'code'>) => code.startsWith('order_');

/** Where the law says so; the paragraph where all councils print it. */
function sourceOf(clock: Pick<FileClock, 'code'>, paragraph: string): string {
  if (isOrder(clock)) return 'Reg 44(3)';
  return `${LAW[clock.code]}${LETTERED.includes(clock.code) ? paragraph : ''}`;
}

/** The grounds that could excuse a clock of a case when it is late; undefined for a clock that the law excuses nowhere. */
export function lawfulExcuses({
  clock,
  history,
  calendar,
  schoolName,
}: Pick<GroundsAsked, 'calendar' | 'schoolName'> & {
  readonly clock: FileClock;
  readonly history: readonly FileEvent[];
}): ExcuseRow[] | undefined {
  if (!isOrder(clock) && LAW[clock.code] === undefined) return undefined;
  const made = history.filter((event) => isFor(event, clock)).reverse();
  const claims = Object.fromEntries(
    made.map(({ payload }) => [String(payload['category']), payload]),
  ) as Claims;
  const asked = history.findLast(({ type }) => type === 'AGREED_TO_ASSESS');
  const named = asked?.payload['adviceAskedOn'];
  const askedOn = typeof named === 'string' ? named : asked?.occurredOn;
  return groundsOf({ clock, claims, askedOn, calendar, schoolName });
}

/** What was claimed for this very date, as a case remembers it. */
export const excusesNamed = (clock: FileClock, history: readonly FileEvent[]): string[] =>
  history.filter((event) => isFor(event, clock)).flatMap(excusedBy);

/** A claim counts for the dates it names, while they run or after them; never for a date set anew later. */
function isFor(event: FileEvent, clock: FileClock): boolean {
  if (event.type !== 'EXCEPTION_CLAIMED' || event.occurredOn < clock.anchor) return false;
  const isOver =
    clock.code === 'advice_due' && clock.endedOn !== null && event.occurredOn > clock.endedOn;
  return !isOver && groundFor(clock, excusedBy(event)) !== undefined;
}

/** Each ground of the law with its test. */
export function groundsOf(asked: GroundsAsked): ExcuseRow[] {
  if (asked.clock.code === 'advice_due') return [missed(asked), absence(asked), exceptional(asked)];
  const rows = [closure(asked), absence(asked), exceptional(asked)];
  return isOrder(asked.clock) ? [...rows, viewsLate(asked)] : rows;
}

const DOES_NOT = 'Does not apply';
const answerOf = (isAvailable: boolean) =>
  isAvailable ? 'Applies, if it is why the date was missed' : DOES_NOT;

function closure(asked: GroundsAsked): ExcuseRow {
  const { clock, claims, askedOn } = asked;
  const isNursery = claims.early_years_closed !== undefined;
  const row = {
    code: isNursery ? 'early_years_closed' : 'school_closed',
    ground: isNursery ? 'Early years setting closed' : 'School closed',
    source: sourceOf(clock, isNursery ? '(b)' : '(a)'),
    needs: 'Closed 4 weeks (28 days) or more, with advice asked for around that time',
  } as const;
  const claim = claims.early_years_closed ?? claims.school_closed;
  if (claim) {
    const { why, groundAvailable } = closureGround({
      schoolClosedFrom: String(claim['schoolClosedFrom']),
      schoolReopens: String(claim['schoolReopens']),
      adviceRequestedFromHead: String(claim['adviceRequestedOn']),
    });
    return { ...row, facts: why, answer: answerOf(groundAvailable), canRecord: false };
  }
  const found = known(() => longestClosure(clock, asked.calendar));
  if (found === 'not loaded') {
    const facts = 'The term dates of the school are not loaded, so nobody can look up a closure.';
    return { ...row, facts, answer: '', canRecord: true };
  }
  if (!found) return { ...row, facts: 'No closure recorded.', answer: '', canRecord: true };
  const [from, to] = found;
  const days = daysBetween(from, to) + 1;
  const where = `${asked.schoolName ?? 'The school'} closed ${plainDay(from)} to ${plainDay(to)}: ${days} days.`;
  if (days < LONG_ENOUGH)
    return {
      ...row,
      facts: `${where} ${days} is fewer than ${LONG_ENOUGH}.`,
      answer: DOES_NOT,
      canRecord: false,
    };
  if (askedOn) {
    const ground = closureGround({
      schoolClosedFrom: from,
      schoolReopens: addDays(to, 1),
      adviceRequestedFromHead: askedOn,
    });
    return {
      ...row,
      facts: `${where} ${ground.why}`,
      answer: answerOf(ground.groundAvailable),
      canRecord: ground.groundAvailable,
    };
  }
  const window = `It applies if the head teacher was asked between ${plainDay(addDays(from, -7))} and ${plainDay(addDays(to, -6))} and that is why it is late.`;
  return { ...row, facts: `${where} ${window}`, answer: '', canRecord: true };
}

function known<T>(look: () => T): T | 'not loaded' {
  try {
    return look();
  } catch (error) {
    if (error instanceof TermsNotLoaded) return 'not loaded';
    throw error;
  }
}

function absence({ clock, claims }: GroundsAsked): ExcuseRow {
  const weeks = daysBetween(clock.anchor, clock.dueOn) / 7;
  const leastDays = isOrder(clock) ? LONG_ENOUGH / 2 : LONG_ENOUGH;
  const row = {
    code: 'absent',
    ground: 'Family away',
    source: sourceOf(clock, '(d)'),
    needs: `Away from the area ${leastDays} days in a row or more, inside the ${weeks} weeks`,
  } as const;
  const claim = claims.absent;
  if (!claim) return notRecorded(row);
  const { why, groundAvailable } = absenceGround({
    requestReceived: clock.anchor,
    absentFrom: String(claim['absentFrom']),
    absentToInclusive: String(claim['absentTo']),
    limitWeeks: weeks,
    leastDays,
  });
  return { ...row, facts: why, answer: answerOf(groundAvailable), canRecord: false };
}

const notRecorded = (row: Pick<ExcuseRow, 'code' | 'ground' | 'source' | 'needs'>): ExcuseRow => ({
  ...row,
  facts: 'None recorded.',
  answer: '',
  canRecord: true,
});

function exceptional({ clock, claims }: GroundsAsked): ExcuseRow {
  const row = {
    code: 'exceptional_circumstances',
    ground: 'Exceptional personal circumstances',
    source: sourceOf(clock, '(c)'),
    needs: 'A decision, with reasons, that they affected the child or parent and caused the delay',
  } as const;
  return claims.exceptional_circumstances
    ? recorded(row, claims.exceptional_circumstances)
    : notRecorded(row);
}

const recorded = (
  row: Pick<ExcuseRow, 'code' | 'ground' | 'source' | 'needs'>,
  { because }: Readonly<Record<string, unknown>>,
): ExcuseRow => ({
  ...row,
  facts: typeof because === 'string' ? because : 'Recorded without words.',
  answer: 'Recorded',
  canRecord: false,
});

function viewsLate({ clock, claims }: GroundsAsked): ExcuseRow {
  const row = {
    code: 'views_late',
    ground: 'Family wants more time',
    source: sourceOf(clock, ''),
    needs: 'Asked, after its 15 days, to give views, to meet or for a school to be named',
  } as const;
  return claims.views_late ? recorded(row, claims.views_late) : notRecorded(row);
}

function missed({ clock, claims }: GroundsAsked): ExcuseRow {
  const row = {
    code: 'missed_appointment',
    ground: 'Missed appointment',
    source: 'Reg 8(2)(c)',
    needs: 'An appointment with this service that was not kept, inside its 6 weeks',
  } as const;
  const on = claims.missed_appointment?.['appointmentOn'];
  if (typeof on !== 'string') return notRecorded(row);
  const isInside = on >= clock.anchor && on <= clock.dueOn;
  return {
    ...row,
    facts: `Missed on ${plainDay(on)}. The 6 weeks run from ${plainDay(clock.anchor)} to ${plainDay(clock.dueOn)}.`,
    answer: answerOf(isInside),
    canRecord: false,
  };
}
