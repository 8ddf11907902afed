import { quoted, type Reader, type Reading } from './reading';

type Words = Readonly<Record<string, string>>;

/** Letters and digits only, in small letters: so that case, spaces and signs never matter. */
export const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** One of a list, by its words or its code. */
export function codeReader<T extends Words>(options: T): Reader<keyof T & string> {
  const known = new Map<string, string>();
  for (const [code, words] of Object.entries(options)) {
    known.set(bare(code), code);
    known.set(bare(words), code);
  }
  return (text): Reading<keyof T & string> => {
    const code = known.get(bare(text));
    if (code) return { value: code };
    return { problem: `${quoted(text)} is not one of the answers. Type ${oneOf(options)}` };
  };
}

/** Several of a list, with semicolons between. */
export function codesReader<T extends Words>(options: T): Reader<(keyof T & string)[]> {
  const one = codeReader(options);
  return (text) => {
    const found = new Set<string>();
    for (const part of text
      .split(/[;|\n]/)
      .map((each) => each.trim())
      .filter(Boolean)) {
      const reading = one(part);
      if ('problem' in reading) return reading;
      found.add(reading.value);
    }
    if (found.size === 0)
      return {
        problem: `Type one or more of these with semicolons between: ${oneOf(options, 'and')}`,
      };
    return { value: [...found] };
  };
}

/** 'A, B or C'. */
export function oneOf(options: Words, last = 'or'): string {
  const words = Object.values(options);
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** A year group, however it is written: 6, Year 6, Y6, R, Reception, N2. */
export function readYearGroup(text: string): Reading<string> {
  const year = bare(text)
    .replace(/^(ncyear|yeargroup|year|yr|y)/, '')
    .replace(/^0+(?=\d)/, '');
  if (/^([1-9]|1[0-4])$/.test(year)) return { value: year };
  if (/^(r|rec|reception)$/.test(year)) return { value: 'R' };
  if (/^(n1|n2)$/.test(year)) return { value: year.toUpperCase() };
  return {
    problem: `${quoted(text)} is not a year group. Type N1, N2, R or a number from 1 to 14`,
  };
}

/** Yes or no. */
export function readYesNo(text: string): Reading<boolean> {
  const answer = bare(text);
  if (['yes', 'y', 'true', '1'].includes(answer)) return { value: true };
  if (['no', 'n', 'false', '0'].includes(answer)) return { value: false };
  return { problem: `${quoted(text)} is neither yes nor no. Type yes or no` };
}
