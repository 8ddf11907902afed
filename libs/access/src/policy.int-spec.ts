import { CaseNotFound } from '@app/casework';
import { aTestDatabase, type TestDatabase } from '../../../test/support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../../../test/support/given';
import { type Actor, SYSTEM_ID } from './actor';
import {
  onlyThroughCases,
  type Protected,
  relationColumns,
  relationTo,
  visibleCases,
  worksCases,
} from './policy';

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
        `SELECT ${COLUMNS}, ${relationColumns()} ${from}`,
        [reference],
      );
      const isSeen = people.includes(actor);
      expect([actor.name, listed.length === 1]).toEqual([actor.name, isSeen]);
      expect([actor.name, relationTo(actor, found!) !== 'none']).toEqual([actor.name, isSeen]);
    }
  }
});

describe('who sees a case for some days only', () => {
  const UNIT = '199020';
  const FORMER = '199025';
  let db: TestDatabase;
  let reference: string;
  const seenOn = async (role: 'unit_lead' | 'school_senco', urn: string, day?: string) => {
    const actor: Actor = {
      ...{ id: SYSTEM_ID, authority: '899', name: 'Ivy Moss', roles: [role], teamId: null },
      ...{ schoolUrn: urn, ...(day && { day }) },
    };
    const visible = visibleCases(actor);
    const from = 'FROM send_case c JOIN child k ON k.id = c.child_id WHERE c.reference = $1';
    const listed = await db.statements.run('', `SELECT 1 ${from} AND ${visible.sql(2)}`, [
      reference,
      ...visible.values,
    ]);
    const [found] = await db.statements.run<Protected & Record<string, unknown>>(
      '',
      `SELECT ${COLUMNS}, ${relationColumns()} ${from}`,
      [reference],
    );
    const relation = relationTo(actor, found!);
    expect(listed.length === 1).toBe(relation !== 'none');
    return relation;
  };

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    const chair = await anOfficer(db.statements, 'Imogen Farrow', ['panel_chair', 'send_manager']);
    const door = aDoor(db.statements, OPENED);
    const childId = await aChild(db.statements);
    ({ reference } = await aCaseAt(door, chair, 'hd_referral', childId, [
      [OPENED, 'ENQUIRY_LOGGED'],
    ]));
  });
  afterAll(() => db.drop());

  const holding = async (during: string) => {
    await db.statements.run('', 'DELETE FROM place_holding', []);
    await db.statements.run(
      '',
      `WITH unit AS (INSERT INTO place (authority, programme, cohort, number) VALUES ('899', 'hd_unit', $1, 1)
         ON CONFLICT (authority, programme, cohort, number) DO UPDATE SET number = 1 RETURNING id)
       INSERT INTO place_holding (place_id, case_id, during)
       SELECT unit.id, c.id, $2::daterange FROM unit, send_case c WHERE c.reference = $3`,
      [UNIT, during, reference],
    );
  };

  it('is the lead of the unit from the offer to the last day on which the place is kept', async () => {
    expect(await seenOn('unit_lead', UNIT, '2026-10-06')).toBe('none');
    await holding('[2026-10-06,)');
    expect(await seenOn('unit_lead', UNIT, '2026-10-06')).toBe('own_unit');
    expect(await seenOn('unit_lead', FORMER, '2026-10-06')).toBe('none');
    expect(await seenOn('school_senco', UNIT, '2026-10-06')).toBe('none');
    await holding('[2026-10-06,2027-03-16)');
    expect(await seenOn('unit_lead', UNIT, '2027-03-15')).toBe('own_unit');
    expect(await seenOn('unit_lead', UNIT, '2027-03-16')).toBe('none');
    expect(await seenOn('unit_lead', UNIT)).toBe('none');
    await holding('empty');
    expect(await seenOn('unit_lead', UNIT, '2026-10-06')).toBe('none');
  });

  it('is the former school to the day that is set, and nobody else by it', async () => {
    await db.statements.run(
      '',
      `INSERT INTO former_school (child_id, urn, left_on, authority, seen_until)
       SELECT child_id, $2, '2026-11-02', '899', '2026-11-09' FROM send_case WHERE reference = $1`,
      [reference, FORMER],
    );
    expect(await seenOn('school_senco', FORMER, '2026-11-09')).toBe('own_school');
    expect(await seenOn('school_senco', FORMER, '2026-11-10')).toBe('none');
    expect(await seenOn('school_senco', FORMER)).toBe('none');
    expect(await seenOn('unit_lead', FORMER, '2026-11-09')).toBe('none');
    expect(await seenOn('school_senco', '199001', '2026-11-10')).toBe('own_school');
    await db.statements.run('', 'UPDATE child SET second_urn = $1', [FORMER]);
    expect(await seenOn('school_senco', FORMER)).toBe('own_school');
  });
});

describe('the virtual school', () => {
  let db: TestDatabase;
  let head: Actor;

  beforeAll(async () => {
    db = await aTestDatabase();
    await anAuthority(db.statements);
    head = await anOfficer(db.statements, 'Zillah Moss', ['virtual_school']);
  });
  afterAll(() => db.drop());

  it.each([
    ['cla', false, 'virtual_school'],
    ['previously_cla', false, 'virtual_school'],
    ['cin', false, 'none'],
    ['none', false, 'none'],
    ['cla', true, 'none'],
  ])(
    'stands to the case of a child with %s, restricted %s, as %s',
    async (care, restricted, as) => {
      const manager = await anOfficer(db.statements, 'Marguerite Osei', ['send_manager']);
      const childId = await aChild(db.statements);
      const door = aDoor(db.statements, OPENED);
      const { reference } = await aCaseAt(door, manager, 'ebsna', childId, [
        [OPENED, 'REFERRAL_STARTED'],
      ]);
      const set = (sql: string, value: unknown) => db.statements.run('', sql, [childId, value]);
      await set('UPDATE child SET care_status = $2 WHERE id = $1', care);
      await set('UPDATE send_case SET restricted = $2 WHERE child_id = $1', restricted);
      const visible = visibleCases(head);
      const from = 'FROM send_case c JOIN child k ON k.id = c.child_id WHERE c.reference = $1';
      const listed = await db.statements.run('', `SELECT 1 ${from} AND ${visible.sql(2)}`, [
        reference,
        ...visible.values,
      ]);
      const [found] = await db.statements.run<Protected & Record<string, unknown>>(
        '',
        `SELECT ${COLUMNS}, k.care_status AS "careStatus", ${relationColumns()} ${from}`,
        [reference],
      );
      expect([relationTo(head, found!), listed.length === 1]).toEqual([as, as !== 'none']);
    },
  );

  it('works with cases, and like finance meets children through them alone', () => {
    const holding = (...roles: Actor['roles'][number][]): Actor => ({ ...head, roles });
    expect(worksCases(head)).toBe(true);
    expect(onlyThroughCases(head)).toBe(true);
    expect(onlyThroughCases(holding('finance_officer'))).toBe(true);
    expect(onlyThroughCases(holding('finance_officer', 'saso'))).toBe(false);
  });
});
