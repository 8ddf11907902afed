/** What was acknowledged, kept outside the product: a line a command, written before the next one is sent. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export function clientLedger(file) {
  writeFileSync(file, '');
  let acknowledged = 0;
  return {
    get acknowledged() {
      return acknowledged;
    },
    note(line) {
      acknowledged += 1;
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
    lines: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}
