import { type JobIds, type QueueName } from './queue-names';

/** How the doorbell is doing: `trouble` is a sentence for a person, absent when all is well. */
export interface WakeupState {
  readonly by: 'redis' | 'postgres' | 'poll';
  readonly trouble?: string;
}

/**
 * Rings the worker's doorbell after a commit, so that it looks at once and not at its next poll.
 * A ring may be lost without harm: the database is the diary, and the worker reads it every few seconds.
 */
export abstract class Wakeup {
  /** Returns at once and never throws, so that a page never waits for the queue. */
  abstract ring(queue: QueueName, ids?: JobIds): void;

  abstract state(): WakeupState;
}
