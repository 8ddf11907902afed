/**
 * A client that never gives up: whatever happens to an answer, the same command is sent again under the same key
 * until there is one. Some answers it throws away on purpose, some commands it sends twice at once.
 */
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 20_000;
const LONGEST = 240_000;

export function stubbornClient({ address, headers, random }) {
  const counts = { cut: 0, twice: 0, again: 0, unequal: 0, tries: 0 };
  return {
    counts,
    get: (path) => answered(() => ask(path, {})),
    /** @returns {Promise<{status: number, body: string}>} the answer, whatever it took to get it */
    async command(path, body, key) {
      const send = () => ask(path, commandOf(body, key));
      const dice = random();
      if (dice < 0.2) await cut(path, commandOf(body, key));
      else if (dice < 0.3) return both(send);
      const first = await answered(send);
      if (dice > 0.95 && first.status === 201) compare(first, await answered(send), 'again');
      return first;
    },
  };

  function commandOf(body, key) {
    return {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    };
  }

  async function ask(path, options, signal = AbortSignal.timeout(PATIENCE)) {
    counts.tries += 1;
    const answer = await fetch(`${address}${path}`, { headers, ...options, signal });
    return { status: answer.status, body: await answer.text() };
  }

  /** Hangs up after a moment: the command may have arrived or not, and the answer is lost. */
  async function cut(path, options) {
    counts.cut += 1;
    const momentLater = AbortSignal.timeout(1 + Math.floor(random() * 25));
    await ask(path, options, momentLater).catch(() => {});
  }

  async function both(send) {
    const [one, other] = await Promise.all([answered(send), answered(send)]);
    const [done, refused] = one.status === 201 ? [one, other] : [other, one];
    const isRefusedOnce = done.status === 201 && refused.status !== 201;
    compare(done, isRefusedOnce ? await answered(send) : refused, 'twice');
    return done;
  }

  /**
   * Two refusals of one command may give different reasons, and what was refused may be taken a moment later: a
   * colleague changed something between the two. What was taken once is answered alike for ever.
   */
  function compare(one, other, kind) {
    counts[kind] += 1;
    if (one.status !== 201 && other.status !== 201) return;
    if (one.status !== other.status || one.body !== other.body) {
      counts.unequal += 1;
      process.stderr.write(
        `Unequal answers (${kind}): ${one.status} ${one.body} | ${other.status} ${other.body}\n`,
      );
    }
  }
}

/** Until an answer that says something: not one of a server that is away. */
async function answered(send) {
  const until = performance.now() + LONGEST;
  for (;;) {
    const answer = await send().catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    if (performance.now() > until)
      throw new Error(`No answer in ${LONGEST / 1000} seconds: ${answer?.body ?? ''}`);
    await pause(100);
  }
}
