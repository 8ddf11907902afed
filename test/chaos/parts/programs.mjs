import { freePort } from '../../../tools/launch/ports.mjs';
import { keptAlive } from './process-kept-alive.mjs';

/** A key of Notify's form: a name and two ids. */
const API_KEY = 'chaos-00000000-0000-4000-8000-000000000000-11111111-1111-4111-8111-111111111111';

/** Web and worker as `npm start` runs them, on free ports; mail goes to the given provider. */
export async function startPrograms({ url, redis, guard, provider, today, leaseSeconds }) {
  const [port, workerPort] = [await freePort(), await freePort()];
  const env = {
    NODE_ENV: 'development',
    DATABASE_URL: url,
    CAUSEWAY_TODAY: today,
    ...(redis && { REDIS_URL: redis }),
  };
  const web = keptAlive({
    name: 'web',
    guard,
    env: { ...env, PORT: String(port), RATE_LIMIT: '10000000', REQUEST_LOG: 'off' },
    healthAt: `http://127.0.0.1:${port}/health/ready`,
  });
  const worker = keptAlive({
    name: 'worker',
    guard,
    env: {
      ...env,
      WORKER_PORT: String(workerPort),
      POLL_SECONDS: '0.5',
      LEASE_SECONDS: String(leaseSeconds),
      GRACE_SECONDS: '0',
      NOTIFY_URL: provider.address,
      NOTIFY_API_KEY: API_KEY,
      NOTIFY_EMAIL_TEMPLATE: '22222222-2222-4222-8222-222222222222',
      NOTIFY_LETTER_TEMPLATE: '33333333-3333-4333-8333-333333333333',
    },
    healthAt: `http://127.0.0.1:${workerPort}/health/ready`,
  });
  web.address = `http://127.0.0.1:${port}`;
  return { web, worker };
}
