import { createHash } from 'node:crypto';
import { simulate, type Simulated } from './simulate';

const SEEDS = Number(process.env['SIMULATE_SEEDS'] ?? 20);
const FIRST = Number(process.env['SIMULATE_FIRST'] ?? 1);
const seeds = Array.from({ length: SEEDS }, (_, n) => FIRST + n);

const fingerprint = ({ world }: Simulated) =>
  createHash('sha256').update(JSON.stringify(world.done)).digest('hex').slice(0, 12);

it('keeps every invariant through three school years of each seed', () => {
  const since = performance.now();
  let [events, refused, closed] = [0, 0, 0];
  const broken: string[] = [];
  for (const seed of seeds) {
    const run = simulate(seed);
    events += run.world.done.length;
    refused += run.refused;
    closed += run.world.cases.filter(({ spot }) => spot.closed).length;
    if (run.broken)
      broken.push(`${run.broken}. Again: npm run simulate -- --seeds 1 --first ${seed}`);
  }
  const took = ((performance.now() - since) / 1000).toFixed(1);
  process.stdout.write(
    `${seeds.length} seeds from ${FIRST}, each 40 cases over 3 school years: ${events} events recorded, ${refused} refused, ${closed} cases closed, ${broken.length} broken; ${took} s\n`,
  );
  expect(broken).toEqual([]);
}, 3_600_000);

it('plays a seed again exactly alike', () => {
  expect(fingerprint(simulate(FIRST))).toBe(fingerprint(simulate(FIRST)));
  expect(fingerprint(simulate(FIRST + 1))).not.toBe(fingerprint(simulate(FIRST)));
});
