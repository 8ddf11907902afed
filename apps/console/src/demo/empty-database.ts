import { type DataSource } from 'typeorm';

/**
 * Drops every table and type of the product and leaves an empty schema. Only for a database of which the caller has
 * made sure that it holds nothing but the demonstration: history has triggers that refuse to delete a single row.
 */
export async function emptyDatabase(database: DataSource): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('LOCK TABLE authority IN ACCESS EXCLUSIVE MODE');
    const real: unknown[] = await tx.query('SELECT 1 FROM authority WHERE NOT is_demo');
    if (real.length > 0) throw new Error('A real authority was set up in the meantime');
    await tx.query('DROP SCHEMA public CASCADE');
    await tx.query('CREATE SCHEMA public');
  });
}
