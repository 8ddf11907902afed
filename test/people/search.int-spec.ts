import { type Actor } from '@app/access';
import { type Role } from '@app/pathways';
import { aUpn } from '../samples/many-nominations';
import { anAuthority, anOfficer } from '../support/given';
import { aCouncil, type Council } from './a-council';

const CHILDREN = [
  ['Catherine', 'Wójcik', '', '2016-03-27', '199001'],
  ['Muhammad', 'Al-Rashidi', 'Mo', '2016-03-27', '199001'],
  ['Maximilian-Alexander', 'O’Shaughnessy-Featherstonehaugh', 'Max', '2015-10-01', '199002'],
  ['Siân', 'Llywelyn', '', '2015-11-11', '199003'],
  ['Rowan', 'Smith', '', '2016-01-02', '199002'],
  ['Robin', 'Smyth', '', '2016-01-03', '199002'],
] as const;

let council: Council;
let ids: string[];
beforeAll(async () => {
  council = await aCouncil();
  ids = [];
  for (const [at, [legalForename, legalSurname, preferredName, dob, urn]] of CHILDREN.entries()) {
    const { childId } = await council.children.add(council.lead, {
      upn: aUpn(at),
      legalForename,
      legalSurname,
      preferredName,
      dob,
      urn,
    });
    ids.push(childId);
  }
});
afterAll(() => council.db.drop());

const found = async (text: string, actor: Actor = council.lead) =>
  (await council.search.search(actor, text)).hits.map((hit) =>
    hit.kind === 'child' ? hit.legalName.split(' ')[0] : hit.words,
  );
const nominate = (at: number) =>
  council.openCase(council.lead, {
    childId: ids[at] ?? '',
    occurredOn: '2026-11-20',
    commandKey: `search-${at}`,
    payload: { nominatorRole: 'senco', reasons: ['anxiety'], ncYear: 6, parentAware: true },
  });

describe('finding a child', () => {
  it.each([
    ['Catherine Wójcik', 'Catherine'],
    ['catherine wojcik', 'Catherine'],
    ['Katherine Vojcik', 'Catherine'],
    ['Wojcik', 'Catherine'],
    ['Mo Al-Rashidi', 'Muhammad'],
    ['Mohamed Alrashidi', 'Muhammad'],
    ['Muhamed', 'Muhammad'],
    ['al rashidi', 'Muhammad'],
    ['Max O Shaughnessy', 'Maximilian-Alexander'],
    ["O'Shaughnessy Featherstonehaugh", 'Maximilian-Alexander'],
    ['Shawnessy', 'Maximilian-Alexander'],
    ['Llewelyn', 'Siân'],
    ['sian', 'Siân'],
    ['27/3/2016 rashidi', 'Muhammad'],
    ['Catherine 27 3 2016', 'Catherine'],
    ['Siân 11 November 2015', 'Siân'],
    [aUpn(3), 'Siân'],
    [` ${aUpn(3).toLowerCase()} `, 'Siân'],
  ])('by %j', async (text, first) => {
    expect((await found(text))[0]).toBe(first);
  });

  it('by date of birth alone, and by school', async () => {
    expect((await found('27/3/2016')).sort()).toEqual(['Catherine', 'Muhammad']);
    expect((await found('27 3 2016')).sort()).toEqual(['Catherine', 'Muhammad']);
    expect((await found('2016-03-27')).sort()).toEqual(['Catherine', 'Muhammad']);
    expect((await found('Fernhollow')).sort()).toEqual(['Catherine', 'Muhammad']);
    expect((await council.search.search(council.lead, 'Fernhollow')).schools).toEqual([
      { urn: '199001', name: 'Fernhollow Primary' },
    ]);
  });

  it('puts the one as typed before the one that sounds alike', async () => {
    expect(await found('Smyth')).toEqual(['Robin', 'Rowan']);
    expect(await found('Smith')).toEqual(['Rowan', 'Robin']);
  });

  it('says how the search was taken', async () => {
    const words = async (text: string) =>
      (await council.search.search(council.lead, text)).understoodAs;
    expect(await words('Smith 2/1/2016')).toBe(
      'name or school like “Smith”, born on 2 January 2016',
    );
    expect(await words(aUpn(1))).toBe(`UPN ${aUpn(1)}`);
    expect(await words('y6-12')).toBe('case Y6-12');
  });

  it.each([
    '',
    '   ',
    '\u0000',
    "'; DROP TABLE child; --",
    '%',
    '_',
    '\\',
    '((((',
    '31/2/2016',
    'x'.repeat(5_000),
    '<script>',
    'الحسن',
    '👩‍👧',
  ])('finds nobody and breaks nothing for %j', async (text) => {
    expect(await found(text)).toEqual([]);
  });

  it('stays within the authority', async () => {
    await anAuthority(council.statements, '896');
    const other = await anOfficer(council.statements, 'Piers Lund', ['send_manager'], {
      authority: '896',
    });
    for (const text of ['Smith', aUpn(3), '27/3/2016', 'Fernhollow'])
      expect(await found(text, other)).toEqual([]);
    expect(await council.search.mayOpen(other, ids[0] ?? '')).toBe(false);
  });
});

