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

type Ground = 'school_closed' | 'absent' | 'exceptional_circumstances' | 'missed_appointment';

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
const WEEKS: Readonly<Record<string, number>> = { w6: 6, w16: 16, w20: 20, advice_due: 6 };
const SOURCES: Readonly<Record<string, string>> = {
  w6: 'Reg 5(4)',
  w16: 'Reg 10(4)',
  w20: 'Reg 13(3), 10(4)',
};

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
  if (WEEKS[clock.code] === undefined) return undefined;
  const made = history.filter((event) => isFor(event, clock)).reverse();
  const claims = Object.fromEntries(
    made.map(({ payload }) => [String(payload['category']), payload]),
  ) as Claims;
  const asked = history.findLast(({ type }) => type === 'AGREED_TO_ASSESS');
  const named = asked?.payload['adviceAskedOn'];
  const askedOn = typeof named === 'string' ? named : asked?.occurredOn;
  return groundsOf({ clock, claims, askedOn, calendar, schoolName });
}

/** The grounds that were claimed for this very date. */
export const groundsClaimed = (clock: FileClock, history: readonly FileEvent[]): string[] =>
  history.filter((event) => isFor(event, clock)).map(({ payload }) => String(payload['category']));

/** A claim names the dates that it excuses, the 20 weeks where it names none; one about an adviser is theirs alone. */
function isFor({ type, payload, occurredOn }: FileEvent, clock: FileClock): boolean {
  if (type !== 'EXCEPTION_CLAIMED' || occurredOn < clock.anchor) return false;
  if (clock.code === 'advice_due') {
    const isOver = clock.endedOn !== null && occurredOn > clock.endedOn;
    return !isOver && (!payload['adviser'] || payload['adviser'] === clock.subject);
  }
  const dates = (payload['dates'] ?? []) as readonly string[];
  return (dates.length ? dates : ['w20']).includes(clock.code);
}

/** Each ground of the law with its test. */
export function groundsOf(asked: GroundsAsked): ExcuseRow[] {
  const weeks = WEEKS[asked.clock.code] ?? 0;
  return asked.clock.code === 'advice_due'
    ? [missed(asked), absence(asked, weeks, 'Reg 8(2)'), exceptional(asked, 'Reg 8(2)')]
    : [
        closure(asked),
        absence(asked, weeks, `${SOURCES[asked.clock.code]}(d)`),
        exceptional(asked, `${SOURCES[asked.clock.code]}(c)`),
      ];
}

const DOES_NOT = 'Does not apply';
const answerOf = (isAvailable: boolean) =>
  isAvailable ? 'Applies, if it is why the date was missed' : DOES_NOT;

function closure(asked: GroundsAsked): ExcuseRow {
  const { clock, claims, askedOn } = asked;
  const row = {
    code: 'school_closed',
    ground: 'School closed',
    source: `${SOURCES[clock.code]}(a)`,
    needs: 'Closed 4 weeks (28 days) or more, with advice asked for around that time',
  } as const;
  const claim = claims.school_closed;
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

function absence({ clock, claims }: GroundsAsked, weeks: number, source: string): ExcuseRow {
  const row = {
    code: 'absent',
    ground: 'Family away',
    source,
    needs: `Away from the area 28 days in a row or more, inside the ${weeks} weeks`,
  } as const;
  const claim = claims.absent;
  if (!claim) return { ...row, facts: 'None recorded.', answer: '', canRecord: true };
  const { why, groundAvailable } = absenceGround({
    requestReceived: clock.anchor,
    absentFrom: String(claim['absentFrom']),
    absentToInclusive: String(claim['absentTo']),
    limitWeeks: weeks,
  });
  return { ...row, facts: why, answer: answerOf(groundAvailable), canRecord: false };
}

function exceptional({ claims }: GroundsAsked, source: string): ExcuseRow {
  const row = {
    code: 'exceptional_circumstances',
    ground: 'Exceptional personal circumstances',
    source,
    needs: 'A decision, with reasons, that they affected the child or parent and caused the delay',
  } as const;
  const claim = claims.exceptional_circumstances;
  if (!claim) return { ...row, facts: 'None recorded.', answer: '', canRecord: true };
  const { because } = claim;
  return {
    ...row,
    facts: typeof because === 'string' ? because : 'Recorded without words.',
    answer: 'Recorded',
    canRecord: false,
  };
}

function missed({ clock, claims }: GroundsAsked): ExcuseRow {
  const row = {
    code: 'missed_appointment',
    ground: 'Missed appointment',
    source: 'Reg 8(2)(c)',
    needs: 'An appointment with this service that was not kept, inside its 6 weeks',
  } as const;
  const on = claims.missed_appointment?.['appointmentOn'];
  if (typeof on !== 'string')
    return { ...row, facts: 'None recorded.', answer: '', canRecord: true };
  const isInside = on >= clock.anchor && on <= clock.dueOn;
  return {
    ...row,
    facts: `Missed on ${plainDay(on)}. The 6 weeks run from ${plainDay(clock.anchor)} to ${plainDay(clock.dueOn)}.`,
    answer: answerOf(isInside),
    canRecord: false,
  };
}
