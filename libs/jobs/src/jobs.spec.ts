import { isJobId, newJobId } from './job-id';
import { secondsBeforeNextTry, TRIES } from './retry-policy';
import { wakeupSettings } from './wakeup-settings';

const DATABASE_URL = 'postgres://causeway@127.0.0.1/causeway';

describe('the doorbell', () => {
  it('is Redis where there is one, PostgreSQL otherwise, and nothing when asked so', () => {
    expect(wakeupSettings({ DATABASE_URL, REDIS_URL: 'redis://127.0.0.1' }).by).toBe('redis');
    expect(wakeupSettings({ DATABASE_URL })).toEqual({
      by: 'postgres',
      url: DATABASE_URL,
      schema: 'bullmq',
    });
    expect(
      wakeupSettings({ DATABASE_URL, REDIS_URL: 'redis://127.0.0.1', WAKEUP: 'poll' }),
    ).toEqual({ by: 'poll' });
  });

  it('gives ids that every queue takes', () => {
    const ids = Array.from({ length: 1_000 }, newJobId);
    expect(new Set(ids).size).toBe(1_000);
    expect(ids.every(isJobId)).toBe(true);
    expect([isJobId('a:b'), isJobId('123'), isJobId('')]).toEqual([false, false, false]);
  });

  it('waits longer before each further try, and never more than 15 minutes', () => {
    const waits = Array.from({ length: TRIES }, (_, tries) => secondsBeforeNextTry(tries + 1));
    expect(waits).toEqual([10, 40, 90, 160, 250]);
    expect(secondsBeforeNextTry(50)).toBe(900);
  });
});
