/** The doorbell between web and worker: queue names, the port that rings, and how often work is tried. */
export { JobsModule } from './jobs.module';
export { type JobIds, type QueueName, QUEUES } from './queue-names';
export { checkWakeup, RedisForgets } from './redis-check';
export { LOCK_DURATION, secondsBeforeNextTry, TRIES } from './retry-policy';
export { Wakeup, type WakeupState } from './wakeup';
export { type WakeupSettings, wakeupSettings } from './wakeup-settings';
