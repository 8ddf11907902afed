/** Somebody else changed the item first. Nothing was changed by this command; what was typed is kept. */
export class ItemChanged extends Error {
  constructor(readonly version: number) {
    super('Somebody else changed this item first. Look at it again');
  }
}
