import { createHash } from 'node:crypto';
import { playSeeds } from '../../libs/pathways/testing/simulation/seeds';
import { simulate } from '../../libs/pathways/testing/simulation/simulate';

const LONG_ENOUGH = 900_000; // a busy machine is no failure
const SEEDS = Array.from({ length: 20 }, (_, n) => n + 1);

const fingerprint = (seed: number) =>
  createHash('sha256')
    .update(JSON.stringify(simulate(seed).world.done))
    .digest('hex');

it(
  'keeps every invariant through three school years of each seed',
  () => {
    const { events, refused, closed, broken } = playSeeds(SEEDS);
    process.stdout.write(
      `${SEEDS.length} seeds: ${events} events recorded, ${refused} refused, ${closed} cases closed\n`,
    );
    expect(broken).toEqual([]);
  },
  LONG_ENOUGH,
);

it('plays a seed again exactly alike', () => {
  expect(fingerprint(1)).toBe(fingerprint(1));
  expect(fingerprint(2)).not.toBe(fingerprint(1));
});
