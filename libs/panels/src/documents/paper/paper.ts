import { type AttendanceFacts } from '../models';

/** A part of a paper. The same parts make the PDF and the Word file, so both say the same. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; onNewPage: boolean }
  | { kind: 'text'; text: string; tone: 'plain' | 'strong' | 'quiet' }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; table: PaperTable }
  | { kind: 'attendance'; facts: AttendanceFacts };

/** A table whose first column names the row; without `head` the first column is all the heading it has. Widths are shares of the line. */
export interface PaperTable {
  caption: string;
  head: readonly string[];
  widths: readonly number[];
  rows: readonly (readonly string[])[];
}

/** A document before it is a file. */
export interface Paper {
  title: string;
  /** In small type at the head of every page. */
  running: string;
  council: string;
  /** Across every page: who took the copy and when. */
  watermark?: string;
  isMadeUp: boolean;
  madeAt: Date;
  /** Letters to families are set larger than officers' papers. */
  isLarge: boolean;
  /** Says the panel and the day, never a child. Without ending. */
  fileName: string;
  blocks: readonly Block[];
}

/** Characters that no page shows and that spoil a Word file. Line breaks stay. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The text as it can be printed. */
export const printable = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, (found) => (found === '\n' ? found : ''));

export const heading = (level: 1 | 2 | 3, text: string, onNewPage = false): Block => ({
  kind: 'heading',
  level,
  text: printable(text),
  onNewPage,
});

export const text = (words: string, tone: 'plain' | 'strong' | 'quiet' = 'plain'): Block => ({
  kind: 'text',
  text: printable(words),
  tone,
});

export const list = (items: readonly string[]): Block => ({
  kind: 'list',
  items: items.map(printable),
});

export const table = (
  caption: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): Block => ({
  kind: 'table',
  table: {
    caption: printable(caption),
    head: columns.some(([name]) => name) ? columns.map(([name]) => name) : [],
    widths: columns.map(([, share]) => share),
    rows: rows.map((cells) => cells.map(printable)),
  },
});

export const attendance = (facts: AttendanceFacts): Block => ({
  kind: 'attendance',
  facts: {
    ...facts,
    term: printable(facts.term),
    sentence: printable(facts.sentence),
    partTimeSentence: facts.partTimeSentence && printable(facts.partTimeSentence),
  },
});

/** A heading of the third level with its parts, or nothing when there are none. */
export const section = (title: string, parts: readonly Block[]): Block[] =>
  parts.length > 0 ? [heading(3, title), ...parts] : [];
