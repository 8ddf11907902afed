import { Redis } from 'ioredis';
import { type WakeupSettings } from './wakeup-settings';

/** The Redis server would throw jobs away when it runs out of memory. */
export class RedisForgets extends Error {
  constructor(readonly policy: string) {
    super(
      `This Redis server has maxmemory-policy ${policy}: when memory runs short it throws jobs away. ` +
        'Set maxmemory-policy to noeviction, then start again.',
    );
  }
}

/** At start-up, before any queue is made. Resolves to a sentence of trouble, or undefined. @throws RedisForgets */
export async function checkWakeup(settings: WakeupSettings): Promise<string | undefined> {
  return settings.by === 'redis' ? checkRedis(settings.url) : undefined;
}

/**
 * Refuses a Redis server that may evict jobs. A server that does not answer is no reason to refuse:
 * the poll does the work until it is back. Resolves to a sentence of trouble, or undefined.
 * @throws RedisForgets
 */
async function checkRedis(url: string): Promise<string | undefined> {
  const client = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: () => null,
    connectTimeout: 3_000,
    commandTimeout: 3_000,
  });
  client.on('error', () => undefined); // the failed command below says the same
  try {
    await client.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await client.info('memory'))?.[1] ?? 'noeviction';
    if (policy !== 'noeviction') throw new RedisForgets(policy);
    return undefined;
  } catch (error) {
    if (error instanceof RedisForgets) throw error;
    return 'Redis does not answer, so work starts at the next poll instead of at once.';
  } finally {
    client.disconnect();
  }
}
