/** The file as a whole cannot be used, and why; nothing was stored. */
export class FileRefused extends Error {
  constructor(readonly reasons: readonly string[]) {
    super('The file cannot be used');
    this.name = 'FileRefused';
  }
}
