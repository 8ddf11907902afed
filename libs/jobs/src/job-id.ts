import { randomUUID } from 'node:crypto';

const FORBIDDEN = /:|^\d+$/;

/** A fresh id for a job. A queue refuses ids with a colon and ids of digits only, so ours start with a letter. */
export function newJobId(): string {
  return `r_${randomUUID()}`;
}

/** Whether a queue takes this id. */
export function isJobId(id: string): boolean {
  return id !== '' && !FORBIDDEN.test(id);
}
