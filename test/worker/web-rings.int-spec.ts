import { type Actor } from '@app/access';
import { CaseworkService } from '@app/casework';
import { type WakeupSettings, Wakeup, wakeupSettings } from '@app/jobs';
import { pathwayNamed } from '@app/pathways';
import { FixedClock } from '@app/statutory-calendar';
import { aWebApp } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aChild, anAuthority, anOfficer } from '../support/given';
import { SETTINGS } from './a-message';
import { aWorker, until } from './a-worker';

const redisUrl = process.env['TEST_REDIS_URL'];
const onRedis = redisUrl ? it : it.skip;
const TODAY = '2026-10-05';
/** The web process keeps the machine’s time of day: a day earlier it never is ahead of the worker. */
const RECORDED_ON = '2026-10-04';

describe('the web process wakes the worker', () => {
  let db: TestDatabase;
  let officer: Actor;

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    await db.statements.run('', 'UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
    officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer', 'send_manager']);
  });
  afterAll(() => db.drop());

  it('through BullMQ on PostgreSQL', () => leavesBeforeThePoll({ WAKEUP: 'queue' }));

  onRedis('through BullMQ on Redis', () =>
    leavesBeforeThePoll({ WAKEUP: 'queue', REDIS_URL: ofItsOwn(redisUrl!) }),
  );

  it('records as ever when Redis is away or no queue is wanted', async () => {
    const away: Record<string, string> = { WAKEUP: 'queue', REDIS_URL: 'redis://127.0.0.1:1' };
    for (const env of [away, { WAKEUP: 'poll' }]) {
      const web = await aWebApp(db.url, { ...env, CAUSEWAY_TODAY: RECORDED_ON });
      try {
        expect(await opened(web.get(CaseworkService))).toMatchObject({ version: 1 });
      } finally {
        await web.close();
      }
    }
  });

  /** The worker has had its first look and polls again in an hour, so only a ring can make it send. */
  async function leavesBeforeThePoll(env: Record<string, string>): Promise<void> {
    const wakeup: WakeupSettings = wakeupSettings({ ...env, DATABASE_URL: db.url });
    const clock = new FixedClock(`${TODAY}T09:00:00Z`);
    const web = await aWebApp(db.url, { ...env, CAUSEWAY_TODAY: RECORDED_ON });
    const worker = await aWorker(db, clock, { env: { POLL_SECONDS: '3600' }, wakeup });
    try {
      await worker.start();
      await worker.rounds.rest();
      for (let each = 0; each < 3; each += 1) {
        const { caseId } = await opened(web.get(CaseworkService));
        await until('the messages were sent', () => haveLeft(caseId));
      }
      expect(web.get(Wakeup, { strict: false }).state()).toEqual({ by: wakeup.by });
    } finally {
      await worker.stop();
      await web.close();
    }
  }

  async function opened(casework: CaseworkService) {
    const pathway = pathwayNamed('ehc_needs_assessment');
    return casework.open(officer, {
      pathway: pathway.name,
      childId: await aChild(db.statements),
      occurredOn: RECORDED_ON,
      payload: pathway.events[pathway.opensWith]!.example,
    });
  }

  async function haveLeft(caseId: string): Promise<boolean> {
    const rows = await db.statements.run<{ sent: boolean }>(
      '',
      "SELECT status = 'sent' AS sent FROM message WHERE case_id = $1",
      [caseId],
    );
    return rows.length > 0 && rows.every(({ sent }) => sent);
  }
});

/** A database of the server that no other test rings in. */
function ofItsOwn(url: string): string {
  const own = new URL(url);
  own.pathname = '/7';
  return own.href;
}
