import { type Runner } from '@app/database';

/** Writes one row. @returns its id */
export async function addedBy(
  runner: Runner,
  name: string,
  sql: string,
  values: unknown[],
): Promise<string> {
  const [added] = await runner.run<{ id: string }>(name, sql, values);
  return added!.id;
}
