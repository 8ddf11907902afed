/** The product over HTTP with everything on: session, policy, form token, validation, request log. */
import { randomUUID } from 'node:crypto';
import { httpLine } from './http-line.mjs';
import { TODAY } from './many-cases.mjs';
import { usedBy } from './processor-time.mjs';
import { signedIn, webProcess } from './.web-prof.mjs';
import { inCallers, nextEvent } from './work.mjs';

export async function overHttp({ url, cases, random, callers }) {
  const web = await webProcess({ DATABASE_URL: url, CAUSEWAY_TODAY: TODAY });
  const headers = await signedIn(web.address);
  const lines = await Promise.all(Array.from({ length: callers }, () => httpLine(web.address)));
  return {
    name: 'over HTTP',
    async run(seconds) {
      const before = usedBy(web.pid);
      const ran = await inCallers(callers, seconds, async (number) => {
        const { reference, type, occurredOn, payload } = nextEvent(random, cases);
        const body = JSON.stringify({ type, occurredOn, payload });
        const key = { ...headers, 'idempotency-key': randomUUID() };
        const answer = await lines[number].post(`/api/cases/${reference}/events`, key, body);
        if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.body}`);
      });
      return { ...ran, appMs: usedBy(web.pid) - before };
    },
    async close() {
      for (const line of lines) line.close();
      await web.stop();
    },
  };
}
