import { runStorm } from './run-storm';

/** What `npm run chaos -- migrate` counts. */
interface Outcome {
  readonly cases: number;
  readonly begunOn: Readonly<Record<string, number>>;
  readonly refusedWithoutSecondPerson: number;
  readonly killed: Readonly<Record<string, number>>;
  readonly people: Readonly<Record<string, number>>;
  readonly moved: number;
  readonly person: number;
  readonly changedDates: number;
  readonly lost: number;
  readonly twice: number;
  readonly unexplained: number;
  readonly otherwise: number;
  readonly history: Readonly<Record<string, number>>;
  readonly back: { readonly back: number; readonly stay: number; readonly different: number };
  readonly pass: boolean;
}

it('moves each of 300 cases once, with a reason for every date, although the run is killed four times, and takes them back', async () => {
  const options = ['--seed', '7', '--cases', '300', '--kills', '4'];
  const seen = await runStorm<Outcome>('migrate', options);
  expect(seen).toMatchObject({
    cases: 300,
    begunOn: { 1: 120, 2: 105, 3: 75 },
    refusedWithoutSecondPerson: 2,
    killed: { run: 4, back: 2 },
    lost: 0,
    twice: 0,
    unexplained: 0,
    otherwise: 0,
    history: { gaps: 0, broken: 0, otherState: 0, otherClocks: 0 },
    back: { different: 0, history: { gaps: 0, broken: 0, otherState: 0, otherClocks: 0 } },
    pass: true,
  });
  expect(seen.people['recorded']).toBeGreaterThan(20);
  expect(seen.moved).toBeGreaterThan(100);
  expect(seen.person).toBeGreaterThan(0);
  expect(seen.changedDates).toBeGreaterThan(20);
  expect(seen.back.back + seen.back.stay).toBe(seen.moved);
}, 900_000);
