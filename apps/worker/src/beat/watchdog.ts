import { type Pulse } from './pulse';

const SILENT_TOO_LONG = 60;

/** Ends a worker that hangs, so that its supervisor starts a fresh one: nothing it holds in memory matters. */
export function startWatchdog(pulse: Pulse): NodeJS.Timeout {
  return setInterval(() => {
    if (pulse.secondsSilent < SILENT_TOO_LONG) return;
    process.stderr.write(
      'The worker has not looked at its work for a minute: it ends to be started again.\n',
    );
    process.exit(1);
  }, 10_000).unref();
}
