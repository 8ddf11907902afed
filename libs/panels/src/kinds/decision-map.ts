/** How the cases of one pathway come to a panel and leave it: states and events as the pathway spells them. */
export interface DecisionMap {
  /** States of `work` from which a case is a new item. */
  readonly fresh: readonly string[];
  /** States from which it comes for review. */
  readonly review: readonly string[];
  /** States that must first be left, and with which event: the case is shown as left off, with that way on. */
  readonly notYet?: Readonly<Record<string, string>>;
  /** The event that puts a case onto a sitting, by the state that it leaves; none where it is listed already. */
  readonly lists?: Readonly<Record<string, string>>;
  /** The event that lists a child whom the chair calls urgent, beyond the slots. */
  readonly listsUrgent?: string;
  /** The event that opens the item in the case, and the states that wait for it: one opened before is in discussion already. */
  readonly opens?: { readonly event: string; readonly from: readonly string[] };
  readonly defers?: string;
  readonly notHeld?: string;
  /** The decisions, in the order of the radios; those possible in the case are offered. */
  readonly decisions: readonly string[];
}
