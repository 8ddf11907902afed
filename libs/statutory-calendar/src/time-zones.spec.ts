import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const runner = join(root, 'node_modules/jest/bin/jest.js');

/** The zone that this run is in is tried by the run itself. */
const isElsewhere = (zone: string) => zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the machine can only be set when a process starts, so the specs run again in one. */
describe('every date is the same', () => {
  it.each(['UTC', 'Europe/London', 'Pacific/Auckland', 'America/Los_Angeles'].filter(isElsewhere))(
    'on a machine in %s',
    (zone) => {
      const specs = [
        'statutory-calendar/src/(day|clock|rules|packs)/',
        'statutory-calendar/src/limit/(limit|worked-out)',
        'test/vectors/statutory.spec',
      ];
      const run = spawnSync(
        process.execPath,
        [
          runner,
          '--selectProjects',
          'pure',
          '--runInBand',
          '--json',
          '--silent',
          '--testPathPatterns',
          ...specs,
        ],
        { cwd: root, env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      );
      const { numFailedTests, numPassedTests } = JSON.parse(run.stdout) as Record<string, number>;
      expect({ numFailedTests, status: run.status }).toEqual({ numFailedTests: 0, status: 0 });
      expect(numPassedTests).toBeGreaterThan(400);
    },
    180_000,
  );
});
