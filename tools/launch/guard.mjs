/** Sees to it that nothing we started outlives us, not even after `kill -9`. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('guard-process.mjs', import.meta.url));

/**
 * Starts the guard. `hold` hands it a `process` (with `group: true` its whole group), a `lease` on a
 * database server or a `path`, and returns how to take it back. `dismiss` ends the guard once all has
 * been stopped in the ordinary way.
 */
export function startGuard() {
  const held = new Set();
  let dismissed = false;
  let child = begin();

  function begin() {
    const since = performance.now();
    const guard = spawn(process.execPath, [GUARD], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    guard.stdin.on('error', () => {});
    guard.on('error', () => {});
    guard.on('exit', () => {
      if (dismissed || performance.now() - since < 1000) return;
      child = begin();
      tell();
    });
    guard.unref();
    guard.stdin.unref?.();
    return guard;
  }

  const tell = () => child.stdin.write(`${JSON.stringify([...held])}\n`);

  return {
    hold(item) {
      held.add(item);
      tell();
      return () => {
        held.delete(item);
        tell();
      };
    },
    dismiss() {
      dismissed = true;
      held.clear();
      tell();
      child.stdin.end();
    },
  };
}
