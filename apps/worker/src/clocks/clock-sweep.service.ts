import { systemActor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable, Logger } from '@nestjs/common';
import { HAS_FIRED, RUN_OUT } from './clock-sweep.sql';
import { ClockTroubles, isFinal } from './clock-troubles.service';
import { commandKey, type DueClock } from './due-clock';

const BATCH = 200;
const MOST_IN_ONE_RUN = 20_000;

/** What the clocks of one day have sent. */
export interface DayOfClocks {
  readonly day: CalendarDay;
  fired: number;
  refused: number;
  waiting: number;
}

/**
 * Sends the event of every clock that has run out, oldest day first (the daily 00:05 job of the handbook). Days that
 * nobody worked are caught up in order, and a clock that starts on the way joins in on its own day. Sending twice
 * changes nothing: the command key is the clock's.
 */
@Injectable()
export class ClockSweep {
  private readonly log = new Logger('Clocks');

  constructor(
    private readonly statements: Statements,
    private readonly casework: CaseworkService,
    private readonly clock: Clock,
    private readonly troubles: ClockTroubles,
  ) {}

  /** One entry for each day on which something ran out. */
  async run(): Promise<DayOfClocks[]> {
    const days: DayOfClocks[] = [];
    const setAside: string[] = [];
    for (let sent = 0; sent < MOST_IN_ONE_RUN;) {
      const batch = await this.firstDay(setAside);
      if (!batch.length) break;
      const day = this.entryFor(batch[0]!.day, days);
      for (const due of batch) await this.fire(due, day, setAside);
      sent += batch.length;
    }
    return days;
  }

  /** Clocks of the earliest day that has any: later days wait, since these events may start or stop clocks of theirs. */
  private async firstDay(setAside: readonly string[]): Promise<DueClock[]> {
    const due = await this.statements.run<DueClock>('clocks-run-out', RUN_OUT, [
      this.clock.now(),
      setAside,
      BATCH,
    ]);
    return due.filter(({ day }) => day === due[0]?.day);
  }

  private async fire(due: DueClock, day: DayOfClocks, setAside: string[]): Promise<void> {
    const key = commandKey(due);
    try {
      await this.casework.record(systemActor(due.authority), due.reference, {
        type: due.sends,
        occurredOn: due.day,
        payload: {},
        commandKey: key,
      });
      await this.hasFired(due);
      day.fired += 1;
    } catch (error) {
      if (isFinal(error)) {
        await this.troubles.refused(due, error);
        await this.hasFired(due);
        day.refused += 1;
        return;
      }
      setAside.push(key); // met again at the next look
      day.waiting += 1;
      if (!(await this.troubles.waits(due, error))) this.log.error(`${key}: ${String(error)}`);
    }
  }

  /** A clock that stays open after its event, or whose event was refused, does not fire again. */
  private async hasFired({ caseId, code, subject, occurrence }: DueClock): Promise<void> {
    await this.statements.run('clock-has-fired', HAS_FIRED, [caseId, code, subject, occurrence]);
  }

  private entryFor(day: CalendarDay, days: DayOfClocks[]): DayOfClocks {
    const known = days.find((it) => it.day === day);
    if (known) return known;
    const entry = { day, fired: 0, refused: 0, waiting: 0 };
    days.push(entry);
    return entry;
  }
}
