import { type CalendarDay } from '@app/statutory-calendar';
import writeXlsxFile from 'write-excel-file/node';

/** A cell of a workbook: text, a number, a yes or no, or a calendar day, which becomes a true date. */
export type WorkbookCell = string | number | boolean | null | { readonly day: CalendarDay };

/** One sheet of a workbook: its headings in the first row, then the rows; no titles above them. */
export interface WorkbookSheet {
  /** At most 31 characters, as Excel wants. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** An Excel workbook (.xlsx) with these sheets. Text stays text: nothing in a cell is run as a formula. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const file = writeXlsxFile(
    sheets.map(({ name, headings, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: [
        headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: headings.map((heading) => ({ width: Math.max(12, heading.length + 2) })),
    })),
  );
  return file.toBuffer();
}

function cellOf(cell: WorkbookCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
}
