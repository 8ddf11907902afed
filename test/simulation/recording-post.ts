import { type Found, NotTaken, type Outgoing, type Post } from '@app/letters';
import { type Random } from '../../libs/pathways/testing/random';

/** A provider that counts how often it took each reference, and by the dice of a seed is busy, breaks, or loses its answer. */
export class RecordingPost implements Post {
  readonly name: string = 'The provider';
  readonly remembers = true;
  private readonly taken = new Map<string, number>();

  constructor(private readonly random: Random) {}

  async send({ reference }: Pick<Outgoing, 'reference'>): Promise<void> {
    const dice = this.random();
    if (dice < 0.05) throw new NotTaken('Busy');
    if (dice < 0.1) throw new Error('It broke before it took anything');
    this.taken.set(reference, (this.taken.get(reference) ?? 0) + 1);
    if (dice < 0.25) throw new Error('It took the message, and its answer was lost');
  }

  async find(reference: string): Promise<Found> {
    if (this.random() < 0.1) throw new Error('It does not answer');
    return this.taken.has(reference) ? 'found' : 'not_found';
  }

  /** How many references it took. */
  get size(): number {
    return this.taken.size;
  }

  /** I8 and I9: whatever counts as sent was taken, and nothing was taken twice. */
  broken(sent: readonly string[]): string | undefined {
    const twice = [...this.taken].find(([, times]) => times > 1);
    if (twice) return `I9: the provider took ${twice[0]} ${twice[1]} times`;
    const never = sent.find((reference) => !this.taken.has(reference));
    return never && `I8: ${never} counts as sent, and the provider never took it`;
  }
}
