/** The worker's doorbells. What is to be done stands in the database; a job only says "look now". */
export const QUEUES = ['instructions', 'messages', 'clocks', 'imports'] as const;

export type QueueName = (typeof QUEUES)[number];

/** All that a job may carry: ids. Job data lies in clear text in the queue's store. */
export interface JobIds {
  readonly caseId?: string;
  readonly messageId?: string;
  readonly fileId?: string;
}
