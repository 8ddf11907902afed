/** Options of a command line that are all numbers: `{ seed: '1' }` is what stands when none is given. */
import { parseArgs } from 'node:util';

export function numbers(defaults) {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, { type: 'string', default: value }]),
  );
  const { values } = parseArgs({ options });
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
}
