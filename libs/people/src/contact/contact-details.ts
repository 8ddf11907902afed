import { z } from 'zod';
import { BadDetails } from '../bad-details';
import { codeReader } from '../typed/codes';
import { lineReader, nameReader } from '../typed/names';
import { needed, optional } from '../typed/reading';
import { readEmail, readPhone } from '../typed/ways-to-reach';
import { LETTER_FORMATS, PR_ANSWERS } from '../words';

const typedContact = z.object({
  name: needed(nameReader('The name'), 'Enter the contact’s name'),
  relation: needed(lineReader('The relation', 60), 'Enter how they are related to the child'),
  hasPr: optional(codeReader(PR_ANSWERS)),
  phone: optional(readPhone),
  email: optional(readEmail),
  address: optional(lineReader('The address', 300)),
  language: optional(lineReader('The language', 60)),
  format: optional(codeReader(LETTER_FORMATS)),
});

/** A contact's details, read and checked. */
export type ContactDetails = z.output<typeof typedContact>;

/** Reads what was typed. Throws BadDetails with every problem. */
export function readContact(typed: unknown): ContactDetails {
  const read = typedContact.safeParse(typed);
  if (read.success) return read.data;
  throw new BadDetails(
    read.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
  );
}
