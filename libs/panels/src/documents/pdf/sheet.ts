import { join, dirname } from 'node:path';
import PDFDocument from 'pdfkit';
import { type Paper } from '../paper/paper';

/** The font is Liberation Sans’ sister Arimo, from its package: nothing is fetched. */
const FONTS = dirname(require.resolve('@expo-google-fonts/arimo/package.json'));
export const PLAIN = join(FONTS, '400Regular', 'Arimo_400Regular.ttf');
export const BOLD = join(FONTS, '700Bold', 'Arimo_700Bold.ttf');

export const INK = '#0b0c0c';
export const QUIET = '#484949';
export const ACCENT = '#1d4e5f';
export const RULE = '#c9ced1';

const MARGINS = { top: 72, bottom: 64, left: 54, right: 54 };

/** What draws on the pages, with the tree that a screen reader follows. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  root: PDFKit.PDFStructureElement;
  /** Points. */
  size: number;
  left: number;
  width: number;
}

/** An empty A4 document with title, language and structure tree. */
export function openSheet(paper: Paper): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    font: PLAIN,
    info: {
      Title: paper.title,
      Author: paper.council,
      Creator: 'Causeway',
      Producer: 'Causeway',
      CreationDate: paper.madeAt,
    },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const width = doc.page.width - MARGINS.left - MARGINS.right;
  return { doc, root, size: paper.isLarge ? 14 : 10.5, left: MARGINS.left, width };
}

/** Draws something that belongs to the text, as a child of a part of the tree. */
export function tagged(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  [type, options]: readonly [string, object?],
  draw: () => void,
): void {
  parent.add(sheet.doc.struct(type, options ?? {}, [draw]));
}

/** Draws lines and furniture that a screen reader passes over. */
export function decoration(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Layout' });
  draw();
  sheet.doc.endMarkedContent();
}

/** Where the text of this page ends. */
export const lastLine = ({ doc }: Sheet) => doc.page.height - MARGINS.bottom;

/** Goes to a new page when less than this is left. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.doc.y + height > lastLine(sheet)) sheet.doc.addPage();
}
