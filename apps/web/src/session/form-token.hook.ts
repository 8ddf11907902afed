import { type FastifyRequest } from 'fastify';
import { FormNotOurs } from '../errors/refusals';
import { isFormToken } from './tokens';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A check before any handler: what changes something must come from a page of ours.
 * Browsers say where a form comes from; the token proves it, also for those that do not say.
 * @throws FormNotOurs
 */
export function refuseForeignForm(request: FastifyRequest): void {
  if (READS.has(request.method) || request.is404) return;
  if (comesFromElsewhere(request)) throw new FormNotOurs();
  if (isScriptWithoutAuthority(request)) return;
  const token = request.headers['x-csrf-token'] ?? fieldOf(request.body, '_csrf');
  if (!isFormToken(request.formSecret, token)) throw new FormNotOurs();
}

function comesFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin } = headers;
  return origin !== undefined && hostOf(origin) !== host;
}

/** No cookie and no browser: nothing to abuse. A program signs in this way. */
function isScriptWithoutAuthority({ headers, session }: FastifyRequest): boolean {
  return (
    !session &&
    !headers.cookie &&
    headers.origin === undefined &&
    headers['sec-fetch-site'] === undefined
  );
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null && name in body
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
