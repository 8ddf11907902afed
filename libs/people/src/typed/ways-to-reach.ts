import { quoted, type Reading } from './reading';

const EMAIL =
  /^[^\s@,;:<>()"']+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
const PHONE_SIGNS = /^\+?[\d ()./-]+(?:(?:x|ext\.?) ?\d{1,5})?$/i;

/** One e-mail address. */
export function readEmail(text: string): Reading<string> {
  if (text.length <= 254 && EMAIL.test(text) && !text.includes('..'))
    return { value: text.toLowerCase() };
  return {
    problem: `${quoted(text)} is not an e-mail address. Type one address, like name@example.org`,
  };
}

/** A telephone number; the 0 that a spreadsheet takes away is put back. */
export function readPhone(text: string): Reading<string> {
  const digits = text.replace(/(?:x|ext).*$/i, '').replace(/\D/g, '');
  const fits = PHONE_SIGNS.test(text) && digits.length >= 10 && digits.length <= 15;
  if (!fits)
    return {
      problem: `${quoted(text)} is not a telephone number. Type all its digits, like 01632 960123`,
    };
  return { value: /^[127]\d{9}$/.test(text) ? `0${text}` : text };
}
