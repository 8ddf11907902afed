import { z } from 'zod';
import { isOwnPath } from '../page';

/** A form that somebody sent when their session had ended: carried through the sign-in, sent when they say so. */
export interface KeptForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const OWN_NAMES = new Set(['_csrf', 'commandKey', 'expectedVersion']);

const kept = z.strictObject({
  path: z.string().max(300).refine(isOwnPath),
  fields: z.array(z.tuple([z.string().max(200), z.string().max(100_000)])).max(500),
});

/** A posted form as it can be kept; its old token is left out. */
export function keptForm(path: string, body: unknown): KeptForm {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, typeof each === 'string' ? each : ''] as const),
  );
  return { path, fields: fields.filter(([name]) => name !== '_csrf') };
}

/** Reads a form that came back through the sign-in page; undefined when there is none that we wrote. */
export function readKept(text: string | undefined): KeptForm | undefined {
  if (!text) return undefined;
  try {
    return kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What a person would know as theirs among the fields. */
export function wordsOf({ fields }: KeptForm): string[] {
  return fields
    .filter(([name, value]) => !OWN_NAMES.has(name) && value.trim() !== '')
    .map(([, value]) => value);
}
