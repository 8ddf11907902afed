import { quoted, type Reader } from './reading';

const LONGEST = 60;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .'’ʼ‘`,()/-]*$/u;

/** A person's name: letters of any script, spaces, hyphens and apostrophes; at most 60. */
export function nameReader(label: string): Reader<string> {
  return (text) => {
    if (text.length > LONGEST)
      return { problem: `${label} is too long. Use ${LONGEST} characters or fewer` };
    if (/\d/.test(text))
      return { problem: `${label} ${quoted(text)} has a digit in it. Type the name in letters` };
    if (NAME.test(text)) return { value: text };
    const odd = [...text].find((sign) => !/[\p{L}\p{M} .'’ʼ‘`,()/-]/u.test(sign)) ?? text.charAt(0);
    return {
      problem: `${label} cannot have ${quoted(odd)} there. Use letters, spaces, hyphens and apostrophes`,
    };
  };
}

/** One line of free text. */
export function lineReader(label: string, longest: number): Reader<string> {
  return (text) =>
    text.length > longest
      ? { problem: `${label} is too long. Use ${longest} characters or fewer` }
      : { value: text };
}
