import { Statements } from '@app/database';
import { writeMessages } from '@app/letters';
import { type CalendarDay, Clock, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { DailyTicks } from '../clocks/daily-tick.service';
import { type Council, type LateAdvice, lateAdviceMessages } from './late-advice-messages';
import { type Morning } from './morning';

const AFTER = { unit: 'WD', n: 5 } as const;

/** N-64 to whoever leads a service, when advice is 5 working days late: one message for each service and morning, and each advice once. */
@Injectable()
export class LateAdviceReminders {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly ticks: DailyTicks,
  ) {}

  /** @returns number of messages written */
  async write(morning: Morning): Promise<number> {
    const { authority, day } = morning;
    const tick = `late-advice:${authority}`;
    const told = await this.ticks.last(tick);
    if (told && told >= day) return 0;
    const late = await this.newlyLate(morning, told);
    const [council] = await this.statements.run<Council>('late-advice-council', COUNCIL, [
      authority,
    ]);
    const messages = council ? lateAdviceMessages(late, council, morning) : [];
    const dueAt = this.clock.now();
    const due = messages.map((message) => ({ ...message, dueAt }));
    return this.statements.together(async (tx) => {
      await this.ticks.done(tick, day, { advice: late.length }, tx);
      return (await writeMessages(tx, due)).length;
    });
  }

  /** Advice whose fifth working day has come since the morning that was told of last. */
  private async newlyLate(
    { authority, day, calendar }: Morning,
    told: CalendarDay | null,
  ): Promise<LateAdvice[]> {
    const open = await this.statements.run<LateAdvice>('late-advice', LATE, [authority, day]);
    return open.filter(({ dueOn }) => {
      const from = lastDayOf(AFTER, dueOn, calendar);
      return from <= day && (!told || from > told);
    });
  }
}

const LATE = `
SELECT c.reference, k.subject AS adviser, k.due_on AS "dueOn"
FROM clock k JOIN send_case c ON c.id = k.case_id
WHERE k.authority = $1 AND k.code = 'advice_due' AND k.status = 'open' AND c.open AND k.due_on < $2
ORDER BY k.due_on, c.reference, k.subject`;

const COUNCIL = `
SELECT a.name, a.settings,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.id), '[]') FROM officer o
   WHERE o.authority = a.code AND o.active AND 'send_manager' = ANY (o.roles)) AS managers
FROM authority a WHERE a.code = $1`;
