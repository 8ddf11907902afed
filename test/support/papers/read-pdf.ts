import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What a PDF says, as another program reads it. */
export interface ReadPdf {
  pages: { text: string; tree: StructureNode }[];
  info: Record<string, unknown>;
  outline: string[];
  mark: { Marked?: boolean };
}

/** A part of the tree that a screen reader follows. */
export interface StructureNode {
  role?: string;
  alt?: string;
  lang?: string;
  children?: StructureNode[];
}

/** Reads a PDF with pdf.js, in a process of its own because pdf.js is an ES module. */
export function readPdf(file: Buffer): ReadPdf {
  const answer = execFileSync(process.execPath, [join(__dirname, 'pdf-to-json.mjs')], {
    input: file,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(answer) as ReadPdf;
}

/** All text of a PDF with single spaces, so that the ends of lines do not matter. */
export const textOfPdf = ({ pages }: ReadPdf) =>
  pages
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ');

/** The roles of a tree in reading order. */
export const rolesIn = ({ role, children = [] }: StructureNode): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(rolesIn),
];
