import { FileRefused } from './file-refused';
import { fromWindows1252 } from './windows-1252';

/** A file's text and what a person should know about how it was read. */
export interface DecodedFile {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
  readonly notices: readonly string[];
}

const SAVE_AS =
  'Open it in your spreadsheet, choose “Save as”, then “CSV UTF-8 (comma delimited)”, and upload that file';

/** First bytes of files that are not text, and what to say. */
const NOT_TEXT: readonly (readonly [string, string])[] = [
  ['504b0506', 'This is an empty archive, not a CSV file.'],
  ['d0cf11e0', `This is an old Excel workbook, not a CSV file. ${SAVE_AS}.`],
  [
    '25504446',
    'This is a PDF. The rows are needed as a CSV file from the spreadsheet it was made from.',
  ],
  ['7b5c727466', 'This is a text document, not a CSV file.'],
  ['1f8b', 'This file is compressed. Unpack it first, then upload the CSV file inside.'],
];

/** Text of a CSV file in UTF-8, UTF-16 or Windows-1252. Throws FileRefused with what to do instead. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  const known = NOT_TEXT.find(([magic]) => start.startsWith(magic));
  if (known) throw new FileRefused([known[1]]);
  const decoded = asUtf16(bytes, start) ?? asUtf8(bytes) ?? asWindows1252(bytes);
  const text = withoutEndMark(decoded.text);
  if (!/\S/.test(text)) throw new FileRefused(['The file is empty.']);
  if (/^\s*<(!doctype|html|\?xml)/i.test(text.slice(0, 200))) {
    throw new FileRefused([`This is a web page or XML, not a CSV file. ${SAVE_AS}.`]);
  }
  if (CONTROL.test(text)) throw notReadable();
  return { ...decoded, text };
}

/** Control characters other than tabs and line ends: the sign of a file that is not text. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\x7f-\x9f]/u;

/** Ctrl-Z, with which very old programs end a file. */
const withoutEndMark = (text: string) =>
  text.charCodeAt(text.length - 1) === 26 ? text.slice(0, -1) : text;

function asUtf8(bytes: Uint8Array): DecodedFile | undefined {
  const text = decodeStrictly('utf-8', bytes);
  return text === undefined ? undefined : { text, encoding: 'UTF-8', notices: [] };
}

function asUtf16(bytes: Uint8Array, start: string): DecodedFile | undefined {
  const order = start.startsWith('fffe')
    ? 'utf-16le'
    : start.startsWith('feff')
      ? 'utf-16be'
      : zeroBytesSay(bytes);
  if (!order) return undefined;
  const text = decodeStrictly(order, bytes);
  if (text === undefined) throw notReadable();
  return { text, encoding: 'UTF-16', notices: [] };
}

/** UTF-16 without its mark: in western text every second byte is zero. */
function zeroBytesSay(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 400);
  const zeros = (parity: number) =>
    sample.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const many = sample.length * 0.4;
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : undefined;
}

function asWindows1252(bytes: Uint8Array): DecodedFile {
  const text = fromWindows1252(bytes);
  if (text === undefined) throw notReadable();
  const notice =
    'The file is not in UTF-8, so it was read as Windows-1252, which older spreadsheets write. Check that accents in names look right.';
  return { text, encoding: 'Windows-1252', notices: [notice] };
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const notReadable = () =>
  new FileRefused([
    `The file cannot be read as text: it may be damaged or not a CSV file. ${SAVE_AS}.`,
  ]);
