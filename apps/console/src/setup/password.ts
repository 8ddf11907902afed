import { hash } from '@node-rs/argon2';

/** OWASP's smallest advised cost; sign-in reads the cost from the hash itself. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SHORTEST = 15;
const LONGEST = 200;
const DIFFERENT_LETTERS = 6;

/** A hash to keep instead of a password: argon2id, with its own salt and cost inside. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON2ID);
}

/** What is wrong with a new password, in words; undefined when nothing is. Length counts, kinds of characters do not. */
export function passwordProblem(password: string, own: readonly string[]): string | undefined {
  if (password.length < SHORTEST)
    return `The password must have ${SHORTEST} characters or more. Four words in a row are easy to remember.`;
  if (password.length > LONGEST) return `The password must have ${LONGEST} characters or fewer.`;
  const rest = own
    .filter((word) => word.length > 3)
    .reduce((left, word) => left.replaceAll(word.toLowerCase(), ''), password.toLowerCase());
  return new Set(rest).size < DIFFERENT_LETTERS
    ? 'The password is too easy to guess. Do not use your name or your e-mail address, or one letter again and again.'
    : undefined;
}
