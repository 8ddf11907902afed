import { type Recipient } from '@app/pathways';
import { type Channel } from '../notice';

/** One person or office that gets one rendering of a notice. */
export interface Addressee {
  readonly role: Recipient;
  /** Who exactly, as the ledger keys it: 'family:<contact>', 'advisers:ep', 'owner:<officer>'. */
  readonly recipient: string;
  readonly name: string;
  readonly channel: Channel;
  /** E-mail or postal address; null for a line in the app. */
  readonly address: string | null;
  /** Adviser or setting the notice is about. */
  readonly about?: string;
  /** What a standard letter does not give this reader: 'braille', 'Polish'. */
  readonly needs?: string;
  /** A letter for the family of a young person: in their own hands, or a copy in somebody else’s. */
  readonly reading?: 'own' | 'copy';
}

/** Someone who should hear and cannot be reached: becomes a task. */
export interface Unreachable {
  readonly role: Recipient;
  readonly who: string;
  readonly why: string;
}

export interface Reached {
  readonly addressees: readonly Addressee[];
  readonly unreachable: readonly Unreachable[];
}
