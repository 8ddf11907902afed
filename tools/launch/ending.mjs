/** The moments at which a tool has to stop: a signal, or the end of the process that started it. */
import process from 'node:process';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/** npm passes Ctrl-C on although the terminal has sent it already: the echo is no second wish. */
const ECHO = 1500;

/** Calls back once, with the reason. A second Ctrl-C leaves at once: the guard does what is left. */
export function onEnding(callback) {
  let since;
  const parent = process.ppid;
  if (parent > 1) setInterval(() => process.ppid !== parent && ended('parent', 143), 300).unref();
  for (const [name, code] of Object.entries(SIGNALS)) process.on(name, () => ended(name, code));

  function ended(reason, code) {
    if (since === undefined) {
      since = performance.now();
      callback({ reason, code });
    } else if (reason !== 'parent' && performance.now() - since > ECHO) process.exit(code);
  }
}
