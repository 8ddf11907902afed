import { type Paper } from '../paper/paper';
import { MADE_UP } from '../paper/sitting-words';
import { BOLD, INK, PLAIN, QUIET, type Sheet } from './sheet';

/** Puts head, foot and watermark on every page, once it is known how many there are. */
export function furnish(sheet: Sheet, paper: Paper): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    sheet.doc.switchToPage(page);
    head(sheet, paper);
    foot(sheet, paper, `Page ${page - start + 1} of ${count}`);
    if (paper.watermark) watermark(sheet, paper.watermark);
  }
}

function head(sheet: Sheet, paper: Paper): void {
  line(sheet, paper.running, { y: 34, align: 'left' });
}

function foot(sheet: Sheet, paper: Paper, pageOf: string): void {
  const y = sheet.doc.page.height - 46;
  line(sheet, [paper.council, paper.isMadeUp ? MADE_UP : ''].filter(Boolean).join('. '), {
    y,
    align: 'left',
  });
  line(sheet, pageOf, { y: y + 14, align: 'right' });
  if (paper.watermark) line(sheet, `Copy: ${paper.watermark}`, { y: y + 14, align: 'left' });
}

function line(
  { doc, left, width }: Sheet,
  text: string,
  { y, align }: { y: number; align: 'left' | 'right' },
): void {
  outsideTheText(doc, 'Pagination', () =>
    doc.font(PLAIN).fontSize(8).fillColor(QUIET).text(text, left, y, { width, align, height: 10 }),
  );
}

function watermark({ doc }: Sheet, text: string): void {
  const { width, height } = doc.page;
  outsideTheText(doc, 'Page', () => {
    doc.save();
    doc.rotate(-52, { origin: [width / 2, height / 2] });
    doc.font(BOLD).fontSize(100);
    doc.fontSize(Math.min(54, (100 * height * 0.85) / doc.widthOfString(text)));
    doc.fillColor(INK).fillOpacity(0.09);
    const x = (width - doc.widthOfString(text)) / 2;
    doc.text(text, x, height / 2 - doc.currentLineHeight() / 2, { lineBreak: false });
    doc.restore();
  });
}

/** In the margins: no page break, no part of the tree. */
function outsideTheText(
  doc: PDFKit.PDFDocument,
  type: 'Pagination' | 'Page',
  draw: () => void,
): void {
  const { top, bottom } = doc.page.margins;
  doc.page.margins.top = 0;
  doc.page.margins.bottom = 0;
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
  doc.page.margins.top = top;
  doc.page.margins.bottom = bottom;
}
