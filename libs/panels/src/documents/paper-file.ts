import { type Paper } from './paper/paper';
import { pdfFile } from './pdf/pdf-file';
import { wordFile } from './word/word-file';

/** What a paper can be downloaded as. */
const FORMATS = {
  pdf: { ending: 'pdf', type: 'application/pdf', write: pdfFile },
  word: {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: wordFile,
  },
} as const;
export type PaperFormat = keyof typeof FORMATS;

/** A file ready to be sent. Its name says the panel and the day, and nothing of a child. */
export interface PaperFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Writes a paper in a format. */
export async function paperFile(paper: Paper, format: PaperFormat): Promise<PaperFile> {
  const { ending, type, write } = FORMATS[format];
  return { name: `${paper.fileName}.${ending}`, type, bytes: await write(paper) };
}
