import { createHash } from 'node:crypto';
import { type Runner } from '@app/database';

/** I11: every row of one authority, as one mark for each table. Whatever others do, it stays as it is. */
export class Neighbour {
  private constructor(
    private readonly runner: Runner,
    private readonly authority: string,
    private readonly before: ReadonlyMap<string, string>,
  ) {}

  static async of(runner: Runner, authority: string): Promise<Neighbour> {
    return new Neighbour(runner, authority, await marksOf(runner, authority));
  }

  /** How many tables hold a row of it. */
  get size(): number {
    return this.before.size;
  }

  /** The tables whose rows are not as they were, in words; undefined when all are. */
  async broken(runner = this.runner): Promise<string | undefined> {
    const now = await marksOf(runner, this.authority);
    const changed = [...new Set([...this.before.keys(), ...now.keys()])].filter(
      (table) => now.get(table) !== this.before.get(table),
    );
    return changed.length ? `I11: rows of a neighbour changed in ${changed.join(', ')}` : undefined;
  }
}

async function marksOf(runner: Runner, authority: string): Promise<Map<string, string>> {
  const tables = await runner.run<{ name: string }>('', TABLES, []);
  const marks = new Map<string, string>();
  for (const { name } of tables) {
    const sql = `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE authority = $1 ORDER BY 1`;
    const rows = await runner.run<{ row: string }>('', sql, [authority]);
    if (!rows.length) continue;
    const whole = rows.map(({ row }) => row).join('\n');
    marks.set(name, createHash('sha256').update(whole).digest('hex'));
  }
  return marks;
}

const TABLES = `
SELECT quote_ident(c.table_name) AS name FROM information_schema.columns c
JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND c.column_name = 'authority' AND t.table_type = 'BASE TABLE' ORDER BY 1`;
