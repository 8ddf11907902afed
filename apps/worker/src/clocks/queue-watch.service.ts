import { STRAY_TASK, type StrayCase, WorkQueues } from '@app/casework';
import { Statements } from '@app/database';
import { openTasks } from '@app/letters';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** What the health page and the doctor read: how many open cases there are, and which stand in nobody's work. */
interface QueueResult {
  readonly open: number;
  readonly stray: number;
  readonly references: readonly string[];
}

const MOST_NAMED = 50;

/** Counts the cases that nobody would see, and puts each before a manager. */
@Injectable()
export class QueueWatch {
  constructor(
    private readonly statements: Statements,
    private readonly queues: WorkQueues,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<QueueResult> {
    const { open, stray } = await this.queues.count();
    await this.tell(stray);
    const references = stray.slice(0, MOST_NAMED).map(({ reference }) => reference);
    return { open, stray: stray.length, references };
  }

  /** One task a case and day: the next day asks again if it still has no place. */
  private async tell(stray: readonly StrayCase[]): Promise<void> {
    const today = this.clock.today();
    const tasks = stray.map(({ id, authority, why }) => ({
      authority,
      caseId: id,
      sourceKey: `stray:${id}:${today}`,
      text: STRAY_TASK,
      why: why.join(' '),
      officerId: null,
      forRole: 'send_manager',
      openedOn: today,
      dueOn: today,
    }));
    await openTasks(this.statements, tasks);
  }
}
