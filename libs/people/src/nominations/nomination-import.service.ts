import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';
import { checkRows } from './check-rows';
import { commitRows, type OpenCase } from './commit-rows';
import { errorFile } from './error-file';
import { type RowStatus } from './import-file';
import {
  type ImportedRow,
  type ImportProgress,
  progressOf,
  recentFiles,
  rowsOf,
} from './import-reads';
import { receiveFile, type Received } from './receive-file';
import { type Download, nominationTemplate } from './template';

/** A file that a worker should go on with. */
export interface UnfinishedFile {
  readonly fileId: string;
  readonly authority: string;
  /** Who confirmed it, or who uploaded it where nobody has confirmed yet. */
  readonly officerId: string;
  readonly status: 'checking' | 'committing';
}

/** Year 6 nominations from a CSV file: receive, check without changing anything, then add the good rows. */
@Injectable()
export class NominationImport {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Stores a file to be checked; the same bytes again are the same file. Throws FileRefused. */
  receive(actor: Actor, bytes: Uint8Array): Promise<Received> {
    return receiveFile(this.statements, actor, this.clock.now(), bytes);
  }

  /** The dry run, from where it stopped to its end. */
  async check(fileId: string): Promise<void> {
    if (!isRecordId(fileId)) throw new RecordNotFound('file');
    await checkRows(this.statements, fileId, this.clock.today());
  }

  /** Confirms a checked file: from now on a worker may add its rows. Throws RecordNotFound. */
  async begin(actor: Actor, fileId: string): Promise<void> {
    if (!isRecordId(fileId)) throw new RecordNotFound('file');
    const rows = await this.statements.run('import.begin', BEGIN_SQL, [
      actor.authority,
      fileId,
      actor.id,
    ]);
    if (rows.length === 0 && !(await this.progress(actor, fileId)))
      throw new RecordNotFound('file');
  }

  /** Adds the good rows of a confirmed file, from where it stopped to its end. Running it again changes nothing. */
  async commit(actor: Actor, fileId: string, openCase: OpenCase): Promise<void> {
    if (!isRecordId(fileId)) throw new RecordNotFound('file');
    await commitRows({ statements: this.statements, clock: this.clock, openCase }, actor, fileId);
  }

  /** How far the file is; undefined where this authority has none of that id. */
  progress(actor: Actor, fileId: string): Promise<ImportProgress | undefined> {
    return progressOf(this.statements, actor.authority, fileId);
  }

  /** The authority’s latest files, newest first. */
  recent(actor: Actor, limit = 20): Promise<ImportProgress[]> {
    return recentFiles(this.statements, actor.authority, limit);
  }

  /** Rows in their order, 50 at a time unless told. */
  rows(
    actor: Actor,
    fileId: string,
    asked: { status?: RowStatus; afterLine?: number; limit?: number } = {},
  ): Promise<ImportedRow[]> {
    return rowsOf(this.statements, actor, fileId, asked);
  }

  /** The rows to fix as a CSV file. Throws RecordNotFound. */
  async errorFile(actor: Actor, fileId: string): Promise<Download> {
    const file = isRecordId(fileId)
      ? await errorFile(this.statements, actor.authority, fileId)
      : undefined;
    if (!file) throw new RecordNotFound('file');
    return file;
  }

  /** An empty file with the headings and one example row. */
  template(): Download {
    return nominationTemplate();
  }

  /** Files on which work was begun and not finished, oldest first: for a worker at its start and on its tick. */
  unfinished(): Promise<UnfinishedFile[]> {
    return this.statements.run<UnfinishedFile>('import.unfinished', UNFINISHED_SQL, []);
  }

  /** Deletes files uploaded before a day (handbook annex d: none is kept past 90 days). Returns how many. */
  async forgetBefore(authority: string, day: CalendarDay): Promise<number> {
    const rows = await this.statements.run('import.forget', FORGET_SQL, [authority, day]);
    return rows.length;
  }
}

const BEGIN_SQL = `
UPDATE import_file SET status = 'committing', rows_done = 0, headings = headings || jsonb_build_object('confirmedBy', $3::text)
WHERE authority = $1 AND id = $2 AND kind = 'nominations' AND status = 'checked' RETURNING id`;

const UNFINISHED_SQL = `
SELECT id AS "fileId", authority, coalesce(headings ->> 'confirmedBy', uploaded_by::text) AS "officerId", status
FROM import_file WHERE kind = 'nominations' AND status IN ('checking', 'committing') ORDER BY uploaded_at`;

const FORGET_SQL = `
DELETE FROM import_file WHERE authority = $1 AND uploaded_at < $2::date AND status NOT IN ('checking', 'committing') RETURNING id`;
