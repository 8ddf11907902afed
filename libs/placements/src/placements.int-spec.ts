import {
  englandBankHolidays,
  FixedClock,
  londonInstant,
  makeCalendar,
} from '@app/statutory-calendar';
import { WAITING_ORDER } from '@app/casework';
import { aCohort, type ACohort, COHORT, COHORT_DAY } from '../../../test/support/a-cohort';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { anAuthority, WENDMOOR } from '../../../test/support/given';
import {
  behindNumber,
  Cohorts,
  compareRank,
  funnelOf,
  inView,
  Places,
  WaitingList,
  WorkersLoad,
} from '.';

let db: TestDatabase;
let year6: ACohort;
const clock = new FixedClock(londonInstant(COHORT_DAY, '09:00'));
const looking = {
  today: COHORT_DAY,
  calendar: makeCalendar({ bankHolidays: englandBankHolidays.days }),
};
const surnames = (children: readonly { name: string }[]) =>
  children.map(({ name }) => name.split(' ')[1]);

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  year6 = await aCohort(db.statements);
});
afterAll(() => db.drop());

const children = () => new Cohorts(db.statements, clock).children(year6.lead, COHORT);

describe('the places of a cohort', () => {
  it('are agreed, waiting for the family or free, and add up', async () => {
    expect(await new Places(db.statements, clock).now(WENDMOOR, COHORT)).toEqual({
      all: 5,
      agreed: 2,
      waiting: 2,
      free: 1,
    });
  });

  it('are set up once, however often that is asked', async () => {
    const places = new Places(db.statements, clock);
    expect(await places.createPlaces(WENDMOOR, '2028', 32)).toBe(32);
    expect(await places.createPlaces(WENDMOOR, '2028', 32)).toBe(0);
    expect(await places.createPlaces(WENDMOOR, '2028', 33)).toBe(1);
  });
});

describe('the waiting list', () => {
  it('is ordered by score, then by nomination', async () => {
    const list = await new WaitingList(db.statements).of(WENDMOOR, COHORT);
    expect(list.map(({ reference }) => reference).slice(0, 2)).toEqual([
      year6.cases['Ravens'],
      year6.cases['Weather'],
    ]);
    expect(list.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(list[0]?.waitingSince).toBe('2026-12-09');
    const decided = list.filter(
      ({ score, nominatedOn }, at) =>
        score !== list[at + 1]?.score || nominatedOn !== list[at + 1]?.nominatedOn,
    );
    expect([...decided].sort(compareRank)).toEqual(decided);
  });

  it('has the same child at the top as the guard of the door', async () => {
    const list = new WaitingList(db.statements);
    const [top] = await db.statements.run<{ id: string }>(
      '',
      `SELECT w.id FROM send_case w JOIN child h ON h.id = w.child_id
       WHERE w.authority = $1 AND w.cohort = $2 AND w.open AND w.stage = 'waitlisted' ORDER BY ${WAITING_ORDER} LIMIT 1`,
      [WENDMOOR, COHORT],
    );
    expect(await list.topOfList(WENDMOOR, top?.id ?? '')).toBe(true);
    expect(await list.rankOf(WENDMOOR, top?.id ?? '')).toBe(1);
  });
});

describe('the children of a cohort', () => {
  it('come with school, score, band, worker and place', async () => {
    const pell = (await children()).find(({ name }) => name === 'Sam Pell');
    expect(pell).toMatchObject({
      work: 'primary_phase',
      score: 71,
      band: 'intensive',
      workerName: 'Tamsin Adeyemi',
      fromSchool: 'Fernhollow Primary',
      toSchool: null,
      placeNumber: 1,
    });
  });

  it('are counted on every step of the funnel, with what became of the rest', async () => {
    expect(
      funnelOf(await children()).map(({ label, count, note }) => [label, count, note]),
    ).toEqual([
      ['Nominated', 12, ''],
      ['Screened', 10, '1 being screened, 1 not looked at yet'],
      ['Went to moderation', 9, '1 given the universal offer'],
      ['Accepted', 5, '4 on the waiting list'],
      ['Family agreed', 2, '2 not answered yet, 1 said no'],
      ['Baseline done', 1, '1 under way'],
      ['Hand-over held', 0, 'Starts in April'],
      ['Arrived in Year 7', 0, 'Counted in September'],
    ]);
  });

  it('stand behind each number of the funnel', async () => {
    const all = await children();
    for (const { key, count } of funnelOf(all)) expect(behindNumber(all, key)).toHaveLength(count);
  });

  it('stand in the views they belong to, nearest date first', async () => {
    const all = await children();
    const view = (key: Parameters<typeof inView>[1]) => surnames(inView(all, key, looking));
    expect(view('family').sort()).toEqual(['Holt', 'Quill']);
    expect(view('worker').sort()).toEqual(['Holt', 'Quill']);
    expect(view('baseline')).toEqual(['Marsh']);
    expect(view('visits')).toEqual(['Pell']);
    expect(view('all')).toHaveLength(12);
    expect(view('needs')).toEqual(['Larwood', 'Holt', 'Quill']);
  });

  it('are not shown to people who have nothing to do with them', async () => {
    const stranger = {
      ...year6.lead,
      id: '11111111-1111-4111-8111-111111111111',
      roles: ['data_analyst' as const],
    };
    expect(await new Cohorts(db.statements, clock).children(stranger, COHORT)).toEqual([]);
  });
});

describe('the load of a worker', () => {
  it('adds up the weights of the children they hold', async () => {
    const [load] = await new WorkersLoad(db.statements, clock).of(year6.lead, COHORT);
    expect(load).toMatchObject({
      name: 'Tamsin Adeyemi',
      children: 2,
      others: 0,
      load: 3,
      limit: 6,
      schools: 0,
    });
  });
});
