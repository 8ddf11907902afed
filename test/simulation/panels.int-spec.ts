import { randomFrom } from '../../libs/pathways/testing/random';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCouncil } from './panels/council';
import { Watch } from './panels/watch';
import { shownOnPages } from './panels/website';
import { PanelYear } from './panels/year';

/** A term of a small council by itself; `npm run simulate -- --panels` asks for whole years with 250 children. */
const { PANEL_SEEDS = '1', PANEL_CHILDREN = '40', PANEL_SITTINGS = '7' } = process.env;
const CHILDREN = Number(PANEL_CHILDREN);
const SITTINGS = Number(PANEL_SITTINGS);
const LONG_ENOUGH = 1_800_000; // a busy machine is no failure

const NOTHING_BROKEN = {
  lost: [],
  deferredPastLimit: [],
  decidedWithoutQuorum: [],
  shownUninvited: [],
  keptFromInvited: [],
  notInCase: [],
};

let db: TestDatabase;
beforeEach(async () => {
  db = await aTestDatabase();
});
afterEach(() => db.drop());

it.each(PANEL_SEEDS.split(',').map(Number))(
  'holds its weekly sittings and loses nobody (seed %i)',
  async (seed) => {
    const { year, watch } = await aYear(seed, CHILDREN);
    await year.play(SITTINGS, async ({ id }, { at, before, next }) => {
      await watch.everyDecisionQuorate(id);
      await watch.casesSayTheSame(id);
      await watch.nobodyPutOffPastLimit();
      await watch.everybodySeesTheirs(id);
      if (at % 5 === 1) await watch.filesHoldTheirs(id, at);
      if (before) await watch.onlyForThoseWhoRunIt(before.id);
      if (!next) return;
      await watch.nobodyLost(next);
      await watch.onlyForThoseWhoRunIt(next.id);
    });
    await watch.calendarsNameNobody();
    const { pages, wrong } = await shownOnPages(year.council);
    const { shown, files } = watch;
    process.stdout.write(`${JSON.stringify({ seed, ...year.happened, shown, files, pages })}\n`);
    expect(wrong).toEqual([]);
    expect(year.references.size).toBe(CHILDREN);
    expect(watch.broken).toEqual(NOTHING_BROKEN);
  },
  LONG_ENOUGH,
);

it(
  'would notice',
  async () => {
    const { year, watch } = await aYear(3, 12);
    let [last, following] = ['', ''];
    await year.play(2, async ({ id }, { next }) => {
      [last, following] = [id, next!.id];
    });
    for (const sql of WRONGS) await db.statements.run('', sql, [last]);
    await watch.everyDecisionQuorate(last);
    await watch.casesSayTheSame(last);
    await watch.nobodyPutOffPastLimit();
    await watch.everybodySeesTheirs(last);
    await watch.filesHoldTheirs(last, 9);
    await watch.nobodyLost({ id: following });
    for (const [name, found] of Object.entries<string[]>({ ...watch.broken }))
      expect([name, found.length > 0]).toEqual([name, true]);
  },
  LONG_ENOUGH,
);

async function aYear(seed: number, children: number) {
  const random = randomFrom(seed);
  const council = await aCouncil(db, random, children);
  const year = new PanelYear(council, random);
  return { year, watch: new Watch(council, year) };
}

const LAST_DECIDED = `(SELECT id FROM sitting_item WHERE sitting_id = $1 AND status = 'decided' ORDER BY position LIMIT 1)`;

/** Records as they must never be: everybody asked but the school, nobody in the room, another decision, a case that waits for no day, three deferrals. */
const WRONGS = [
  `UPDATE sitting_item SET invited = ARRAY['police', 'youth_justice', 'social_worker', 'virtual_school'] WHERE sitting_id = $1`,
  `UPDATE sitting_item SET outcome = jsonb_set(outcome, '{room,there}', '[]') || '{"event": "DECISION_NONE"}' WHERE id = ${LAST_DECIDED}`,
  `UPDATE send_case SET stage = 'listed', open = true, state = jsonb_set(state, '{context,meetingOn}', '"2030-01-02"') WHERE id = (
     SELECT case_id FROM sitting_item WHERE id = ${LAST_DECIDED})`,
  `INSERT INTO sitting_item (authority, sitting_id, position, kind, case_id, minutes, because, score, status, outcome, settled_at)
   SELECT authority, sitting_id, position, kind, case_id, minutes, because, score, 'deferred', '{}', settled_at + n * interval '1 day'
   FROM sitting_item, generate_series(1, 3) n WHERE id = ${LAST_DECIDED}`,
];
