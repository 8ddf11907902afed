import { type Check, counted, fine, type Finding, look, wrong } from './finding';

const LATE_MINUTES = 15;
const CLOCKS_LATE_HOURS = 30;

interface Waiting {
  readonly [column: string]: unknown;
  readonly what: string;
  readonly count: number;
  readonly minutes: number;
}

/** Work that should have been done by now, and messages that need a person. */
export const workChecks: Check = async ({ statements, clock }) => {
  const now = clock.now();
  const waiting = await statements.run<Waiting>('', WAITING, [
    now,
    LATE_MINUTES,
    CLOCKS_LATE_HOURS,
  ]);
  const troubled = await statements.run<{ status: string; count: number }>('', TROUBLED, []);
  const found = [...waiting.filter(({ count }) => count > 0).map(late), ...troubled.map(troubling)];
  return found.length > 0
    ? found
    : [fine('Nothing that fell due is left undone, and no message is in doubt.')];
};

const THINGS: Readonly<Record<string, readonly [string, string]>> = {
  instruction: ['follow-up of a recorded step', 'follow-ups of recorded steps'],
  message: ['message', 'messages'],
  clock: ['date that has run out', 'dates that have run out'],
};

function late({ what, count, minutes }: Waiting): Finding {
  const [one, many] = THINGS[what] ?? ['thing', 'things'];
  const hours = Math.floor(minutes / 60);
  const since = hours > 0 ? counted(hours, 'hour') : counted(minutes, 'minute');
  return wrong(
    `${counted(count, one, many)} should have been dealt with, the oldest ${since} ago.`,
    'The worker is not running or is in trouble. Start Causeway (it starts the worker), or read the worker’s log.',
  );
}

function troubling({ status, count }: { status: string; count: number }): Finding {
  const messages = counted(count, 'message');
  switch (status) {
    case 'in_doubt':
      return look(
        `${messages} may or may not have been sent.`,
        'Open Messages, ask the reader whether it came, and say so there.',
      );
    case 'for_release':
      return look(
        `${messages} with a duty behind them wait for an officer to release them.`,
        'Open Messages and release each to a safe address today.',
      );
    default:
      return look(
        `${messages} could not be sent.`,
        'Open Messages: each says why. Correct the address and send it again.',
      );
  }
}

/** $1 now, $2 minutes, $3 hours */
const WAITING = `
SELECT what, count(*)::int AS count, coalesce(floor(extract(epoch FROM $1::timestamptz - min(at)) / 60), 0)::int AS minutes FROM (
  SELECT 'instruction' AS what, not_before AS at FROM instruction WHERE done_at IS NULL AND not_before < $1::timestamptz - make_interval(mins => $2)
  UNION ALL
  SELECT 'message', due_at FROM message WHERE status IN ('due', 'sending') AND due_at < $1::timestamptz - make_interval(mins => $2)
  UNION ALL
  SELECT 'clock', fires_at FROM clock WHERE status = 'open' AND sends IS NOT NULL AND fires_at < $1::timestamptz - make_interval(hours => $3)
) AS undone GROUP BY what ORDER BY what`;

const TROUBLED = `
SELECT status, count(*)::int AS count FROM message WHERE status IN ('in_doubt', 'failed', 'for_release') GROUP BY status ORDER BY status`;
