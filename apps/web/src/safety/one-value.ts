import { UnreadableRequest } from '../errors/refusals';

/**
 * One text of a form or an address; undefined when it is absent or blank, trimmed otherwise.
 * @throws UnreadableRequest when it was sent twice or is not text
 */
export function one(from: unknown, name: string): string | undefined {
  const value = isRecord(from) ? from[name] : undefined;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new UnreadableRequest('A field was sent more than once.');
  return value.trim() === '' ? undefined : value.trim();
}

/** All texts of a form under one name, in order: for tick boxes. */
export function several(from: unknown, name: string): string[] {
  const value = isRecord(from) ? from[name] : undefined;
  return [value].flat().filter((it): it is string => typeof it === 'string' && it !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
