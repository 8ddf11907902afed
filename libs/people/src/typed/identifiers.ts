import { checkUln, checkUpn } from '@app/statutory-calendar';
import { quoted, type Reading } from './reading';

/** A unique pupil number: 13 characters whose first letter proves the digits. */
export function readUpn(text: string): Reading<string> {
  const upn = text.replace(/[ -]/g, '').toUpperCase();
  const { valid, problem } = checkUpn(upn);
  if (valid) return { value: upn };
  return { problem: `${quoted(text)} is not a UPN. ${withoutStop(problem)}` };
}

/** A unique learner number: 10 digits, for young people of 14 and over. */
export function readUln(text: string): Reading<string> {
  const uln = text.replace(/[ -]/g, '');
  const { valid, problem } = checkUln(uln);
  if (valid) return { value: uln };
  return { problem: `${quoted(text)} is not a ULN. ${withoutStop(problem)}` };
}

/** Messages stand without a full stop, since several may be joined. */
const withoutStop = (problem = 'Copy it again from the school’s records') =>
  problem.replace(/\.$/, '');

/** A school's number in the national register: a 6-digit URN, or LA and establishment number in 7. */
export function readSchoolNumber(text: string): Reading<string> {
  const number = text.replace(/[ /-]/g, '');
  if (/^\d{6,7}$/.test(number)) return { value: number };
  return { problem: `${quoted(text)} is not a school’s number. Type its 6-digit URN, like 199001` };
}

const POSTCODE = /^([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9][A-Z]{2})$/;

/** A whole postcode, however it is spaced. */
export function readPostcode(text: string): Reading<string> {
  const found = POSTCODE.exec(text.replace(/\s/g, '').toUpperCase());
  if (found) return { value: `${found[1]} ${found[2]}` };
  return { problem: `${quoted(text)} is not a whole postcode. Type it like WE4 1AB` };
}
