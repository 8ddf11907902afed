import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes for a cookie or a secret. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored instead of a token. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A token for a form, different each time, that only this session's secret can make. */
export function formToken(secret: string): string {
  const salt = randomBytes(9).toString('base64url');
  return `${salt}.${sign(secret, salt)}`;
}

/** Whether a form's token was made from this secret. Takes the same time for a near miss. */
export function isFormToken(secret: string, token: unknown): boolean {
  if (!secret || typeof token !== 'string') return false;
  const [salt = '', signature = '', ...rest] = token.split('.');
  if (!salt || rest.length) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(secret, salt));
  return given.length === right.length && timingSafeEqual(given, right);
}

function sign(secret: string, salt: string): string {
  return createHmac('sha256', secret).update(salt).digest('base64url');
}
