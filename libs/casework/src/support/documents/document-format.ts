/** Kinds of file that can be kept, told from their bytes. */
export const DOCUMENT_FORMATS = {
  pdf: { words: 'PDF', media: 'application/pdf' },
  docx: {
    words: 'Word document',
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  jpeg: { words: 'JPEG picture', media: 'image/jpeg' },
  png: { words: 'PNG picture', media: 'image/png' },
  csv: { words: 'CSV table', media: 'text/csv; charset=utf-8' },
} as const;

export type DocumentFormat = keyof typeof DOCUMENT_FORMATS;

const STARTS: readonly [DocumentFormat | 'zip', readonly number[]][] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
];

/** What a file is, by its own signature: its name and what a browser says of it are claims. Undefined for anything else. */
export function formatOf(bytes: Buffer): DocumentFormat | undefined {
  const start = STARTS.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (!start) return isTable(bytes) ? 'csv' : undefined;
  if (start[0] !== 'zip') return start[0];
  return isPlainWord(bytes) ? 'docx' : undefined;
}

/** A Word document without macros: its parts are named in clear text in the list at its end. */
const isPlainWord = (bytes: Buffer) =>
  bytes.includes('[Content_Types].xml') &&
  bytes.includes('word/document.xml') &&
  !bytes.includes('vbaProject.bin');

const LINE_BYTES: readonly number[] = [0x09, 0x0a, 0x0d];
const BYTE_ORDER_MARK = /^\u00ef\u00bb\u00bf/;

/** Text in lines, in whatever alphabet, whose first has more than one column; markup is not a table. */
function isTable(bytes: Buffer): boolean {
  if (bytes.some((byte) => byte < 0x20 && !LINE_BYTES.includes(byte))) return false;
  const [first = ''] = bytes.toString('latin1').replace(BYTE_ORDER_MARK, '').split(/\r?\n/);
  return /[,;\t]/.test(first) && !/^\s*[<%#]/.test(first);
}
