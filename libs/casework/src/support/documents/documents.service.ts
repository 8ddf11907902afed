import { createHash } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { LEADS } from '@app/pathways';
import { type CalendarDay, Clock, plainDay } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { addedBy } from '../added-row';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { DOCUMENT_KINDS, documentForm, takeAwayForm } from './document-details';
import { type DocumentFormat, formatOf } from './document-format';

/** What a virus scanner said of a file; `waiting` when it did not answer, `not_scanned` where there is none. */
export type ScanResult = 'clean' | 'infected' | 'waiting' | 'not_scanned';

/** A document of a case, without its bytes. */
export interface DocumentRow {
  readonly id: string;
  readonly kind: keyof typeof DOCUMENT_KINDS;
  readonly format: DocumentFormat;
  readonly size: number;
  readonly datedOn: CalendarDay;
  readonly authorRole: string;
  readonly scan: ScanResult;
  readonly addedBy: string;
  readonly by: string;
  readonly addedAt: Date;
  readonly removedBy: string | null;
  readonly removedOn: CalendarDay | null;
  readonly removedWhy: string | null;
}

/** A document with its bytes; null once a scanner has found something in them. */
export type OpenedDocument = DocumentRow & { readonly bytes: Buffer | null };

/** Documents of a case, kept in the database under ids that say nothing. */
@Injectable()
export class Documents {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those of the latest date first. */
  of(authority: string, caseId: string): Promise<DocumentRow[]> {
    return this.statements.run<DocumentRow>('documents-of', DOCUMENTS, [authority, caseId]);
  }

  async find(authority: string, caseId: string, id: string): Promise<OpenedDocument | undefined> {
    const [found] = await this.statements.run<OpenedDocument>('document-open', OPEN, [
      authority,
      caseId,
      id,
    ]);
    return found;
  }

  /**
   * Keeps a file and what was said of it, unless the scanner found something in it.
   * @returns its id. @throws BadPayload in plain words
   */
  async add(
    actor: Actor,
    { file, today }: SupportedCase,
    typed: unknown,
    { bytes, scan }: { bytes: Buffer; scan: ScanResult },
    runner: Runner = this.statements,
  ): Promise<string> {
    const { kind, datedOn, authorRole } = readDetails(documentForm, typed);
    if (datedOn > today) throw badField('datedOn', 'Which date does it bear? Today or earlier');
    const format = formatOf(bytes);
    if (!format) throw badField('file', NOT_TAKEN);
    if (scan === 'infected') throw badField('file', INFECTED);
    const digest = createHash('sha256').update(bytes).digest();
    await this.refuseTwin(runner, actor.authority, file.id, digest);
    return addedBy(runner, 'document-add', ADD, [
      actor.authority,
      file.id,
      kind,
      format,
      bytes.length,
      digest,
      datedOn,
      authorRole,
      scan,
      actor.id,
      this.clock.now(),
      bytes,
    ]);
  }

  /** Takes a document away for good, once: its bytes go, the line about it stays. @throws BadPayload without a reason */
  async takeAway(
    actor: Actor,
    { file, today }: SupportedCase,
    id: string,
    typed: unknown,
    runner: Runner = this.statements,
  ): Promise<void> {
    const { why } = readDetails(takeAwayForm, typed);
    await runner.run('document-take-away', TAKE_AWAY, [
      actor.authority,
      file.id,
      id,
      actor.id,
      today,
      why,
    ]);
  }

  /** What a scanner said later of a document that waited; one in which it found something loses its bytes. */
  async scanned(id: string, scan: 'clean' | 'infected'): Promise<void> {
    await this.statements.together(async (tx) => {
      await tx.run(
        'document-scanned',
        "UPDATE document SET scan = $2 WHERE id::text = $1 AND scan = 'waiting'",
        [id, scan],
      );
      if (scan === 'infected')
        await tx.run('document-drop', 'DELETE FROM document_content WHERE document_id::text = $1', [
          id,
        ]);
    });
  }

  private async refuseTwin(
    runner: Runner,
    authority: string,
    caseId: string,
    digest: Buffer,
  ): Promise<void> {
    const [twin] = await runner.run<Pick<DocumentRow, 'kind' | 'datedOn'>>('document-twin', TWIN, [
      authority,
      caseId,
      digest,
    ]);
    if (!twin) return;
    const { kind, datedOn } = twin;
    throw badField(
      'file',
      `This file is here already: ${DOCUMENT_KINDS[kind].toLowerCase()}, ${plainDay(datedOn)}`,
    );
  }
}

/** Whether this person may take the document away: they added it, or they lead the work. */
export const mayTakeAway = (
  { id, roles }: Actor,
  { addedBy, removedOn }: Pick<DocumentRow, 'addedBy' | 'removedOn'>,
) => !removedOn && (addedBy === id || roles.some((role) => LEADS.includes(role)));

/** What can be kept, said to somebody whose file cannot. */
export const NOT_TAKEN =
  'Choose a PDF, a Word document without macros, a JPEG or PNG picture, or a CSV table';

const INFECTED =
  'The virus check found something in this file, so it was not kept. Tell your IT service';

const COLUMNS = `
SELECT d.id, d.kind, d.format, d.size, d.dated_on AS "datedOn", d.author_role AS "authorRole", d.scan, o.name AS by,
  d.added_by AS "addedBy", d.added_at AS "addedAt", r.name AS "removedBy", d.removed_on AS "removedOn", d.removed_why AS "removedWhy"`;
const FROM = `FROM document d JOIN officer o ON o.id = d.added_by LEFT JOIN officer r ON r.id = d.removed_by`;

const DOCUMENTS = `${COLUMNS} ${FROM} WHERE d.authority = $1 AND d.case_id = $2 ORDER BY d.removed_on IS NOT NULL, d.dated_on DESC, d.added_at DESC`;

const OPEN = `${COLUMNS}, b.bytes ${FROM} LEFT JOIN document_content b ON b.document_id = d.id
WHERE d.authority = $1 AND d.case_id = $2 AND d.id::text = $3`;

const TWIN = `
SELECT kind, dated_on AS "datedOn" FROM document WHERE authority = $1 AND case_id = $2 AND digest = $3 AND scan <> 'infected' AND removed_on IS NULL LIMIT 1`;

const ADD = `
WITH added AS (
  INSERT INTO document (authority, case_id, kind, format, size, digest, dated_on, author_role, scan, added_by, added_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)
INSERT INTO document_content (document_id, bytes) SELECT id, $12 FROM added RETURNING document_id AS id`;

const TAKE_AWAY = `
WITH taken AS (
  UPDATE document SET removed_by = $4, removed_on = $5, removed_why = $6
  WHERE authority = $1 AND case_id = $2 AND id::text = $3 AND removed_on IS NULL RETURNING id)
DELETE FROM document_content WHERE document_id IN (SELECT id FROM taken)`;
