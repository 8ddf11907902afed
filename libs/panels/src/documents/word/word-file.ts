import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { type Paper } from '../paper/paper';
import { MADE_UP } from '../paper/sitting-words';
import { wordBlock } from './word-blocks';
import { wordStyles } from './word-styles';

/** Twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, bottom: 1280, left: 1080, right: 1080, header: 560, footer: 560 },
};

/** The paper as a Word file: the same words as the PDF, with a table in place of the chart. */
export async function wordFile(paper: Paper): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.council,
    lastModifiedBy: paper.council,
    description: paper.watermark ? `Copy: ${paper.watermark}` : undefined,
    styles: wordStyles(paper.isLarge ? 14 : 10.5),
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: header(paper) },
        footers: { default: footer(paper) },
        children: paper.blocks.flatMap(wordBlock),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const small = (text: string) => new TextRun({ text, size: 16, color: '484949' });

function header({ running, watermark }: Paper): Header {
  const stamp = watermark ? [new TextWatermark({ text: watermark, opacity: 0.35 })] : [];
  return new Header({ children: [new Paragraph({ children: [small(running), ...stamp] })] });
}

function footer({ council, isMadeUp, watermark }: Paper): Footer {
  const pageOf = new TextRun({
    size: 16,
    color: '484949',
    children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return new Footer({
    children: [
      new Paragraph({ children: [small(isMadeUp ? `${council}. ${MADE_UP}` : council)] }),
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: 9746 }],
        children: [small(watermark ? `Copy: ${watermark}` : ''), pageOf],
      }),
    ],
  });
}
