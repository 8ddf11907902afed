import { type CalendarDay } from '@app/statutory-calendar';
import { limitOf, runningLegal } from './legal-date';
import { compared } from './judged';
import { type BoardClock, type StandingRow } from './open-assessment';

/** The columns of a standing assessment. */
export interface StandingColumns extends Omit<StandingRow, 'clocks' | 'grounds' | 'awaiting'> {
  readonly dueDay: CalendarDay | null;
  /** Days from the request to the day it is judged by. */
  readonly limit: number | null;
  readonly awaitsParent: boolean;
  readonly grounds: string | null;
  /** Open clocks of others: `code day subject`, with semicolons between them. */
  readonly awaited: string | null;
}

/** Judged by the 6-week or 20-week date that the law gives from its request; any other is read whole. */
export function isUsual({ stage, limit }: StandingColumns): boolean {
  return limit === limitOf(stage);
}

const NOTHING: readonly never[] = [];
const PARENT = ['parent'] as const;

/** The row as it is judged. Field by field: taking the rest of an object is slow for thousands of them. */
export function standingRow(row: StandingColumns): StandingRow {
  return {
    caseId: row.caseId,
    reference: row.reference,
    receivedOn: row.receivedOn,
    stage: row.stage,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    teamId: row.teamId,
    teamName: row.teamName,
    area: row.area,
    dispute: row.dispute,
    awaiting: row.awaitsParent ? PARENT : NOTHING,
    grounds: row.grounds ? (JSON.parse(row.grounds) as string[]) : NOTHING,
    clocks: clocksOf(row),
  };
}

function clocksOf({ stage, dueDay, awaited }: StandingColumns): BoardClock[] {
  const legal = dueDay ? [runningLegal(stage, dueDay)] : [];
  return awaited ? [...legal, ...awaited.split(';').map(awaitedClock).sort(byDay)] : legal;
}

const KEPT = new Map<string, BoardClock>();
const MOST_KEPT = 20_000;

/** The same words are the same clock: hundreds of cases share each. */
function awaitedClock(words: string): BoardClock {
  const known = KEPT.get(words);
  if (known) return known;
  if (KEPT.size >= MOST_KEPT) KEPT.clear();
  const clock = clockFrom(words);
  KEPT.set(words, clock);
  return clock;
}

const byDay = (a: BoardClock, b: BoardClock) =>
  compared(a.dueOn, b.dueOn) || compared(a.subject, b.subject);

function clockFrom(words: string): BoardClock {
  const [code = '', dueOn = '', ...subject] = words.split(' ');
  const [basis, status] = ['statutory', 'open'] as const;
  return {
    code,
    subject: subject.join(' '),
    basis,
    rule: code,
    dueOn,
    status,
    endedOn: null,
    sends: null,
  };
}

/** The columns of an assessment as it stood on a day gone by. */
export interface PastColumns extends Omit<StandingRow, 'clocks' | 'grounds' | 'awaiting'> {
  readonly grounds: string | null;
  /** `code basis rule sends day status end subject`, with semicolons between them; `-` for nothing. */
  readonly clocks: string | null;
}

/** The row as it is judged. */
export function pastRow(row: PastColumns): StandingRow {
  return {
    ...row,
    awaiting: NOTHING,
    grounds: row.grounds?.split(' ') ?? NOTHING,
    clocks: row.clocks?.split(';').map(pastClock).sort(byDay) ?? [],
  };
}

function pastClock(words: string): BoardClock {
  const [code = '', basis, rule, sends, dueOn = '', status, endedOn, subject = ''] =
    words.split(' ');
  const orNull = (word: string | undefined) => (word && word !== '-' ? word : null);
  return {
    code,
    subject,
    dueOn,
    basis: basis as BoardClock['basis'],
    rule: orNull(rule),
    sends: orNull(sends),
    status: status as BoardClock['status'],
    endedOn: orNull(endedOn),
  };
}
