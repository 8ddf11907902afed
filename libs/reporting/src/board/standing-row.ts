import { type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { limitOf, runningLegal } from './legal-date';
import { compared } from './judged';
import { type BoardClock, type StandingRow } from './open-assessment';

/** The columns of a standing assessment. */
export interface StandingColumns extends Omit<StandingRow, 'clocks' | 'grounds' | 'awaiting'> {
  readonly dueDay: CalendarDay | null;
  readonly awaitsParent: boolean;
  readonly grounds: string | null;
  /** Open clocks of others: `code day subject`, with semicolons between them. */
  readonly awaited: string | null;
}

/** Judged by the 6-week or 20-week date that the law gives from its request; any other is read whole. */
export function isUsual({ stage, receivedOn, dueDay }: StandingColumns): boolean {
  return dueDay !== null && daysBetween(receivedOn, dueDay) === limitOf(stage);
}

/** The row as it is judged. */
export function standingRow({
  dueDay,
  awaitsParent,
  awaited,
  ...row
}: StandingColumns): StandingRow {
  return {
    ...row,
    awaiting: awaitsParent ? ['parent'] : [],
    grounds: row.grounds ? (JSON.parse(row.grounds) as string[]) : [],
    clocks: [
      ...(dueDay ? [runningLegal(row.stage, dueDay)] : []),
      ...(awaited?.split(';').map(awaitedClock).sort(byDay) ?? []),
    ],
  };
}

const byDay = (a: BoardClock, b: BoardClock) =>
  compared(a.dueOn, b.dueOn) || compared(a.subject, b.subject);

function awaitedClock(words: string): BoardClock {
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
