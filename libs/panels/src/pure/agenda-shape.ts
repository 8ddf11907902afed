import { type CalendarDay } from '@app/statutory-calendar';
import { type Attending, type Candidate, type InterestKind, type Terms } from './terms';

/** An interest that is known before the sitting: who wrote the advice, whose school it is. */
export interface KnownInterest {
  readonly candidateId: string;
  readonly memberId: string;
  readonly kind: InterestKind;
}

/** Everything about a sitting that an agenda depends on, apart from its candidates. */
export interface Circumstances {
  readonly on: CalendarDay;
  /** The sitting after this one, where one is planned: what may wait for it is judged by its day. */
  readonly nextOn?: CalendarDay;
  /** London time. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly terms: Pick<Terms, 'quorum' | 'opening' | 'fresh' | 'review' | 'mostDeferrals'>;
  /** Members and their deputies; present is who is expected to come. */
  readonly people: readonly Attending[];
  readonly interests?: readonly KnownInterest[];
}

export interface AgendaLine<C extends Candidate = Candidate> {
  readonly candidate: C;
  /** From 1. */
  readonly position: number;
  /** London time. */
  readonly startsAt: string;
  readonly minutes: number;
  readonly why: readonly string[];
}

export interface LeftOff<C extends Candidate = Candidate> {
  readonly candidate: C;
  readonly whyNot: readonly string[];
  readonly wouldPutOn: readonly string[];
  /** It cannot wait for the next sitting: an officer with delegated powers may decide. */
  readonly offer?: 'delegated_decision';
}

/** Something that the chair should know, about the whole sitting or about one candidate. */
export interface AgendaWarning {
  readonly text: string;
  readonly candidateId?: string;
}

/** The chair's moving of one item to another place. */
export interface AgendaMove {
  readonly candidateId: string;
  readonly to: number;
  readonly reason: string;
  readonly by: string;
}

/** Its candidates come out of it as they went in. */
export interface Agenda<C extends Candidate = Candidate> {
  readonly lines: readonly AgendaLine<C>[];
  readonly left: readonly LeftOff<C>[];
  readonly warnings: readonly AgendaWarning[];
  /** What the chair moved, oldest first, with the place it had. */
  readonly log: readonly (AgendaMove & { readonly from: number })[];
}

/** A whole-school item that comes back for review takes a review slot, otherwise a new one. */
export function slotOf({ kind, reviewDue }: Candidate): 'fresh' | 'review' {
  return kind === 'review' || (kind === 'school' && reviewDue) ? 'review' : 'fresh';
}

/** Put off as often as the panel allows, and nobody has approved that it may wait again. */
export function mayNotWait(
  { deferrals, approvedBy }: Candidate,
  { terms }: Pick<Circumstances, 'terms'>,
): boolean {
  return deferrals >= terms.mostDeferrals && !approvedBy;
}

/** The last day that the law allows is before the next sitting. */
export function lawCannotWait({ statutoryBy }: Candidate, { nextOn }: Circumstances): boolean {
  return statutoryBy !== undefined && (nextOn === undefined || statutoryBy < nextOn);
}

/** A child in care or protected, while permanent exclusion is possible. */
export const isMostExposed = ({ inCareOrProtected, pexRisk }: Candidate) =>
  inCareOrProtected && pexRisk;
