const LOST = 'The database went away while it was working. Look at its log, then try again.';

/** What a person can do about a fault of the surroundings, by the code that PostgreSQL or Node.js gives it. */
const WORDS: Readonly<Record<string, string>> = {
  '55P03':
    'Somebody else is using the tables at this moment. Stop Causeway where it runs, then try again. Nothing was changed.',
  '57014': 'The database took too long and was stopped. Try again when it is less busy.',
  '53100': 'The disk of the database is full. Free some space, then try again.',
  '53300': 'The database takes no more connections. Try again when it is less busy.',
  '42501': 'The account in DATABASE_URL may not do this. It must own the database.',
  '57P01': LOST,
  '57P02': LOST,
  '57P03': LOST,
  ECONNRESET: LOST,
  ECONNREFUSED: LOST,
  EPIPE: LOST,
  ENOSPC: 'The disk is full. Free some space, then try again.',
  EACCES: 'This user may not write there.',
};

/** Words for a fault that is known, with what the machine said; undefined for a fault of our own. */
export function troubleInWords(error: unknown): string | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const words = WORDS[code];
  return words && `${words} (${message})`;
}
