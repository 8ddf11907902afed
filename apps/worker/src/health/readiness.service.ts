import { Statements } from '@app/database';
import { Wakeup } from '@app/jobs';
import { Clock, londonDay, londonTime, longDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { Pulse } from '../beat/pulse';

const LATE_MS = 120_000;

interface Oldest {
  readonly messages: Date | null;
  readonly instructions: Date | null;
  readonly clocks: Date | null;
  readonly doubtful: number;
}

/** What the worker can promise now. `degraded` are sentences for a person. */
export interface Readiness {
  readonly isReady: boolean;
  readonly wakeup: string;
  readonly degraded: readonly string[];
  readonly oldestDue: Readonly<Record<'messages' | 'instructions' | 'clocks', string | null>>;
}

/** Says whether work is being done, and which promise is late since when. */
@Injectable()
export class WorkerReadiness {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly wakeup: Wakeup,
    private readonly pulse: Pulse,
  ) {}

  async check(): Promise<Readiness> {
    const { by, trouble } = this.wakeup.state();
    const oldest = await this.oldest();
    if (!oldest)
      return notReady(
        by,
        'The database does not answer: nothing is sent and no clock is watched until it is back.',
      );
    if (!this.pulse.hasLooked)
      return notReady(by, 'Starting: the first look at the work is not over yet.');
    const degraded = [trouble, ...this.pulse.troubles, ...this.lateness(oldest)].filter(
      (it) => it !== undefined,
    );
    return {
      isReady: true,
      wakeup: by,
      degraded,
      oldestDue: {
        messages: oldest.messages?.toISOString() ?? null,
        instructions: oldest.instructions?.toISOString() ?? null,
        clocks: oldest.clocks?.toISOString() ?? null,
      },
    };
  }

  private async oldest(): Promise<Oldest | undefined> {
    const rows = await this.statements
      .run<Oldest & Record<string, unknown>>('oldest-due', OLDEST, [this.clock.now()])
      .catch(() => []);
    return rows[0];
  }

  private lateness({ messages, instructions, clocks, doubtful }: Oldest): (string | undefined)[] {
    const words =
      doubtful === 1
        ? '1 message may or may not have been sent'
        : `${doubtful} messages may or may not have been sent`;
    return [
      this.since(messages, 'Messages are delayed since'),
      this.since(instructions, 'What follows from steps is delayed since'),
      this.since(clocks, 'Dates that ran out are not handled since'),
      doubtful > 0 ? `${words}: each is a task for a person.` : undefined,
    ];
  }

  private since(at: Date | null, what: string): string | undefined {
    if (!at || this.clock.now().getTime() - at.getTime() < LATE_MS) return undefined;
    const day = londonDay(at);
    const when = day === this.clock.today() ? londonTime(at) : `${longDay(day)}, ${londonTime(at)}`;
    return `${what} ${when}.`;
  }
}

const notReady = (wakeup: string, why: string): Readiness => ({
  isReady: false,
  wakeup,
  degraded: [why],
  oldestDue: { messages: null, instructions: null, clocks: null },
});

const OLDEST = `
SELECT (SELECT min(due_at) FROM message WHERE status = 'due' AND due_at <= $1) AS messages,
  (SELECT min(not_before) FROM instruction WHERE done_at IS NULL AND not_before <= $1) AS instructions,
  (SELECT min(k.fires_at) FROM clock k JOIN send_case c ON c.id = k.case_id
    WHERE k.status = 'open' AND k.sends IS NOT NULL AND k.fires_at <= $1 AND c.open
      AND NOT (k.basis = 'local' AND c.state->'value'->>'hold' = 'on_hold')) AS clocks,
  (SELECT count(*)::int FROM message WHERE status = 'in_doubt') AS doubtful`;
