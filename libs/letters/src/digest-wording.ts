import { shortDay } from '@app/statutory-calendar';
import { type DigestLine } from './letter-facts';

/** '- EHC-1042: Final plan sent, Mon 22 February 2027, 3 working days left'. */
export function digestLine({ reference, what, dueOn, left }: DigestLine): string {
  return `- ${reference}: ${what}, ${shortDay(dueOn)}, ${left}`;
}

/** The last line of a digest that has no room for all. */
export const andMore = (more: number) => more > 0 && `And ${more} more: see My work.`;
