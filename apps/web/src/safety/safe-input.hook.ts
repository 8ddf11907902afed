import { type FastifyRequest } from 'fastify';
import { UnreadableRequest } from '../errors/refusals';

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype']);
const DEEPEST = 8;
const MOST_FIELDS = 2000;

/**
 * A check before any handler: refuses what no form or program of ours sends, before any controller sees it.
 * @throws UnreadableRequest
 */
export function refuseUnsafeInput(request: FastifyRequest): void {
  const query = request.query as Record<string, unknown>;
  for (const name in query) {
    if (Array.isArray(query[name]))
      throw new UnreadableRequest('A part of the address is given twice.');
  }
  look(query, { left: MOST_FIELDS }, 0);
  look(request.params, { left: MOST_FIELDS }, 0);
  look(request.body, { left: MOST_FIELDS }, 0);
}

function look(value: unknown, fields: { left: number }, depth: number): void {
  if (typeof value === 'string') return refuseZero(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return;
  if (depth > DEEPEST) throw new UnreadableRequest('What was sent is nested too deeply.');
  for (const key of Object.keys(value)) {
    if ((fields.left -= 1) < 0) throw new UnreadableRequest('What was sent has too many parts.');
    if (key.split(/[.[\]]/).some((part) => POLLUTING.has(part))) {
      throw new UnreadableRequest('What was sent has a name that is not allowed.');
    }
    look((value as Record<string, unknown>)[key], fields, depth + 1);
  }
}

function refuseZero(text: string): void {
  if (text.includes('\0'))
    throw new UnreadableRequest('What was sent has a character that cannot be kept.');
}
