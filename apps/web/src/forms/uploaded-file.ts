/** A file of a form, as the browser named it. Its name and type are claims: look at the bytes. */
export interface UploadedFile {
  readonly filename: string;
  readonly mimetype: string;
  readonly bytes: Buffer;
}

/** The file of a posted form under this name; undefined when none was chosen. */
export function fileOf(body: unknown, name: string): UploadedFile | undefined {
  const value =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  const file = value as Partial<UploadedFile> | undefined;
  return file && Buffer.isBuffer(file.bytes) && file.filename ? (file as UploadedFile) : undefined;
}
