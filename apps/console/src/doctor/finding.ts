import { type Clock } from '@app/statutory-calendar';
import { type Connection } from '../database/connection';

/** What one check found: `wrong` must be put right, `look` is worth a look, `fine` needs nothing. */
export interface Finding {
  readonly state: 'fine' | 'look' | 'wrong';
  readonly words: string;
  /** What to do, in a sentence. */
  readonly remedy?: string;
}

/** What every check may use. */
export interface Patient extends Connection {
  readonly clock: Clock;
  readonly isProduction: boolean;
}

/** Looks at one side of the installation. */
export type Check = (patient: Patient) => Promise<Finding[]>;

export const fine = (words: string): Finding => ({ state: 'fine', words });
export const look = (words: string, remedy: string): Finding => ({ state: 'look', words, remedy });
export const wrong = (words: string, remedy: string): Finding => ({
  state: 'wrong',
  words,
  remedy,
});

/** '1 message', '3 messages'. */
export const counted = (count: number, thing: string, things = `${thing}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? thing : things}`;
