import { pathways } from '@app/pathways';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { tidy } from '../typed/reading';
import { readTypedDay } from '../typed/typed-day';

/** What somebody typed into the search box seems to mean. */
export interface Sought {
  readonly upn?: string;
  /** One case, with every number of leading zeros that it may be written with. */
  readonly references?: readonly string[];
  readonly dob?: CalendarDay;
  /** The rest: a person’s name, or part of a school’s. */
  readonly name?: string;
}

const LONGEST = 100;
const UPN = /^[A-Z]\d{11}[0-9A-Z]$/;
const REFERENCE = new RegExp(`^(${pathways.map(({ prefix }) => prefix).join('|')})-?(\\d{1,9})$`);
const MOST_DIGITS = 9;
const DAY_SOMEWHERE =
  /(?:^|\s)((?:\d{1,2}[ /.-]){2}\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2} [a-z]{3,9} \d{4})(?=\s|$)/i;

/** Reads what was typed: a UPN, a case reference, a date of birth, a name, or a name and a date. */
export function understand(typed: string): Sought {
  const text = tidy(typed).slice(0, LONGEST);
  const solid = text.replace(/ /g, '').toUpperCase();
  if (UPN.test(solid)) return { upn: solid };
  const reference = REFERENCE.exec(solid);
  if (reference) return { references: withZeros(reference[1] ?? '', reference[2] ?? '') };
  const day = DAY_SOMEWHERE.exec(text);
  const dob = day ? readTypedDay(day[1] ?? '') : undefined;
  if (!dob || !('value' in dob)) return text === '' ? {} : { name: text };
  const name = tidy(text.replace(day?.[1] ?? '', ' '));
  return name === '' ? { dob: dob.value } : { dob: dob.value, name };
}

function withZeros(prefix: string, number: string): string[] {
  const digits = number.replace(/^0+(?=\d)/, '');
  const lengths = Array.from(
    { length: MOST_DIGITS - digits.length + 1 },
    (_, at) => digits.length + at,
  );
  return lengths.map((length) => `${prefix}-${digits.padStart(length, '0')}`);
}

/** The same in words, so that a person sees how the search was taken. */
export function inWords({ upn, references, dob, name }: Sought): string {
  if (upn) return `UPN ${upn}`;
  if (references) return `case ${references[0] ?? ''}`;
  return [name && `name or school like “${name}”`, dob && `born on ${plainDay(dob)}`]
    .filter(Boolean)
    .join(', ');
}
