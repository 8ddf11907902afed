import { type Actor } from '@app/access';
import { Calendars, historyOf, UndoService } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { readWhole } from '../../libs/casework/src/case-row';
import { asCorrected } from '../../libs/casework/src/history';
import { calendarsLeft } from '../../libs/casework/src/recount';
import { replayed } from '../../libs/casework/src/replay-history';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { aWorker } from './a-worker';

const NEW = '199020';
const TODAY = '2026-11-03';

let db: TestDatabase;
let manager: Actor;
let door: ReturnType<typeof aDoor>;
let ours: string;
let byLaw: string;

beforeEach(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  manager = await anOfficer(db.statements, 'Marguerite Osei', [
    'send_manager',
    'ehc_officer',
    'saso',
  ]);
  await aWeekOff(NEW);
  const childId = await aChild(db.statements);
  door = aDoor(db.statements, TODAY);
  const opened = (pathway: string) =>
    aCaseAt(door, manager, pathway, childId, [[TODAY, pathwayNamed(pathway).opensWith]]);
  ours = (await opened('ebsna')).reference;
  byLaw = (await opened('ehc_needs_assessment')).reference;
}, 60_000);
afterEach(() => db.drop());

/** The school has a calendar of its own: as the council's, but for a week of holiday from 9 November. */
async function aWeekOff(urn: string): Promise<void> {
  const [council] = await db.statements.run<{ terms: [string, string][]; inset: string[] }>(
    '',
    'SELECT terms, inset FROM school_calendar WHERE is_default',
    [],
  );
  const terms = council!.terms.flatMap(([first, last]) =>
    first < '2026-11-09' && last > '2026-11-13'
      ? [
          [first, '2026-11-06'],
          ['2026-11-16', last],
        ]
      : [[first, last]],
  );
  await db.statements.run(
    '',
    `WITH own AS (INSERT INTO school_calendar (authority, name, terms, inset) VALUES ('899', 'A week off', $2, $3) RETURNING id)
     UPDATE school SET calendar_id = own.id FROM own WHERE urn = $1`,
    [urn, JSON.stringify(terms), JSON.stringify(council!.inset)],
  );
}
const change = (changedOn: CalendarDay) =>
  door.casework.record(manager, byLaw, {
    type: 'SCHOOL_CHANGED',
    occurredOn: TODAY,
    payload: { toUrn: NEW, changedOn, registrationType: 'single' },
  });
const whole = async (reference: string) => (await readWhole(db.statements, '899', reference))!;
const datesOf = async (reference: string) =>
  Object.fromEntries((await whole(reference)).clocks.map(({ code, dueOn }) => [code, dueOn]));
const recounts = async (reference: string) =>
  (await historyOf(db.statements, (await whole(reference)).id)).filter(
    ({ type }) => type === 'CLOCKS_RECOUNTED',
  );
/** The clocks on record are those that the history gives. */
async function expectReplayed(reference: string): Promise<void> {
  const subject = await whole(reference);
  const rows = asCorrected(await historyOf(db.statements, subject.id));
  const calendars = new Calendars(db.statements);
  const left = await calendarsLeft(calendars, '899', rows);
  const now = await calendars.forSchool('899', subject.childUrn);
  const { clocks } = replayed(pathwayNamed(subject.pathway), rows, now, left);
  const sorted = (list: typeof clocks) =>
    list.map(({ code, dueOn, firesOn, status }) => [code, dueOn, firesOn, status].join(' ')).sort();
  expect(sorted(subject.clocks)).toEqual(sorted(clocks));
}

describe('the dates of a child who goes to a school with other term dates', () => {
  it('are counted again where they are our own, on every open case, with the reason in its history', async () => {
    const [own, legal] = [await datesOf(ours), await datesOf(byLaw)];
    await change(TODAY);
    const [recount, ...more] = await recounts(ours);
    expect(more).toEqual([]);
    expect(recount).toMatchObject({
      actorRole: 'system',
      payload: {
        reason: 'The child is at a school with other term dates',
        fromUrn: '199001',
        toUrn: NEW,
      },
    });
    const moved = recount!.payload['dates'] as { code: string; from: string; to: string }[];
    expect(moved.length).toBeGreaterThan(0);
    const now = await datesOf(ours);
    for (const { code, from, to } of moved) {
      expect([own[code], now[code]]).toEqual([from, to]);
      expect(from < to).toBe(true);
    }
    const { clocks } = await whole(byLaw);
    const statutory = clocks.filter(({ basis }) => basis === 'statutory');
    expect(statutory.length).toBeGreaterThan(0);
    for (const { code, dueOn } of statutory) expect(dueOn).toBe(legal[code]);
    await expectReplayed(ours);
    await expectReplayed(byLaw);
  });

  it('move on the day that was announced, once', async () => {
    const before = await datesOf(ours);
    await change('2026-11-05');
    expect(await datesOf(ours)).toEqual(before);
    const worker = await aWorker(db, new FixedClock(londonInstant('2026-11-05', '09:00')));
    await worker.settle();
    await worker.settle();
    await worker.stop();
    expect(await recounts(ours)).toHaveLength(1);
    expect(await datesOf(ours)).not.toEqual(before);
  });

  it('are the former ones again when the change is taken back', async () => {
    const before = await datesOf(ours);
    const legal = await datesOf(byLaw);
    await change(TODAY);
    const undo = new UndoService(db.statements, door.clock, new Calendars(db.statements));
    const { version: expectedVersion } = await whole(byLaw);
    await undo.undo(manager, byLaw, { expectedVersion, reason: 'Another child', tellThem: false });
    expect([await datesOf(ours), await datesOf(byLaw)]).toEqual([before, legal]);
    await expectReplayed(ours);
    await expectReplayed(byLaw);
  });

  it('stay where the new school has the same term dates', async () => {
    await door.casework.record(manager, ours, {
      type: 'SCHOOL_CHANGED',
      occurredOn: TODAY,
      payload: { toUrn: '199025', changedOn: TODAY, registrationType: 'single' },
    });
    expect(await recounts(ours)).toEqual([]);
  });
});
