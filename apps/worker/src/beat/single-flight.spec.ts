import { SingleFlight } from './single-flight';

it('runs one at a time, and once more for whoever asked meanwhile', async () => {
  let runs = 0;
  let most = 0;
  let now = 0;
  const releases: (() => void)[] = [];
  const flight = new SingleFlight(async () => {
    runs += 1;
    most = Math.max(most, (now += 1));
    await new Promise<void>((resolve) => releases.push(resolve));
    now -= 1;
  });
  const first = flight.run();
  const [second, third] = [flight.run(), flight.run()];
  releases.shift()!();
  await first;
  await Promise.resolve();
  releases.shift()!();
  await Promise.all([second, third]);
  expect({ runs, most }).toEqual({ runs: 2, most: 1 });
});

it('goes on after a run that failed', async () => {
  let runs = 0;
  const flight = new SingleFlight(async () => {
    runs += 1;
    if (runs === 1) throw new Error('the database is away');
  });
  await expect(flight.run()).rejects.toThrow('away');
  await flight.run();
  await flight.rest();
  expect(runs).toBe(2);
});
