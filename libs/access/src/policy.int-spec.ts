import { CaseNotFound } from '@app/casework';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../test/support/given';
import { type Actor } from './actor';
import { openerOf, type Protected, relationTo, visibleCases } from './policy';

const OPENED = '2026-10-05';
const COLUMNS = `c.pathway, c.owner_id AS "ownerId", c.cover_id AS "coverId", c.team_id AS "teamId", c.restricted, k.urn AS "childUrn"`;

describe('who sees a case that nobody holds yet', () => {
  let db: TestDatabase;
  let [opener, colleague, manager, senco]: Actor[] = [];

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    opener = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer']);
    colleague = await anOfficer(db.statements, 'Kit Osei', ['ehc_officer']);
    manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
    const school = { schoolUrn: '199001' };
    senco = { ...(await anOfficer(db.statements, 'Ira Bell', ['school_senco'])), ...school };
  });
  afterAll(() => db.drop());

  const aRequest = async () => {
    const door = aDoor(db.statements, OPENED);
    const childId = await aChild(db.statements);
    const opened = await aCaseAt(door, opener!, 'ehc_needs_assessment', childId, [
      [OPENED, 'REQUEST_RECEIVED'],
    ]);
    return { ...door, ...opened };
  };

  it('is the person who opened it, who records on it, and not a colleague', async () => {
    const { casework, reference } = await aRequest();
    await seenBy(reference, [opener, manager, senco]);
    const step = { type: 'PANEL_LISTED', occurredOn: OPENED };
    await expect(casework.record(colleague!, reference, step)).rejects.toThrow(CaseNotFound);
    expect(await casework.record(opener!, reference, step)).toMatchObject({ version: 2 });
  });

  it('is no longer the opener once a worker or a team holds it, or the record is restricted', async () => {
    const { casework, reference } = await aRequest();
    await casework.record(manager!, reference, {
      type: 'ALLOCATED',
      occurredOn: OPENED,
      payload: { workerId: colleague!.id },
    });
    await seenBy(reference, [colleague, manager, senco]);

    const other = await aRequest();
    const [team] = await db.statements.run<{ id: string }>(
      '',
      "INSERT INTO team (authority, name) VALUES ('899', 'North') RETURNING id",
      [],
    );
    const change = (column: string, value: unknown) =>
      db.statements.run('', `UPDATE send_case SET ${column} = $2 WHERE id = $1`, [
        other.caseId,
        value,
      ]);
    await change('team_id', team!.id);
    await seenBy(other.reference, [manager, senco]);
    await change('team_id', null);
    await change('restricted', true);
    await seenBy(other.reference, [manager]);
  });

  /** Both forms of the rule agree on these people and on nobody else. */
  async function seenBy(reference: string, people: readonly (Actor | undefined)[]): Promise<void> {
    for (const actor of [opener!, colleague!, manager!, senco!]) {
      const visible = visibleCases(actor);
      const from = 'FROM send_case c JOIN child k ON k.id = c.child_id WHERE c.reference = $1';
      const listed = await db.statements.run('', `SELECT 1 ${from} AND ${visible.sql(2)}`, [
        reference,
        ...visible.values,
      ]);
      const [found] = await db.statements.run<Protected & Record<string, unknown>>(
        '',
        `SELECT ${COLUMNS}, ${openerOf()} AS "openerId" ${from}`,
        [reference],
      );
      const isSeen = people.includes(actor);
      expect([actor.name, listed.length === 1]).toEqual([actor.name, isSeen]);
      expect([actor.name, relationTo(actor, found!) !== 'none']).toEqual([actor.name, isSeen]);
    }
  }
});
