import { openDatabase, Statements } from '@app/database';
import { TickerLease } from '../../apps/worker/src/beat/ticker-lease.service';
import { aTestDatabase, type TestDatabase } from '../support/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await aTestDatabase();
});
afterAll(() => db.drop());

describe('six workers that start at once', () => {
  it('elect one', async () => {
    const leases = Array.from({ length: 6 }, () => new TickerLease(db.statements));
    let together = 0;
    let most = 0;
    const ran = await Promise.all(
      leases.map((lease) =>
        lease.whileElected('daily', async () => {
          most = Math.max(most, (together += 1));
          await db.statements.run('', 'SELECT pg_sleep(0.2)', []);
          together -= 1;
        }),
      ),
    );
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(most).toBe(1);
  });

  it('pass the lease on when its holder goes, or has been silent too long', async () => {
    const [first, second] = [new TickerLease(db.statements), new TickerLease(db.statements)];
    const nothing = async () => undefined;
    expect(await first.whileElected('other', nothing)).toBe(true);
    expect(await second.whileElected('other', nothing)).toBe(false);
    expect(await first.whileElected('other', nothing)).toBe(true);
    await first.release();
    expect(await second.whileElected('other', nothing)).toBe(true);
    await db.statements.run(
      '',
      "UPDATE ticker SET until = clock_timestamp() - interval '1 second'",
      [],
    );
    expect(await first.whileElected('other', nothing)).toBe(true);
  });

  it('go on without it while the database is away, and elect again when it is back', async () => {
    const gone = await openDatabase(db.url, { poolSize: 2 });
    const lease = new TickerLease(new Statements(gone));
    await db.statements.run(
      '',
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      [],
    );
    await lease.whileElected('third', async () => undefined).catch(() => false);
    expect(await lease.whileElected('third', async () => undefined)).toBe(true);
    await gone.destroy();
  });
});
