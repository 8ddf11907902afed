/** Goes before a name that councils say differently. It shows nothing, and nobody types it. */
const MARK = '\u2060';

/** Names that a council may say differently, as the pathways say them. */
export const LOCAL_NAMES = ['EBSNA'] as const;

type LocalName = (typeof LOCAL_NAMES)[number];

/** What a council says instead: `{ EBSNA: 'EBSA' }`. */
export type LocalWords = Readonly<Partial<Record<LocalName, string>>>;

/** A name in the product's own words that a council may say differently: `Start an ${localName('EBSNA')} referral`. */
export const localName = (name: LocalName): string => `${MARK}${name}`;

/** The same text with the council's names. Only the product's own words are marked, so what people typed stays. */
export function inLocalWords(text: string, words: LocalWords): string {
  if (!text.includes(MARK)) return text;
  return LOCAL_NAMES.reduce(
    (said, name) => said.replaceAll(`${MARK}${name}`, words[name] ?? name),
    text,
  );
}
