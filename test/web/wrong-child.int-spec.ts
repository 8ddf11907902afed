import { aCaseAt, aChild, aDoor } from '../support/given';
import { aSupportedCase, dayOf, type Supported, TODAY, words } from './support-given';

let given: Supported;
let childId: string;
let right: string;
beforeAll(async () => {
  given = await aSupportedCase();
  const { statements } = given.db;
  const { lowri, marguerite } = given.officers;
  const door = aDoor(statements, TODAY);
  const other = await aChild(statements, { forename: 'Sam', surname: 'Dunmore' });
  const rightCase = await aCaseAt(door, lowri, 'y6_transition', other, [
    ['2026-11-10', 'NOMINATION_SUBMITTED'],
  ]);
  right = rightCase.reference;
  const pdf = Buffer.from('%PDF-1.7 a report about somebody else\n%%EOF\n');
  const file = { field: 'file', name: 'x.pdf', bytes: pdf };
  const about = { kind: 'ep_report', authorRole: 'Educational psychologist' };
  const { rhys } = given.people;
  await rhys.upload(given.url('/documents/add'), file, {
    ...about,
    ...dayOf('datedOn', TODAY),
  });
  await rhys.post(given.url('/notes'), { text: 'She likes the garden' });
  const [row] = await given.rows<{ childId: string }>(
    'SELECT child_id AS "childId" FROM send_case WHERE id = $1',
    [given.caseId],
  );
  childId = row!.childId;
  await aDoor(statements, TODAY).casework.record(marguerite, given.reference, {
    type: 'WRONG_CHILD',
    occurredOn: TODAY,
    payload: { reason: 'Two children with the same surname' },
  });
}, 120_000);
afterAll(() => given?.close());

const kept = () =>
  given.rows<{ reference: string; documents: number; notes: number }>(
    `SELECT c.reference, (SELECT count(*)::int FROM document d WHERE d.case_id = c.id) AS documents,
       (SELECT count(*)::int FROM note n WHERE n.case_id = c.id) AS notes FROM send_case c ORDER BY c.reference`,
  );

describe('what was recorded against the wrong child', () => {
  it('is hidden there from everybody but those who settle it', async () => {
    const { rhys, lorcan, lowri, marguerite, dpo } = given.people;
    for (const person of [rhys, lorcan]) {
      expect((await person.get(given.url(''))).status).toBe(404);
      expect((await person.get(given.url('/documents'))).status).toBe(404);
      expect((await person.get('/cases?status=all')).text).not.toContain(given.reference);
    }
    for (const person of [marguerite, lowri, dpo])
      expect((await person.get(given.url('/documents'))).status).toBe(200);
    for (const rest of ['', '/chronology', '/summary'])
      expect((await marguerite.get(`/children/${childId}${rest}`)).text).not.toContain(
        given.reference,
      );
  });

  it('is a task of the information governance lead, who finishes it', async () => {
    const { dpo } = given.people;
    expect(words(await dpo.get('/my-work'))).toContain('Assess whether this was a data breach');
    const [task] = await given.rows<{ id: string; dueOn: string }>(
      `SELECT id, due_on AS "dueOn" FROM task WHERE for_role = 'dpo'`,
    );
    expect(task!.dueOn).toBe('2027-01-13');
    const page = await dpo.get(given.url(`/tasks/${task!.id}`));
    expect(words(page)).toContain('within 72 hours');
    await dpo.post(given.url(`/tasks/${task!.id}`), { outcome: 'No risk. Written down' });
    const [done] = await given.rows('SELECT outcome FROM task WHERE id = $1', [task!.id]);
    expect(done).toEqual({ outcome: 'No risk. Written down' });
  });

  it('is moved by a manager to the case of the right child, with a line on both', async () => {
    const { marguerite, dpo } = given.people;
    const move = given.url('/documents/move');
    expect(words(await marguerite.get(given.url('/documents')))).toContain('Move the papers');
    expect((await dpo.get(move)).status).toBe(403);
    const before = await kept();
    for (const toCase of ['', 'Y6-9999', given.reference]) {
      const bad = await marguerite.post(move, { toCase });
      expect([bad.status, words(bad)]).toEqual([422, expect.stringContaining('umber')]);
    }
    expect(await kept()).toEqual(before);
    const done = await marguerite.post(move, { toCase: right.toLowerCase() });
    expect([done.status, done.location]).toEqual([303, `/cases/${right}/documents`]);
    expect(new Map((await kept()).map(({ reference, ...rest }) => [reference, rest]))).toEqual(
      new Map([
        [given.reference, { documents: 0, notes: 1 }],
        [right, { documents: 1, notes: 2 }],
      ]),
    );
    const seen = words(await given.people.lowri.get(`/cases/${right}/notes`));
    expect(seen).toContain('She likes the garden');
    expect(seen).toContain(`Moved here: 1 document and 1 note from ${given.reference}`);
    const [open] = await given.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM task WHERE case_id = $1 AND done_on IS NULL AND text LIKE 'Move the papers%'`,
      [given.caseId],
    );
    expect(open).toEqual({ n: 0 });
  });

  it('cannot be moved off a case that is about its own child', async () => {
    expect((await given.people.marguerite.get(`/cases/${right}/documents/move`)).status).toBe(404);
  });
});
