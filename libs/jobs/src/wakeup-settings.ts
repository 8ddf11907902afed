/** Which doorbell to use: BullMQ on Redis, BullMQ on PostgreSQL, or none. */
export type WakeupSettings =
  | { readonly by: 'poll' }
  | { readonly by: 'redis'; readonly url: string; readonly prefix?: string }
  | { readonly by: 'postgres'; readonly url: string; readonly schema?: string };

/** Reads WAKEUP, REDIS_URL and DATABASE_URL: no queue when asked so, Redis where there is one, else PostgreSQL. */
export function wakeupSettings(env: {
  readonly WAKEUP?: string | undefined;
  readonly REDIS_URL?: string | undefined;
  readonly DATABASE_URL: string;
}): WakeupSettings {
  if (env.WAKEUP === 'poll') return { by: 'poll' };
  if (env.REDIS_URL) return { by: 'redis', url: env.REDIS_URL, prefix: 'causeway' };
  return { by: 'postgres', url: env.DATABASE_URL, schema: 'bullmq' };
}
