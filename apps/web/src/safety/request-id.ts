import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

const FORM = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's own number for a request if it looks like one, so that logs can be joined; otherwise a new one. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && FORM.test(given) ? given : randomUUID().slice(-12);
}
