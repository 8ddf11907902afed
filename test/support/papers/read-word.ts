import { text } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Every part of a Word file by its path, as the XML it holds: a second opinion on our own files. */
export async function partsOfWord(file: Buffer): Promise<Map<string, string>> {
  const zip = await opened(file);
  const parts = new Map<string, string>();
  return new Promise((resolve, reject) => {
    zip.on('end', () => resolve(parts));
    zip.on('error', reject);
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        text(stream).then((xml) => {
          parts.set(entry.fileName, xml);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
}

/** The text of a part, a line a paragraph. */
export const wordsIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>|<w:br\/>/g)]
    .map(([, words]) => (words === undefined ? '\n' : unescaped(words)))
    .join('');

const unescaped = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '',
  );

const opened = (file: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(file, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
