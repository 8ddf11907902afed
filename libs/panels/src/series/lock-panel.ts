import { type Runner } from '@app/database';

/** One hand at a time changes the days, terms and members of a panel: the lock holds until the transaction ends. */
export async function lockPanel(tx: Runner, id: string): Promise<void> {
  await tx.run('panel-lock', 'SELECT id FROM panel WHERE id = $1 FOR NO KEY UPDATE', [id]);
}