describe('who may see what is found', () => {
  const officer = (roles: readonly Role[], more: Partial<Actor> = {}) =>
    anOfficer(council.statements, 'Somebody', roles).then((actor) => ({ ...actor, ...more }));

  it('shows the case to those who may see it, and to other caseworkers only that a record exists and whom to ask', async () => {
    const [team] = await council.rows<{ id: string }>(
      "INSERT INTO team (authority, name) VALUES ('899', 'the Transition team') RETURNING id",
    );
    const { reference } = await nominate(0);
    await council.rows(
      'UPDATE send_case SET team_id = $1 WHERE reference = $2',
      team?.id,
      reference,
    );
    const colleague = await officer(['y6_worker'], { teamId: team?.id ?? null });
    const stranger = await officer(['ehc_officer']);

    for (const actor of [council.lead, colleague]) {
      const { hits } = await council.search.search(actor, reference);
      expect(hits).toMatchObject([
        {
          kind: 'child',
          childId: ids[0],
          cases: [{ reference, pathway: 'y6_transition', open: true }],
        },
      ]);
      expect(await council.search.mayOpen(actor, ids[0] ?? '')).toBe(true);
    }
    for (const text of [
      reference,
      reference.toLowerCase(),
      reference.replace(/-0*/, ' '),
      aUpn(0),
      'Catherine Wojcik',
      'Katherine Wojick 27/3/2016',
    ]) {
      const hits = (await council.search.search(stranger, text)).hits.filter(
        ({ kind }) => kind === 'exists',
      );
      expect({ text, hits }).toEqual({
        text,
        hits: [{ kind: 'exists', words: 'A record exists. Contact the Transition team.' }],
      });
    }
    expect(await council.search.mayOpen(stranger, ids[0] ?? '')).toBe(false);
  });

  it('never tells by a date of birth, part of a name or a school that somebody has a record', async () => {
    const stranger = await officer(['ehc_officer']);
    for (const text of ['27/3/2016', 'Catherine', 'Fernhollow'])
      expect(JSON.stringify((await council.search.search(stranger, text)).hits)).not.toMatch(
        /exists|Wójcik/,
      );
  });

  it('shows a school its own children, and nothing at all of others, not even that they exist', async () => {
    const senco = await officer(['school_senco'], { schoolUrn: '199002' });
    expect(await found('Smith', senco)).toEqual(['Rowan', 'Robin']);
    expect(await found(aUpn(0), senco)).toEqual([]);
    expect(await found('Catherine Wójcik', senco)).toEqual([]);
  });

  it('shows nothing to those who do not work with cases', async () => {
    for (const role of ['administrator', 'data_analyst'] as const) {
      const actor = await officer([role]);
      expect(await found('Catherine Wójcik', actor)).toEqual([]);
      expect(await found('Rowan Smith', actor)).toEqual([]);
    }
  });

  it('hides a restricted record from the whole authority but its owner and the SEND managers', async () => {
    const { reference } = await nominate(4);
    await council.rows('UPDATE child SET restricted = true WHERE id = $1', ids[4]);
    await council.rows(
      'UPDATE send_case SET restricted = true, owner_id = $1 WHERE reference = $2',
      council.worker.id,
      reference,
    );
    const manager = await officer(['send_manager']);
    expect(await found('Rowan Smith', council.worker)).toContain('Rowan');
    expect(await found('Rowan Smith', manager)).toContain('Rowan');
    expect(await found('Rowan Smith')).toEqual(['A record exists. Contact your SEND manager.']);
  });
});
