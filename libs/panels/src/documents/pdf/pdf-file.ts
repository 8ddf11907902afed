import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { type Block, type Paper } from '../paper/paper';
import { drawAttendance } from './attendance-part';
import { furnish } from './furniture';
import { openSheet, type Sheet } from './sheet';
import { drawTable } from './table-part';
import { drawHeading, drawList, drawText } from './text-parts';

/** The paper as a tagged PDF: headings, lists, tables and the chart keep their meaning for a screen reader. */
export async function pdfFile(paper: Paper): Promise<Buffer> {
  const sheet = openSheet(paper);
  const bytes = buffer(sheet.doc);
  for (const block of paper.blocks) {
    draw(sheet, block);
    // A pack of forty children takes a while: other people's requests are answered in between.
    if (block.kind === 'heading') await setImmediate();
  }
  sheet.root.end();
  furnish(sheet, paper);
  sheet.doc.end();
  return bytes;
}

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'text':
      return drawText(sheet, block);
    case 'list':
      return drawList(sheet, block.items);
    case 'table':
      return drawTable(sheet, block.table);
    case 'attendance':
      return drawAttendance(sheet, block.facts);
  }
}
