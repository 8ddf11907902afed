import { type CalendarDay } from '@app/statutory-calendar';
import { type DeferralReason } from '../pure/terms';

/** How an item ended. What the panel recommends stands apart from what the decision maker decided (handbook 3.4, rule 10). */
export type Outcome = Decided | Deferred;

/** Who was there for the item and who was not: the register goes on changing, the record of an item does not. */
export interface InTheRoom {
  readonly there: readonly {
    readonly name: string;
    readonly role: string;
    readonly note?: string;
  }[];
  readonly apologies: readonly { readonly name: string; readonly role: string }[];
}

export interface Decided {
  readonly kind: 'decided';
  /** The event of the case that the decision was; none for a school. */
  readonly event?: string;
  readonly decision: string;
  /** The key of the command, to tell one that is sent again. */
  readonly key?: string;
  /** What was agreed with a school. */
  readonly said?: Readonly<Record<string, unknown>>;
  readonly reasons: string;
  readonly recommendation?: string;
  readonly dissent: readonly { readonly name: string; readonly text: string }[];
  readonly challenge?: string;
  readonly summary?: string;
  readonly by: string;
  readonly role: string;
  readonly on: CalendarDay;
  readonly room: InTheRoom;
}

export interface Deferred {
  readonly kind: 'deferred';
  readonly reason: DeferralReason;
  readonly note?: string;
  readonly to?: CalendarDay;
  readonly approvedBy?: string;
  readonly room: InTheRoom;
  readonly by: string;
  readonly on: CalendarDay;
}

/** Words of the reasons for which an item is put off. */
export const DEFERRAL_WORDS: Readonly<Record<DeferralReason, string>> = {
  PAPERS_MISSING: 'Papers are missing',
  PROFESSIONAL_ABSENT: 'A professional could not come',
  FAMILY_REQUEST: 'The family asked',
  TIME_RAN_OUT: 'Time ran out',
};
