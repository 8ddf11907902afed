import { DOCUMENT_FORMATS, DOCUMENT_KINDS, type DocumentRow } from '@app/casework';
import { londonDay, longDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** A document as a row of the list. */
export function documentRow(document: DocumentRow, reference: string, mayRemove: boolean) {
  const {
    id,
    kind,
    format,
    size,
    datedOn,
    authorRole,
    scan,
    by,
    addedAt,
    removedBy,
    removedOn,
    removedWhy,
  } = document;
  return {
    kind: DOCUMENT_KINDS[kind],
    href: scan === 'infected' || removedOn ? undefined : paths.support.document(reference, id),
    removeHref: mayRemove ? paths.support.takeAway(reference, id) : undefined,
    removed: removedOn
      ? `Taken away by ${removedBy ?? ''}, ${plainDay(removedOn)}: ${removedWhy ?? ''}`
      : undefined,
    file: `${DOCUMENT_FORMATS[format].words}, ${sizeWords(size)}`,
    dated: longDay(datedOn),
    author: authorRole,
    added: `${by}, ${plainDay(londonDay(addedAt))}`,
    scan: SCAN_WORDS[scan],
  };
}

/** A name for the file that says what it is and never whose. */
export function fileName({ kind, format, datedOn }: DocumentRow, reference: string): string {
  const extension = format === 'jpeg' ? 'jpg' : format;
  return `${reference}-${kind.replaceAll('_', '-')}-${datedOn}.${extension}`;
}

const SCAN_WORDS: Readonly<Record<DocumentRow['scan'], string>> = {
  clean: '',
  not_scanned: 'Not checked for viruses: no scanner is set up',
  waiting: 'Waits for the virus check, and cannot be opened before',
  infected: 'The virus check found something. The file was deleted',
};

function sizeWords(size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
