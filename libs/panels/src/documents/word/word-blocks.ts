import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import { attendanceTitle, attendanceWeekWords } from '../attendance-shape';
import { dayAndMonth } from '@app/statutory-calendar';
import { type AttendanceFacts } from '../models';
import { type Block, table as tableBlock } from '../paper/paper';
import { wordTable } from './word-table';

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/** What a part of a paper is in Word. */
export function wordBlock(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          pageBreakBefore: block.onNewPage,
          keepNext: true,
          children: [new TextRun(block.text)],
        }),
      ];
    case 'text':
      return [
        new Paragraph({
          children: lines(block.text, {
            bold: block.tone === 'strong',
            color: block.tone === 'quiet' ? '484949' : undefined,
          }),
        }),
      ];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: lines(item, {}) }),
      );
    case 'table':
      return [wordTable(block.table), new Paragraph('')];
    case 'attendance':
      return attendanceTable(block.facts);
  }
}

/** The chart of the PDF as a table. */
function attendanceTable(facts: AttendanceFacts): (Paragraph | Table)[] {
  const rows = facts.weeks.map((week, index) => {
    const { attendance, suspended } = attendanceWeekWords(week);
    return [`${index + 1}, from ${dayAndMonth(week.from)}`, attendance, suspended];
  });
  const columns = [
    ['Week', 40],
    ['Attendance', 30],
    ['Suspended', 30],
  ] as const;
  const sentences = [facts.sentence, ...(facts.partTimeSentence ? [facts.partTimeSentence] : [])];
  return [
    ...wordBlock(tableBlock(attendanceTitle(facts), columns, rows)),
    ...sentences.map((sentence) => new Paragraph({ children: lines(sentence, {}) })),
  ];
}

const lines = (text: string, look: { bold?: boolean; color?: string }) =>
  text
    .split('\n')
    .map((part, index) => new TextRun({ text: part, break: index > 0 ? 1 : 0, ...look }));
