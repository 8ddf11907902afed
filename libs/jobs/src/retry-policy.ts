import { type JobsOptions } from 'bullmq';

/** How often a job is tried. More would be pointless: the poll finds whatever a lost job was about. */
export const TRY_AGAIN = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: 100,
} as const satisfies JobsOptions;

/** Longest that a job may hold its lock without a sign of life, in milliseconds. */
export const LOCK_DURATION = 60_000;

/** How often one row of work is tried before a person is asked, and the wait before each further try. */
export const TRIES = 5;

/** Seconds to wait before the next try of a row that was tried this often: 10 s, 40 s, 90 s … */
export function secondsBeforeNextTry(tries: number): number {
  return Math.min(10 * tries * tries, 900);
}
