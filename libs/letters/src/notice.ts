import { type Recipient } from '@app/pathways';
import { type DigestFacts, type LetterFacts } from './letter-facts';

/** What is sent: plain text, paragraphs separated by an empty line. */
export interface Words {
  readonly subject: string;
  readonly body: string;
}

export type Channel = 'email' | 'letter' | 'sms' | 'in_app';

/** One notice of the handbook's catalogue (annex c): its words for each reader, and how a family gets it. */
export interface Notice {
  readonly code: string;
  /** What it is, for lists of messages: 'Request received'. */
  readonly title: string;
  /** The family's channels, best first; the first for which there is an address is used. */
  readonly family?: readonly Channel[];
  /** Only for a family that knows of the case. */
  readonly onlyIfAware?: boolean;
  readonly words: Readonly<Partial<Record<Recipient, (facts: LetterFacts) => Words>>>;
}

/** A notice that gathers many cases for one officer. */
export interface DigestNotice {
  readonly code: string;
  readonly title: string;
  readonly words: (facts: DigestFacts) => Words;
}
