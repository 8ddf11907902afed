import { type Random, randomFrom } from '../../libs/pathways/testing/random';
import { simulate, type Simulated } from '../../libs/pathways/testing/simulation/simulate';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { MessageOffice } from './message-office';
import { Neighbour } from './neighbour';
import { RealCouncil } from './real-council';
import { RecordingPost } from './recording-post';

const SEEDS = Array.from({ length: 20 }, (_, n) => n + 1);
/** Two of each pathway, for a school year and a half. */
const SIZE = { cases: 26, days: 540 };
const LONG_ENOUGH = 300_000; // a busy machine is no failure
const LOOKS_AT_MESSAGES = 0.05;

let db: TestDatabase;
let neighbour: Neighbour;
beforeAll(async () => {
  db = await aTestDatabase();
  await lived('099', simulate(99, { cases: 13, days: 200 }), new RecordingPost(randomFrom(99)));
  neighbour = await Neighbour.of(db.statements, '099');
}, LONG_ENOUGH);
afterAll(() => db.drop());

/** A council that does everything again with real records, while messages are written and sent. */
async function lived(authority: string, run: Simulated, post: RecordingPost, random?: Random) {
  const office = await MessageOffice.of(db, post);
  try {
    const council = await RealCouncil.of(db.statements, authority, run);
    for (const done of run.world.done) {
      await council.again(done);
      if (random && random() < LOOKS_AT_MESSAGES) await office.look(council.now);
    }
    await office.settle(council.now);
    return { council, broken: post.broken(await office.sentBy(authority)) };
  } finally {
    await office.stop();
  }
}

it.each(SEEDS)(
  'tells the same histories on PostgreSQL as purely, says everything once and touches no neighbour (seed %i)',
  async (seed) => {
    const run = simulate(seed, SIZE);
    expect(run.broken).toBeUndefined();
    const random = randomFrom(seed);
    const post = new RecordingPost(random);
    const { council, broken } = await lived(`${100 + seed}`, run, post, random);
    for (const it of run.world.cases) await council.expectSame(it);
    expect(post.size).toBeGreaterThan(0);
    expect(broken).toBeUndefined();
    expect(await neighbour.broken()).toBeUndefined();
    const { cases, done } = run.world;
    process.stdout.write(
      `seed ${seed}: ${cases.length} cases, ${done.length} steps, equal; ${post.size} messages, each once\n`,
    );
  },
  LONG_ENOUGH,
);

describe('the invariants notice', () => {
  it('a provider that is asked what it took, and has forgotten (I9)', async () => {
    class Forgetful extends RecordingPost {
      override find(): ReturnType<RecordingPost['find']> {
        return Promise.resolve('not_found');
      }
    }
    const run = simulate(1, { cases: 13, days: 200 });
    const { broken } = await lived('200', run, new Forgetful(randomFrom(1)));
    expect(broken).toMatch(/^I9: the provider took .+ \d+ times$/);
  });

  it('a message that counts as sent although no provider has it (I8)', async () => {
    const post = new RecordingPost(() => 0.5);
    await post.send({ reference: 'taken' });
    expect(post.broken(['taken'])).toBeUndefined();
    expect(post.broken(['taken', 'never'])).toMatch(/^I8: never counts as sent/);
  });

  it('a statement that forgets to name its authority (I11)', async () => {
    class TakenBack extends Error {}
    expect(neighbour.size).toBeGreaterThan(5);
    const planted = db.statements.together(async (tx) => {
      await tx.run('', "UPDATE child SET urn = '199025'", []);
      expect(await neighbour.broken(tx)).toBe('I11: rows of a neighbour changed in child');
      throw new TakenBack();
    });
    await expect(planted).rejects.toThrow(TakenBack);
    expect(await neighbour.broken()).toBeUndefined();
  });
});
