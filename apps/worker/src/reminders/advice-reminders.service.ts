import { type Runner, Statements } from '@app/database';
import { NoticeWriter, reasonClock } from '@app/letters';
import { addDays, type Calendar, type CalendarDay, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Morning } from './morning';

const BEFORE = { unit: 'WD', n: -5 } as const;
const AFTER = { unit: 'WD', n: 1 } as const;

interface AdviceClock {
  readonly caseId: string;
  readonly version: number;
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly rule: string | null;
  readonly anchor: CalendarDay;
  readonly dueOn: CalendarDay;
}

type Offset = 'before' | 'late';

/** N-64: an adviser hears 5 working days before the day, and once more when it has passed. */
@Injectable()
export class AdviceReminders {
  constructor(
    private readonly statements: Statements,
    private readonly notices: NoticeWriter,
  ) {}

  /** @returns number of messages written */
  async write({ authority, day, calendar }: Morning): Promise<number> {
    const clocks = await this.statements.run<AdviceClock>('advice-clocks', ADVICE_CLOCKS, [
      authority,
      addDays(day, 14),
    ]);
    const wanted = clocks.flatMap((clock) => {
      const offset = offsetOn(day, clock, calendar);
      return offset ? [{ clock, key: keyOf(clock, offset) }] : [];
    });
    const known = await this.alreadyWritten(wanted.map(({ clock, key }) => ledgerKey(key, clock)));
    let written = 0;
    for (const { clock, key } of wanted) {
      if (known.has(ledgerKey(key, clock))) continue;
      written += await this.statements.together((tx) => this.remind(tx, authority, clock, key));
    }
    return written;
  }

  private async remind(
    tx: Runner,
    authority: string,
    clock: AdviceClock,
    key: string,
  ): Promise<number> {
    const { caseId, version, subject } = clock;
    const ids = await this.notices.write(tx, {
      authority,
      caseId,
      version,
      notice: 'N-64',
      to: ['advisers'],
      about: [subject],
      key,
      reasonClock: reasonClock(clock),
    });
    return ids.length;
  }

  private async alreadyWritten(keys: readonly string[]): Promise<Set<string>> {
    const rows = await this.statements.run<{ key: string }>('advice-written', WRITTEN, [keys]);
    return new Set(rows.map(({ key }) => key));
  }
}

/** Which reminder belongs to this morning; only the later of two, and none for a day already past when the clock began. */
function offsetOn(
  day: CalendarDay,
  { anchor, dueOn }: AdviceClock,
  calendar: Calendar,
): Offset | undefined {
  if (day >= lastDayOf(AFTER, dueOn, calendar)) return 'late';
  const early = lastDayOf(BEFORE, dueOn, calendar);
  return day >= early && day <= dueOn && anchor < early ? 'before' : undefined;
}

const keyOf = ({ caseId, code, rule, dueOn }: AdviceClock, offset: Offset) =>
  [caseId, code, rule ?? '', dueOn, offset].join(':');
const ledgerKey = (key: string, { subject }: AdviceClock) =>
  `${key}:N-64:advisers:${subject}:email`;

const ADVICE_CLOCKS = `
SELECT k.case_id AS "caseId", c.version, k.code, k.subject, k.occurrence, k.rule, k.anchor, k.due_on AS "dueOn"
FROM clock k JOIN send_case c ON c.id = k.case_id
WHERE k.authority = $1 AND k.code = 'advice_due' AND k.status = 'open' AND c.open AND k.due_on <= $2
ORDER BY k.due_on, k.case_id, k.subject`;

/** A reminder that could not be addressed has left a task instead. */
const WRITTEN = `
SELECT key FROM message WHERE key = ANY($1::text[])`;
