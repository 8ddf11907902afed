/** How the cases of one pathway come to a panel and leave it: states and events as the pathway spells them. */
export interface DecisionMap {
  /** States of `work` from which a case is a new item. */
  readonly fresh: readonly string[];
  /** States from which it comes for review. */
  readonly review: readonly string[];
  /** Clocks on whose day a review is due. */
  readonly reviewClocks?: readonly string[];
  /** What brings a case here from a state, beside who put it forward. */
  readonly comesFor?: Readonly<Record<string, string>>;
  /** States that must first be left, and with which event: the case is shown as left off, with that way on. */
  readonly notYet?: Readonly<Record<string, string>>;
  /** Those of them in which papers were asked for: a child at risk of permanent exclusion is listed without them. */
  readonly withoutPapers?: readonly string[];
  /** The event that puts a case onto a sitting, by the state that it leaves; none where it is listed already. */
  readonly lists?: Readonly<Record<string, string>>;
  /** The event that lists a child whom the chair calls urgent, beyond the slots. */
  readonly listsUrgent?: { readonly event: string; readonly from: string };
  /** The event that opens the item in the case, and the states that wait for it: one opened before is in discussion already. */
  readonly opens?: { readonly event: string; readonly from: readonly string[] };
  /** The event that puts an item off, and the states that hear it: elsewhere the case stays as it is. */
  readonly defers?: { readonly event: string; readonly from: readonly string[] };
  readonly notHeld?: string;
  /** The decisions, in the order of the radios; those possible in the case are offered. What stands on an agenda is decided in its sitting. */
  readonly decisions: readonly string[];
  /** Further ways that the panel may settle on, and that whoever works on the case may take without it. */
  readonly also?: readonly string[];
  /** The law asks for these decisions within its dates, so an agenda holds up none of them. */
  readonly isStatutory?: true;
}
