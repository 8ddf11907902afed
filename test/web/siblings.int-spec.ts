import { CaseworkService, UndoService } from '@app/casework';
import { aWebsite } from '../support/a-website';
import { aTestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';

const TODAY = '2027-01-12';

it('shows a brother or sister whose case was linked, merges nothing, and can be taken back', async () => {
  const db = await aTestDatabase();
  await anAuthority(db.statements);
  const rhys = await anOfficer(db.statements, 'Rhys Calder', ['y6_worker']);
  const kit = await anOfficer(db.statements, 'Kit Larwood', ['y6_worker']);
  const [first, second] = [
    await aChild(db.statements, { forename: 'Rafi', surname: 'Dunmore' }),
    await aChild(db.statements, { forename: 'Sadia', surname: 'Dunmore' }),
  ];
  const door = aDoor(db.statements, TODAY);
  const caseOf = (officer: typeof rhys, child: string) =>
    aCaseAt(door, officer, 'y6_transition', child, [['2027-01-11', 'NOMINATION_SUBMITTED']]);
  const [mine, theirs] = [await caseOf(rhys, first), await caseOf(rhys, second)];
  const strange = await caseOf(kit, await aChild(db.statements, { forename: 'Odd' }));
  const site = await aWebsite(db.url, TODAY);
  const casework = site.app.get(CaseworkService, { strict: false });
  const link = (otherCase: string) =>
    casework.record(rhys, mine.reference, {
      type: 'SIBLING_LINKED',
      occurredOn: TODAY,
      payload: { otherCase },
    });
  const person = await site.signedIn(rhys);
  const page = async (child: string) => (await person.get(`/children/${child}`)).text;
  const everyone = () =>
    db.statements.run('', 'SELECT id, household_id FROM child ORDER BY id', []);

  const before = await everyone();
  await link(theirs.reference.toLowerCase());
  expect(await page(first)).toContain(`href="/children/${second}">Sadia Dunmore`);
  expect(await page(second)).toContain(`href="/children/${first}">Rafi Dunmore`);
  expect(await everyone()).toEqual(before);

  await link(strange.reference);
  expect(await page(first)).not.toContain('Odd');
  for (const reference of ['Y6-9999', mine.reference]) {
    await link(reference);
    const [task] = await db.statements.run(
      '',
      "SELECT why FROM task WHERE done_on IS NULL AND text LIKE 'Link the brother%' ORDER BY opened_on DESC, source_key DESC LIMIT 1",
      [],
    );
    expect(task).toEqual({ why: `There is no case ${reference} of another child.` });
  }
  const undo = site.app.get(UndoService, { strict: false });
  for (let expectedVersion = 5; expectedVersion > 1; expectedVersion -= 1) {
    const [now] = await db.statements.run<{ version: number }>(
      '',
      'SELECT version FROM send_case WHERE reference = $1',
      [mine.reference],
    );
    const command = { reason: 'A slip', tellThem: false, expectedVersion: now!.version };
    await undo.undo(rhys, mine.reference, command);
  }
  expect(await page(first)).not.toContain('Sadia');
  await site.close();
  await db.drop();
}, 120_000);
