import { randomUUID } from 'node:crypto';
import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';

const SECONDS = 30;
const RENEW_MS = 10_000;

/** Elects one worker for the work of the day, by a lease in the database and on the database's clock (protocol A6.2). */
@Injectable()
export class TickerLease {
  private readonly holder = randomUUID();

  constructor(private readonly statements: Statements) {}

  /** Runs `work` if this worker holds or gets the lease, and keeps the lease while it runs. @returns whether it ran */
  async whileElected(name: string, work: () => Promise<void>): Promise<boolean> {
    if (!(await this.take(name))) return false;
    const renewing = setInterval(() => void this.take(name).catch(() => undefined), RENEW_MS);
    try {
      await work();
    } finally {
      clearInterval(renewing);
    }
    return true;
  }

  /** Gives the lease back, so that another worker need not wait for it to run out. */
  async release(): Promise<void> {
    await this.statements.run('ticker-release', RELEASE, [this.holder]);
  }

  private async take(name: string): Promise<boolean> {
    return (
      (await this.statements.run('ticker-take', TAKE, [name, this.holder, SECONDS])).length === 1
    );
  }
}

const TAKE = `
INSERT INTO ticker AS t (name, holder, until) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE t.until < clock_timestamp() OR t.holder = excluded.holder
RETURNING t.name`;

const RELEASE = `UPDATE ticker SET until = clock_timestamp() WHERE holder = $1`;
