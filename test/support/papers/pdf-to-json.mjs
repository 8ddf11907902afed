/** Reads a PDF from standard input with pdf.js and writes what it says as JSON: a second opinion on our own files. */
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const data = new Uint8Array(await buffer(process.stdin));
const file = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
const pages = [];
for (let number = 1; number <= file.numPages; number += 1) {
  const page = await file.getPage(number);
  const { items } = await page.getTextContent();
  pages.push({
    text: items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
    tree: await page.getStructTree(),
  });
}
const { info } = await file.getMetadata();
const outline = ((await file.getOutline()) ?? []).map(({ title }) => title);
process.stdout.write(JSON.stringify({ pages, info, outline, mark: await file.getMarkInfo() }));
