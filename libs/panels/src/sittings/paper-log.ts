import { type Actor } from '@app/access';
import { type Runner } from '@app/database';

/** A paper that somebody took: of a whole sitting, or about one item of it. */
interface Taken {
  readonly sittingId: string;
  readonly itemId?: string;
  readonly what: 'pack' | 'agenda' | 'minutes' | 'school' | 'family';
  readonly format: 'pdf' | 'docx' | 'csv';
  /** How many items it told of. */
  readonly items: number;
  readonly at: Date;
}

/** Keeps who took which paper and when. */
export async function logTaken(
  runner: Runner,
  { authority, id }: Actor,
  { sittingId, itemId, what, format, items, at }: Taken,
): Promise<void> {
  const values = [authority, sittingId, id, what, format, items, at, itemId ?? null];
  await runner.run('paper-taken', TAKEN, values);
}

const TAKEN = `
INSERT INTO pack_download (authority, sitting_id, officer_id, what, format, items, at, item_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
