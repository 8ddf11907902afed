import { type z } from 'zod';
import { BadPayload } from '../errors';

/** What was typed, as this form means it. @throws BadPayload naming each field that is wrong */
export function readDetails<S extends z.ZodObject>(schema: S, typed: unknown): z.infer<S> {
  const read = schema.safeParse(typed);
  if (read.success) return read.data;
  throw new BadPayload(
    read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  );
}

/** One field is wrong. */
export const badField = (field: string, message: string) =>
  new BadPayload([{ path: [field], message }]);
