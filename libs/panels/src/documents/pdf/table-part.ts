import { type PaperTable } from '../paper/paper';
import {
  BOLD,
  decoration,
  INK,
  lastLine,
  makeRoom,
  PLAIN,
  QUIET,
  RULE,
  type Sheet,
  tagged,
} from './sheet';
import { drawRule, drawText } from './text-parts';

const PAD = 5;

interface Column {
  x: number;
  width: number;
}
type Cell = (index: number, draw: () => void) => void;

/** A table that goes over pages with its heads repeated. A row taller than a page becomes paragraphs. */
export function drawTable(sheet: Sheet, table: PaperTable): void {
  const { doc, root, size } = sheet;
  const columns = columnsOf(sheet, table.widths);
  makeRoom(sheet, size * 5);
  let whole: PDFKit.PDFStructureElement | undefined;
  for (const cells of table.rows) {
    const height = rowHeight(sheet, cells, columns);
    if (height > lastLine(sheet) - doc.page.margins.top - size * 3) {
      whole?.end();
      whole = undefined;
      cells.forEach((cell, index) => paragraph(sheet, table.head[index], cell));
      continue;
    }
    if (doc.y + height > lastLine(sheet)) {
      doc.addPage();
      if (whole) decoration(sheet, () => heads(sheet, table, columns, (_, draw) => draw()));
    }
    if (!whole) {
      whole = doc.struct('Table', { title: table.caption });
      root.add(whole);
      tagHeads(sheet, whole, table, columns);
    }
    row(sheet, whole, cells, { columns, hasHeads: table.head.length > 0 });
  }
  whole?.end();
  doc.y += size * 0.6;
}

function columnsOf({ left, width }: Sheet, shares: readonly number[]): Column[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  let x = left;
  return shares.map((share) => {
    const column = { x, width: (width * share) / all - PAD * 2 };
    x += (width * share) / all;
    return column;
  });
}

function tagHeads(
  sheet: Sheet,
  whole: PDFKit.PDFStructureElement,
  table: PaperTable,
  columns: readonly Column[],
): void {
  if (table.head.length === 0) return;
  const line = sheet.doc.struct('TR');
  whole.add(line);
  heads(sheet, table, columns, (_, draw) => tagged(sheet, line, ['TH', { scope: 'Column' }], draw));
  line.end();
}

function heads(sheet: Sheet, table: PaperTable, columns: readonly Column[], cell: Cell): void {
  if (table.head.length === 0) return;
  drawCells(sheet, table.head, columns, { isHead: true, isBold: () => true, cell });
}

function row(
  sheet: Sheet,
  whole: PDFKit.PDFStructureElement,
  cells: readonly string[],
  { columns, hasHeads }: { columns: readonly Column[]; hasHeads: boolean },
): void {
  const line = sheet.doc.struct('TR');
  whole.add(line);
  drawCells(sheet, cells, columns, {
    isHead: false,
    isBold: (index) => index === 0 && !hasHeads,
    cell: (index, draw) =>
      tagged(sheet, line, index === 0 ? ['TH', { scope: 'Row' }] : ['TD'], draw),
  });
  line.end();
  drawRule(sheet, RULE);
  sheet.doc.y += 1;
}

function drawCells(
  sheet: Sheet,
  cells: readonly string[],
  columns: readonly Column[],
  { isHead, isBold, cell }: { isHead: boolean; isBold: (index: number) => boolean; cell: Cell },
): void {
  const { doc } = sheet;
  const top = doc.y + PAD;
  const bottom = doc.y + rowHeight(sheet, cells, columns);
  columns.forEach(({ x, width }, index) =>
    cell(index, () => {
      typeFor(sheet, isBold(index)).fillColor(isHead ? QUIET : INK);
      doc.text(cells[index] ?? '', x, top, { width });
    }),
  );
  doc.y = bottom;
}

function rowHeight(sheet: Sheet, cells: readonly string[], columns: readonly Column[]): number {
  const heights = columns.map(({ width }, index) =>
    typeFor(sheet, index === 0).heightOfString(cells[index] ?? '', { width }),
  );
  return Math.max(...heights, sheet.size) + PAD * 2;
}

const typeFor = ({ doc, size }: Sheet, isBold: boolean) =>
  doc.font(isBold ? BOLD : PLAIN).fontSize(size * 0.95);

const paragraph = (sheet: Sheet, label: string | undefined, cell: string) =>
  drawText(sheet, { text: label ? `${label}: ${cell}` : cell, tone: 'plain' });
