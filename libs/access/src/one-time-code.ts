import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DIGITS = 6;
/** One step before and one after: clocks of telephones differ. */
const TOLERANCE = [0, -1, 1];

/** How long one code is shown. */
export const SECONDS_A_STEP = 30;

/** A new secret for an authenticator app: 160 bits. */
export const newCodeSecret = (): Buffer => randomBytes(20);

/** A secret as people and apps write it. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** The code of a step (RFC 4226 and 6238, SHA-1, six digits: what every authenticator app understands). */
export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const at = digest[digest.length - 1]! & 0x0f;
  const number = digest.readUInt32BE(at) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code was typed, now or one off; undefined when none is. */
export function stepOf(secret: Buffer, typed: string, now: number): number | undefined {
  if (!/^\d{6}$/.test(typed)) return undefined;
  const fits = (step: number) =>
    timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(typed));
  return TOLERANCE.map((off) => now + off).find(fits);
}

/** What an authenticator app reads from the square picture. */
export function enrolmentUri(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** Ten codes for the day on which the telephone is lost, 80 bits each, in fours. */
export function recoveryCodes(): string[] {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)] ?? '';
  const four = () => Array.from({ length: 4 }, letter).join('');
  return Array.from({ length: 10 }, () => Array.from({ length: 4 }, four).join('-'));
}
