import { z } from 'zod';

/** What a typed text means, or what is wrong with it in plain words. */
export type Reading<T> = { readonly value: T } | { readonly problem: string };
export type Reader<T> = (text: string) => Reading<T>;

/** The text itself in quotation marks, cut so that a message stays a message. */
export const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** Tidied: one kind of accent, no invisible marks, single spaces, no spaces around. */
export const tidy = (text: string) =>
  text.normalize('NFC').replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ {2,}/g, ' ').trim();

/** Control characters, zero-width, direction and byte-order marks: they hide what a name really is. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;

/** A field that must be filled in. */
export const needed = <T>(read: Reader<T>, whenBlank: string) =>
  z
    .string({ error: whenBlank })
    .transform(tidy)
    .transform((text, ctx) => taken(text === '' ? { problem: whenBlank } : read(text), ctx));

/** A field that may stay blank: then it is undefined. */
export const optional = <T>(read: Reader<T>) =>
  z
    .string({ error: 'Type one answer' })
    .transform(tidy)
    .transform((text, ctx) => (text === '' ? undefined : taken(read(text), ctx)))
    .optional();

function taken<T>(reading: Reading<T>, ctx: z.core.$RefinementCtx): T {
  if ('value' in reading) return reading.value;
  ctx.addIssue({ code: 'custom', message: reading.problem });
  return z.NEVER;
}
