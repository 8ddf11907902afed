import { type QueueName } from '@app/jobs';
import { Injectable } from '@nestjs/common';

interface Look {
  readonly at: number;
  readonly trouble: string | undefined;
}

/** When each kind of work was last looked at, on a clock that nobody can move; and what went wrong then. */
@Injectable()
export class Pulse {
  private readonly startedAt = performance.now();
  private readonly looks = new Map<QueueName, Look>();

  looked(name: QueueName, trouble?: string): void {
    this.looks.set(name, { at: performance.now(), trouble });
  }

  /** Seconds since any look was completed: a worker that hangs shows here. */
  get secondsSilent(): number {
    const last = Math.max(this.startedAt, ...[...this.looks.values()].map(({ at }) => at));
    return (performance.now() - last) / 1_000;
  }

  /** Whether everything was looked at once since the start. */
  get hasLooked(): boolean {
    return this.looks.has('instructions') && this.looks.has('messages') && this.looks.has('clocks');
  }

  get troubles(): string[] {
    return [...this.looks.values()].flatMap(({ trouble }) => trouble ?? []);
  }
}
