import { type Channel } from '../notice';

/** What is handed to a provider. The reference is the ledger's key. */
export interface Outgoing {
  readonly reference: string;
  readonly channel: Channel;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
}

/** Whether a provider has a message: 'cannot_tell' when it keeps no list or does not answer. */
export type Found = 'found' | 'not_found' | 'cannot_tell';

/** Carries messages out of the house: SMTP, GOV.UK Notify, the built-in outbox. */
export interface Post {
  readonly name: string;
  /** False for a provider that cannot be asked about a reference: after a lost answer a person decides. */
  readonly remembers: boolean;
  /** Resolves when the provider has taken it. @throws NotTaken, Refused; any other error means that nobody knows */
  send(message: Outgoing, signal: AbortSignal): Promise<void>;
  find(reference: string): Promise<Found>;
}

/** The provider surely did not take it: try again later. */
export class NotTaken extends Error {}

/** The provider will never take it: a wrong address, for example. */
export class Refused extends Error {}
