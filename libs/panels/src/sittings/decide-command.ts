/** What the chair decides about an item. */
export interface DecideCommand {
  readonly sittingId: string;
  readonly itemId: string;
  /** The event of the case; for a school the words of what was agreed. */
  readonly event: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the panel advised, where that is not what was decided. */
  readonly recommendation?: string | undefined;
  readonly dissent?: readonly { readonly name: string; readonly text: string }[] | undefined;
  readonly challenge?: string | undefined;
  /** The version of the item that the chair saw. */
  readonly version?: number | undefined;
  readonly commandKey?: string | undefined;
}
