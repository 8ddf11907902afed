import { DemoClock } from '@app/casework';
import { pathways, type Pathway } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { arrowsAt, arrowsOf } from '../../libs/pathways/testing/arrows';
import { explored } from '../../libs/pathways/testing/explore';
import { type Random, randomFrom } from '../../libs/pathways/testing/random';
import { manyTerms } from '../../libs/pathways/testing/school-years';
import { type Stride, waysThatTakeAll } from '../../libs/pathways/testing/walk';
import { aWebApp } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer } from '../support/given';
import { CouncilAtWork } from './council-at-work';
import { type Ground, WayThroughTheApi } from './way-through-the-api';

const REFUSALS_A_PLACE = 1;
const SEED = 7;

let db: TestDatabase;
let ground: Ground;

beforeAll(async () => {
  db = await aTestDatabase();
  const { statements } = db;
  await anAuthority(statements);
  const terms = JSON.stringify(manyTerms);
  await statements.run('', "UPDATE school_calendar SET terms = $1, inset = '[]'", [terms]);
  const { id: officerId } = await anOfficer(statements, 'Ida Marsh', ['transition_lead'], {
    caseloadMax: 900,
  });
  const app = await aWebApp(db.url);
  const council = new CouncilAtWork(app, statements);
  ground = { app, statements, council, officerId, today: dayMover(app.get(Clock)) };
});
afterAll(async () => {
  await ground?.app.close();
  await db.drop();
});

/** Moves the demonstration's day, which the whole product follows. */
function dayMover(clock: Clock) {
  if (!(clock instanceof DemoClock)) throw new Error('The day cannot be moved here');
  return async (day: string) => {
    if (clock.today() !== day) await clock.moveTo(day);
  };
}

/** What came of all the ways of one pathway. */
class Tally {
  readonly taken = new Set<string>();
  readonly states = new Set<string>();
  readonly faults: string[] = [];
  refusals = 0;

  constructor(
    private readonly pathway: Pathway,
    private readonly random: Random,
  ) {}

  async walk(way: readonly Stride[]): Promise<void> {
    const case_ = new WayThroughTheApi(ground, this.pathway);
    this.faults.push(...(await case_.along(way)));
    for (const { arrows } of way.slice(0, case_.strides))
      arrows.forEach((id) => this.taken.add(id));
    if (case_.strides === way.length) await this.refuse(case_, way.at(-1)!.to);
    await case_.tidy();
  }

  /** A few events that lead nowhere from here, once for each state. */
  private async refuse(case_: WayThroughTheApi, { state, closed }: Stride['to']): Promise<void> {
    const places = Object.entries(state.value).map((it) => it.join('.'));
    if (places.every((place) => this.states.has(place))) return;
    places.forEach((place) => this.states.add(place));
    const { events, opensWith } = this.pathway;
    const known = arrowsAt(this.pathway, state.value, closed);
    const nowhere = Object.entries(events).filter(
      ([type, { roles }]) =>
        !known.has(type) && type !== opensWith && roles.some((role) => role !== 'system'),
    );
    for (let n = 0; n < REFUSALS_A_PLACE && nowhere.length; n++) {
      const [type] = nowhere[Math.floor(this.random() * nowhere.length)]!;
      this.refusals += 1;
      this.faults.push(...(await case_.isRefused(type)));
    }
  }
}

describe.each(pathways)('$name, through the API', (pathway) => {
  it('takes every arrow, and refuses in each state what leads nowhere, with nothing written', async () => {
    const before = ground.council.requests;
    const tally = new Tally(pathway, randomFrom(SEED));
    const ways = waysThatTakeAll(pathway, explored(pathway).ways);
    for (const way of ways) await tally.walk(way);
    const arrows = arrowsOf(pathway);
    const { taken, refusals, states, faults } = tally;
    process.stdout.write(
      `${pathway.name}: ${taken.size} of ${arrows.length} arrows taken by ${ways.length} cases in ${ground.council.requests - before} requests; ${refusals} events refused in ${states.size} states, nothing written\n`,
    );
    expect(faults).toEqual([]);
    expect(arrows.filter(({ id }) => !taken.has(id)).map(({ id }) => id)).toEqual([]);
  }, 180_000);
});
