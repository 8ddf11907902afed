import { Statements } from '@app/database';
import { NoticeWriter, reasonClock } from '@app/letters';
import { addMonths, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Morning } from './morning';

interface WaitingCase {
  readonly caseId: string;
  readonly version: number;
  /** The day on which this wait began. */
  readonly since: CalendarDay;
  readonly code: string;
  readonly subject: string;
  readonly occurrence: number;
  readonly dueOn: CalendarDay;
  /** Keys of what was written about this wait before. */
  readonly written: readonly string[];
}

/** N-04 again: a child who still waits for a place after a month, two months and so on; the family and the referrer hear. */
@Injectable()
export class WaitingReminders {
  constructor(
    private readonly statements: Statements,
    private readonly notices: NoticeWriter,
  ) {}

  /** @returns number of messages written */
  async write({ authority, day }: Morning): Promise<number> {
    const waiting = await this.statements.run<WaitingCase>('waiting-cases', WAITING, [authority]);
    let written = 0;
    for (const one of waiting) {
      const months = wholeMonths(one.since, day);
      const key = `waiting:${one.caseId}:${one.since}:${months}`;
      if (months === 0 || one.written.some((it) => it.startsWith(`${key}:`))) continue;
      const order = {
        authority,
        caseId: one.caseId,
        version: one.version,
        notice: 'N-04',
        to: ['referrer', 'family'],
        key,
        since: one.since,
        reasonClock: reasonClock(one),
      } as const;
      written += (await this.statements.together((tx) => this.notices.write(tx, order))).length;
    }
    return written;
  }
}

/** Months that are over: only the last of them is told, however many nobody was told of. */
function wholeMonths(since: CalendarDay, day: CalendarDay): number {
  let months = 0;
  while (addMonths(since, months + 1) <= day) months += 1;
  return months;
}

/** Children on a waiting list whose case is not on hold. The date of the list is the reason: once it is met or has moved, nothing leaves. */
const WAITING = `
SELECT c.id AS "caseId", c.version, began.since, k.code, k.subject, k.occurrence, k.due_on AS "dueOn",
  ARRAY(SELECT m.key FROM message m WHERE m.case_id = c.id AND m.notice = 'N-04') AS written
FROM send_case c
JOIN LATERAL (
  SELECT max(e.occurred_on) AS since FROM case_event e
  WHERE e.case_id = c.id AND e.stages->>'work' = 'waitlisted' AND NOT EXISTS (
    SELECT 1 FROM case_event b WHERE b.case_id = c.id AND b.version = e.version - 1 AND b.stages->>'work' = 'waitlisted')
) began ON began.since IS NOT NULL
JOIN LATERAL (
  SELECT * FROM clock k WHERE k.case_id = c.id AND k.status = 'open' AND k.code IN ('waitlist_close', 'wl_review') ORDER BY k.due_on LIMIT 1
) k ON true
WHERE c.authority = $1 AND c.open AND c.stage = 'waitlisted' AND c.state->'value'->>'hold' IS DISTINCT FROM 'on_hold'
ORDER BY began.since, c.id`;
