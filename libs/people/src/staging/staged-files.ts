import { type Actor } from '@app/access';
import { type Runner, type Statements } from '@app/database';
import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';
import { type Download, errorFile } from './error-file';
import { type RowStatus } from './import-file';
import {
  type ImportedRow,
  type ImportProgress,
  progressOf,
  type Reading,
  recentFiles,
  rowsOf,
} from './import-reads';

/** A file that a worker should go on with. */
export interface UnfinishedFile {
  readonly fileId: string;
  readonly kind: string;
  readonly authority: string;
  /** Who confirmed it, or who uploaded it where nobody has confirmed yet. */
  readonly officerId: string;
  readonly status: 'checking' | 'committing';
}

/** Files of some kinds that were brought in: how far they are, their rows, and what is to be done with them. */
export class StagedFiles {
  private readonly reading: Reading;

  constructor(
    private readonly statements: Statements,
    private readonly kinds: readonly string[],
  ) {
    this.reading = { statements, kinds };
  }

  /** Confirms a checked file: from now on a worker may add its rows. Throws RecordNotFound. */
  async begin(actor: Actor, fileId: string): Promise<void> {
    mustBeId(fileId);
    const values = [actor.authority, this.kinds, fileId, actor.id];
    const rows = await this.statements.run('import.begin', BEGIN_SQL, values);
    if (rows.length === 0 && !(await this.progress(actor, fileId)))
      throw new RecordNotFound('file');
  }

  /** How far the file is; undefined where this authority has none of that id. */
  progress(actor: Actor, fileId: string): Promise<ImportProgress | undefined> {
    return progressOf(this.reading, actor.authority, fileId);
  }

  /** The authority’s latest files, newest first. */
  recent(actor: Actor, limit = 20): Promise<ImportProgress[]> {
    return recentFiles(this.reading, actor.authority, limit);
  }

  /** Rows in their order, 50 at a time unless told. */
  rows(
    actor: Actor,
    fileId: string,
    asked: { status?: RowStatus; remarked?: boolean; afterLine?: number; limit?: number } = {},
  ): Promise<ImportedRow[]> {
    return rowsOf(this.reading, actor, fileId, asked);
  }

  /** The rows to fix as a CSV file. Throws RecordNotFound. */
  async errorFile(actor: Actor, fileId: string): Promise<Download> {
    mustBeId(fileId);
    const file = await errorFile(this.reading, actor.authority, fileId);
    if (!file) throw new RecordNotFound('file');
    return file;
  }

  /** Files on which work was begun and not finished, oldest first: for a worker at its start and on its tick. */
  unfinished(): Promise<UnfinishedFile[]> {
    return this.statements.run<UnfinishedFile>('import.unfinished', UNFINISHED_SQL, [this.kinds]);
  }
}

/** For so many days an uploaded file is kept, rows and all (handbook annex d). */
const KEPT_DAYS = 90;

/** Deletes the files of every council that were uploaded longer ago than they may be kept. @returns how many */
export async function forgetUploads(runner: Runner, today: CalendarDay): Promise<number> {
  const before = addDays(today, -KEPT_DAYS);
  return (await runner.run('import.forget', FORGET_SQL, [before])).length;
}

/** @throws RecordNotFound for a text that can be no record's id */
export function mustBeId(fileId: string): void {
  if (!isRecordId(fileId)) throw new RecordNotFound('file');
}

const BEGIN_SQL = `
UPDATE import_file SET status = 'committing', rows_done = 0, headings = headings || jsonb_build_object('confirmedBy', $4::text)
WHERE authority = $1 AND kind = ANY ($2::text[]) AND id = $3 AND status = 'checked' RETURNING id`;

const UNFINISHED_SQL = `
SELECT id AS "fileId", kind, authority, coalesce(headings ->> 'confirmedBy', uploaded_by::text) AS "officerId", status
FROM import_file WHERE kind = ANY ($1::text[]) AND status IN ('checking', 'committing') ORDER BY uploaded_at`;

const FORGET_SQL = `
DELETE FROM import_file
WHERE (uploaded_at AT TIME ZONE 'Europe/London')::date < $1::date AND status NOT IN ('checking', 'committing') RETURNING id`;
