import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type PaperTable } from '../paper/paper';

/** Twentieths of a point between the margins of an A4 page. */
const LINE = 9746;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'C9CED1' };

/** A table whose heads are repeated on every page; a row is not torn apart. */
export function wordTable({ head, widths, rows }: PaperTable): Table {
  const all = widths.reduce((sum, share) => sum + share, 0);
  const columnWidths = widths.map((share) => Math.round((LINE * share) / all));
  const line = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columnWidths.map((width, index) =>
        wordCell(cells[index] ?? '', width, isHead || (head.length === 0 && index === 0)),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: LINE, type: WidthType.DXA },
    columnWidths,
    tableLook: { firstRow: head.length > 0, firstColumn: true },
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      bottom: THIN,
      insideHorizontal: THIN,
      insideVertical: NONE,
    },
    rows: [...(head.length > 0 ? [line(head, true)] : []), ...rows.map((row) => line(row, false))],
  });
}

const wordCell = (text: string, width: number, bold: boolean) =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 60, bottom: 60, left: 60, right: 100 },
    children: text
      .split('\n')
      .map((part) => new Paragraph({ children: [new TextRun({ text: part, bold })] })),
  });
