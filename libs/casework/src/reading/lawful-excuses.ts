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

/** One ground of the law beside the dates that decide it. */
export interface ExcuseRow {
  readonly ground: string;
  readonly source: string;
  readonly needs: string;
  readonly facts: string;
  readonly answer: string;
  /** Nothing is recorded, and one could be. */
  readonly canRecord: boolean;
}

interface Asked {
  readonly clock: FileClock;
  readonly history: readonly FileEvent[];
  readonly calendar: Calendar;
  readonly schoolName: string | null;
}

const LONG_ENOUGH = 28;
const WEEKS: Readonly<Record<string, number>> = { w6: 6, w16: 16, w20: 20 };
const SOURCES: Readonly<Record<string, string>> = {
  w6: 'Reg 5(4)',
  w16: 'Reg 10(4)',
  w20: 'Reg 13(3), 10(4)',
};

/** The grounds that could excuse a late 6, 16 or 20-week date, each with its test; undefined for other clocks. */
export function lawfulExcuses(asked: Asked): ExcuseRow[] | undefined {
  const weeks = WEEKS[asked.clock.code];
  if (weeks === undefined) return undefined;
  return [closure(asked), absence(asked, weeks), exceptional(asked)];
}

function closure(asked: Asked): ExcuseRow {
  const row = {
    ground: 'School closed',
    source: `${SOURCES[asked.clock.code]}(a)`,
    needs: 'Closed 4 weeks (28 days) or more, with advice asked for around that time',
  };
  const claim = claimed(asked, 'school_closed');
  if (claim) {
    const ground = closureGround({
      schoolClosedFrom: String(claim['schoolClosedFrom']),
      schoolReopens: String(claim['schoolReopens']),
      adviceRequestedFromHead: String(claim['adviceRequestedOn']),
    });
    return {
      ...row,
      facts: ground.why,
      answer: answerOf(ground.groundAvailable),
      canRecord: false,
    };
  }
  const longest = longestClosure(asked);
  if (!longest) return { ...row, facts: 'No closure recorded.', answer: '', canRecord: true };
  const [from, to] = longest;
  const days = daysBetween(from, to) + 1;
  const where = `${asked.schoolName ?? 'The school'} closed ${plainDay(from)} to ${plainDay(to)}: ${days} days.`;
  if (days < LONG_ENOUGH)
    return {
      ...row,
      facts: `${where} ${days} is fewer than ${LONG_ENOUGH}.`,
      answer: 'Does not apply',
      canRecord: false,
    };
  const window = `It applies if the head teacher was asked between ${plainDay(addDays(from, -7))} and ${plainDay(addDays(to, -6))} and that is why it is late.`;
  return { ...row, facts: `${where} ${window}`, answer: '', canRecord: true };
}

function absence(asked: Asked, weeks: number): ExcuseRow {
  const row = {
    ground: 'Family away',
    source: `${SOURCES[asked.clock.code]}(d)`,
    needs: `Away from the area 28 days in a row or more, inside the ${weeks} weeks`,
  };
  const claim = claimed(asked, 'absent');
  if (!claim) return { ...row, facts: 'None recorded.', answer: '', canRecord: true };
  const ground = absenceGround({
    requestReceived: asked.clock.anchor,
    absentFrom: String(claim['absentFrom']),
    absentToInclusive: String(claim['absentTo']),
    limitWeeks: weeks,
  });
  return { ...row, facts: ground.why, answer: answerOf(ground.groundAvailable), canRecord: false };
}

function exceptional(asked: Asked): ExcuseRow {
  const row = {
    ground: 'Exceptional personal circumstances',
    source: `${SOURCES[asked.clock.code]}(c)`,
    needs: 'A decision, with reasons, that they affected the child or parent and caused the delay',
  };
  const claim = claimed(asked, 'exceptional_circumstances');
  if (!claim) return { ...row, facts: 'None recorded.', answer: '', canRecord: true };
  return {
    ...row,
    facts: typeof claim['because'] === 'string' ? claim['because'] : 'Recorded without words.',
    answer: 'Recorded',
    canRecord: false,
  };
}

function answerOf(isAvailable: boolean): string {
  return isAvailable ? 'Applies, if it is why the date was missed' : 'Does not apply';
}

/** The last claim of this kind that was made while the clock ran. */
function claimed(
  { history, clock }: Asked,
  category: string,
): Readonly<Record<string, unknown>> | undefined {
  return history.find(
    ({ type, payload, occurredOn }) =>
      type === 'EXCEPTION_CLAIMED' &&
      payload['category'] === category &&
      occurredOn >= clock.anchor &&
      (!clock.endedOn || occurredOn <= clock.endedOn),
  )?.payload;
}

/** First and last day of the longest run without school in the time the clock runs; a training day counts as open. */
function longestClosure({ clock, calendar }: Asked): [CalendarDay, CalendarDay] | undefined {
  try {
    return runsClosed(clock.anchor, clock.dueOn, calendar).sort(
      (a, b) => daysBetween(...b) - daysBetween(...a),
    )[0];
  } catch (error) {
    if (error instanceof TermsNotLoaded) return undefined;
    throw error;
  }
}

function runsClosed(
  from: CalendarDay,
  to: CalendarDay,
  calendar: Calendar,
): [CalendarDay, CalendarDay][] {
  const runs: [CalendarDay, CalendarDay][] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const off = calendar.whyNotSchoolDay(day);
    if (!off || off.kind === 'inset') continue;
    const last = runs.at(-1);
    if (last && last[1] === addDays(day, -1)) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.filter(([first, last]) => daysBetween(first, last) > 1);
}
