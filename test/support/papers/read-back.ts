import { readPdf, textOfPdf } from './read-pdf';
import { partsOfWord, wordsIn } from './read-word';
import { type Paper } from '../../../libs/panels/src/documents/paper/paper';
import { paperFile } from '../../../libs/panels/src/documents/paper-file';

const flat = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();

/** A paper as both files say it, read back by other programs; case and ends of lines taken away. */
export async function readBack(paper: Paper) {
  const pdf = readPdf((await paperFile(paper, 'pdf')).bytes);
  const parts = await partsOfWord((await paperFile(paper, 'word')).bytes);
  const body = parts.get('word/document.xml') ?? '';
  return {
    pdf,
    parts,
    pdfText: flat(textOfPdf(pdf)),
    wordText: flat(wordsIn(body)),
    /** All that the two files hold anywhere: text, properties, contents, alternatives. */
    everything: flat(JSON.stringify(pdf) + [...parts.values()].join(' ')),
  };
}

/** A value that is no words: a day, a kind of something. */
const NO_WORDS = /^(\d{4}-\d{2}-\d{2}|child|school|decided|deferred|carried)$/;

/** Every piece of text in a model. */
export function factsOf(model: unknown): string[] {
  if (typeof model === 'string') return NO_WORDS.test(model) ? [] : [flat(model)];
  if (model === null || typeof model !== 'object' || model instanceof Date) return [];
  return Object.values(model).flatMap(factsOf);
}

/** The facts of a model that a text does not say. */
export const missingFrom = (text: string, model: unknown) =>
  factsOf(model).filter((fact) => !text.includes(fact));
