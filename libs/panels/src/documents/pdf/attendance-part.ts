import { CHART, type ChartMark, attendanceInWords, attendanceMarks } from '../attendance-shape';
import { type AttendanceFacts } from '../models';
import { ACCENT, BOLD, INK, makeRoom, PLAIN, QUIET, RULE, type Sheet, tagged } from './sheet';
import { drawText } from './text-parts';

const RED = '#8f1d1d';

/** The chart of a term, drawn as lines, with its words for who does not see it. */
export function drawAttendance(sheet: Sheet, facts: AttendanceFacts): void {
  const { doc, root, left } = sheet;
  makeRoom(sheet, CHART.height + sheet.size * 4);
  const top = doc.y;
  const bbox = [left, top, left + CHART.width, top + CHART.height];
  tagged(sheet, root, ['Figure', { alt: attendanceInWords(facts), bbox }], () => {
    for (const mark of attendanceMarks(facts)) drawMark(sheet, mark, top);
  });
  doc.y = top + CHART.height + 4;
  const key = facts.weeks.some(({ suspendedDays }) => suspendedDays > 0)
    ? ' S: a week with a suspension.'
    : '';
  drawText(sheet, { text: `${facts.sentence}${key}`, tone: 'quiet' });
  if (facts.partTimeSentence) drawText(sheet, { text: facts.partTimeSentence, tone: 'quiet' });
}

function drawMark({ doc, left }: Sheet, mark: ChartMark, top: number): void {
  switch (mark.kind) {
    case 'line': {
      const [first, ...rest] = mark.points;
      if (!first) return;
      doc.moveTo(left + first[0], top + first[1]);
      for (const [x, y] of rest) doc.lineTo(left + x, top + y);
      if (mark.of === 'threshold') doc.dash(3, { space: 2 });
      doc.lineWidth(mark.of === 'data' ? 1.6 : 0.8);
      doc.stroke(mark.of === 'data' ? ACCENT : mark.of === 'full' ? RULE : QUIET).undash();
      return;
    }
    case 'dot':
      doc.circle(left + mark.x, top + mark.y, 2.4).fill(ACCENT);
      return;
    case 'suspension':
      doc.rect(left + mark.x - 4.5, top + mark.y - 4.5, 9, 9).fill(RED);
      word(doc, 'S', left + mark.x - 2.3, top + mark.y - 3.3, {
        colour: '#ffffff',
        isBold: true,
        size: 7,
      });
      return;
    case 'label': {
      const type = { colour: INK, isBold: mark.isStrong, size: mark.isStrong ? 10 : 8.5 };
      doc.font(mark.isStrong ? BOLD : PLAIN).fontSize(type.size);
      const back = mark.anchor === 'end' ? doc.widthOfString(mark.text) : 0;
      word(doc, mark.text, left + mark.x - back, top + mark.y - type.size * 0.8, type);
    }
  }
}

const word = (
  doc: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  { colour, isBold, size }: { colour: string; isBold: boolean; size: number },
) =>
  doc
    .font(isBold ? BOLD : PLAIN)
    .fontSize(size)
    .fillColor(colour)
    .text(text, x, y, { lineBreak: false });
