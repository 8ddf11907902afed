import { type DataSource } from 'typeorm';
import { type Pool, type PoolClient, type QueryResultRow } from 'pg';

/** Runs a named statement: on the pool, or inside a transaction. */
export interface Runner {
  run<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>;
}

/**
 * Named prepared statements on the raw driver, for the hot paths: TypeORM cannot name a statement,
 * and an unnamed one is planned again at every call.
 */
export class Statements implements Runner {
  private readonly pool: Pool;

  constructor(database: DataSource) {
    this.pool = (database.driver as unknown as { master: Pool }).master;
  }

  /** Runs one statement on its own; it is its own transaction. */
  async run<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: unknown[],
  ): Promise<Row[]> {
    return (await this.pool.query<Row>({ name, text, values })).rows;
  }

  /** Runs several statements in one transaction: for the few places where rows must agree. */
  async together<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let lost: Error | undefined;
    const breaks = (error: Error) => (lost = error); // between two statements nobody else listens, and an unheard error ends the process
    client.on('error', breaks);
    try {
      await client.query('BEGIN');
      const result = await work(runnerOn(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.off('error', breaks);
      client.release(lost);
    }
  }
}

function runnerOn(client: PoolClient): Runner {
  return {
    run: async <Row extends QueryResultRow>(name: string, text: string, values: unknown[]) =>
      (await client.query<Row>({ name, text, values })).rows,
  };
}
