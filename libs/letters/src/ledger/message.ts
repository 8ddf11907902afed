import { type Channel } from '../notice';

/** A line of the ledger that is about to leave. */
export interface DueMessage {
  readonly id: string;
  readonly authority: string;
  readonly key: string;
  readonly caseId: string | null;
  readonly caseVersion: number | null;
  readonly notice: string;
  readonly recipient: string;
  readonly channel: Channel;
  readonly address: string | null;
  readonly subject: string;
  readonly body: string;
  readonly statutory: boolean;
  readonly reasonClock: string | null;
  readonly attempts: number;
  /** Released by a person although the record is flagged: it is not held again. */
  readonly released: boolean;
}

/** A line we hold for a short time, so that nobody else sends it. */
export interface ClaimedMessage extends DueMessage {
  readonly token: string;
}

/** How the case of a message stands at the moment of claiming. */
export interface CaseStanding {
  readonly id: string;
  readonly version: number;
  readonly open: boolean;
  readonly work: string;
  readonly held: boolean;
  readonly ownerId: string | null;
}

/** A family contact as the record has it now. */
export interface ContactStanding {
  readonly id: string;
  readonly hasPr: boolean;
  readonly email: string | null;
  readonly address: string | null;
}
