import { BadDetails, Contacts, Households, readChild, RecordNotFound } from '@app/people';
import { aUpn } from '../samples/many-nominations';
import { anAuthority, anOfficer } from '../support/given';
import { aCouncil, type Council } from './a-council';

const ROWAN = {
  upn: aUpn(1),
  uln: '',
  legalSurname: 'O’Shaughnessy',
  legalForename: 'Rowan',
  preferredName: '',
  dob: '27 3 2016',
  sex: 'M',
  ncYear: '',
  urn: '199001',
  senProvision: 'K',
  primaryNeed: 'SEMH',
  secondaryNeed: '',
  careStatus: '',
  flags: ['medical'],
};

let council: Council;
beforeAll(async () => {
  council = await aCouncil();
});
afterAll(() => council.db.drop());
beforeEach(async () => {
  await council.rows('DELETE FROM contact');
  await council.rows('DELETE FROM child WHERE id NOT IN (SELECT child_id FROM send_case)');
});

const add = (differs: object = {}) => council.children.add(council.lead, { ...ROWAN, ...differs });
const problemsOf = async (work: Promise<unknown>) => {
  const refusal = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(BadDetails);
  return (refusal as BadDetails).problems.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
};

describe('adding a child by hand', () => {
  it('keeps what was typed, and works out the year group', async () => {
    const { childId } = await add({ extra: 'ignored' });
    expect(await council.children.find(council.lead, childId)).toEqual({
      childId,
      upn: aUpn(1),
      uln: null,
      legalSurname: 'O’Shaughnessy',
      legalForename: 'Rowan',
      preferredName: null,
      name: 'Rowan O’Shaughnessy',
      dob: '2016-03-27',
      sex: 'M',
      ncYear: '6',
      urn: '199001',
      schoolName: 'Fernhollow Primary',
      registration: null,
      secondSchoolName: null,
      senProvision: 'K',
      primaryNeed: 'SEMH',
      secondaryNeed: null,
      careStatus: 'none',
      ethnicity: null,
      postcode: null,
      upnUnknown: null,
      disabled: null,
      pupilPremium: null,
      socialCareTeam: null,
      flags: ['medical'],
      householdId: null,
      formerUpns: [],
      mergedInto: null,
      restricted: false,
    });
  });

  const BAD: readonly (readonly [object, string])[] = [
    [{ legalSurname: '' }, 'legalSurname: Enter the legal surname'],
    [{ legalSurname: undefined }, 'legalSurname: Enter the legal surname'],
    [{ legalSurname: ['a', 'b'] }, 'legalSurname: Enter the legal surname'],
    [{ legalSurname: '\u200b\u202e' }, 'legalSurname: Enter the legal surname'],
    [{ legalSurname: 'x'.repeat(61) }, 'legalSurname: The surname is too long'],
    [{ legalForename: 'R0wan' }, 'legalForename: The forename “R0wan” has a digit in it'],
    [{ legalForename: '<img src=x>' }, 'legalForename: The forename cannot have “<” there'],
    [{ preferredName: '{{7*7}}' }, 'preferredName: The preferred name “{{7*7}}” has a digit'],
    [{ dob: '' }, 'dob: Enter the date of birth'],
    [{ dob: '31 2 2016' }, 'dob: “31 2 2016” is not a real date'],
    [{ dob: '23 11 2026' }, 'dob: The date of birth is in the future'],
    [{ dob: '21 11 2000' }, 'dob: That date of birth makes the person 26'],
    [
      { upn: `A${aUpn(1).slice(1)}` },
      'upn: “A899200020001” is not a UPN. The first letter should be',
    ],
    [{ upn: { $ne: '' } }, 'upn: Type one answer'],
    [{ uln: '0123456789' }, 'uln: “0123456789” is not a ULN'],
    [{ sex: 'X' }, 'sex: “X” is not one of the answers. Type Female, Male or Not known'],
    [{ ncYear: '15' }, 'ncYear: “15” is not a year group'],
    [{ urn: '12' }, 'urn: “12” is not a school’s number'],
    [{ urn: '123456' }, 'urn: There is no school 123456 in the register'],
    [{ urn: '199017' }, 'urn: Primary school 17 is not open: the register says “Closed”'],
    [{ senProvision: 'S' }, 'senProvision: “S” is not one of the answers'],
    [{ primaryNeed: 'ADHD' }, 'primaryNeed: “ADHD” is not one of the answers'],
    [{ secondaryNeed: 'SEMH' }, 'secondaryNeed: The second need is the same as the first'],
    [{ careStatus: 'adopted' }, 'careStatus: “adopted” is not one of the answers'],
    [{ flags: ['dangerous'] }, 'flags.0: Select flags from the list'],
    [{ flags: 'x'.repeat(5_000) }, 'flags.0: Select flags from the list'],
  ];

  it.each(BAD)('refuses %j and changes nothing', async (differs, words) => {
    expect(await problemsOf(add(differs))).toEqual([expect.stringContaining(words)]);
    expect(await council.count('child')).toBe(0);
  });

  it('says everything that is wrong at once, in the order of the form', async () => {
    expect(await problemsOf(add({ legalSurname: '', dob: 'x', upn: 'y' }))).toEqual([
      expect.stringMatching(/^upn/),
      expect.stringMatching(/^legalSurname/),
      expect.stringMatching(/^dob/),
    ]);
    expect(() => readChild({ ...ROWAN, dob: '' }, '2026-11-22')).toThrow(BadDetails);
  });

  it('does not add the same UPN twice, not even at the same moment', async () => {
    const outcomes = await Promise.allSettled([add(), add(), add()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(await problemsOf(add())).toEqual([
      expect.stringContaining('upn: A child with this UPN is already in Causeway'),
    ]);
    expect(await council.count('child')).toBe(1);
  });
});

describe('a child who may be on record already', () => {
  const why = async (differs: object) =>
    (await council.children.alike(council.lead, { ...ROWAN, upn: '', ...differs })).map((hit) =>
      hit.kind === 'child' ? hit.why : hit.words,
    );

  it.each([
    [{ upn: aUpn(1), legalSurname: 'Another', dob: '1 1 2014', urn: '199002' }, ['Same UPN']],
    [{}, ['Same date of birth', 'Same name', 'Same school']],
    [
      { legalSurname: 'OShaugnessy' },
      ['Same date of birth', 'Name looks or sounds alike', 'Same school'],
    ],
    [
      { legalForename: 'Rowen', urn: '199002' },
      ['Same date of birth', 'Name looks or sounds alike'],
    ],
    [{ dob: '3/3/2016' }, undefined],
    [{ dob: '27/3/2015' }, ['Date of birth differs in one place', 'Same name', 'Same school']],
    [{ legalSurname: 'Completely', legalForename: 'Other' }, undefined],
  ])('is offered with the reason: %j', async (differs, reasons) => {
    await add();
    expect(await why(differs)).toEqual(reasons ? [reasons] : []);
  });

  it.each([
    ['Mohammed', 'Muhamad'],
    ['Catherine', 'Katherine'],
    ['Siân', 'Sian'],
    ['Aisha', 'Ayesha'],
    ['Steven', 'Stephen'],
  ])('is found by sound: %s as %s', async (onRecord, typed) => {
    await add({ legalForename: onRecord, legalSurname: 'Khan' });
    expect(await why({ legalForename: typed, legalSurname: 'Kahn' })).toHaveLength(1);
  });

  it('is only said to exist to somebody who may not see the record', async () => {
    const { childId } = await add();
    await council.openCase(council.lead, {
      childId,
      occurredOn: '2026-11-20',
      commandKey: 'k1',
      payload: { nominatorRole: 'senco', reasons: ['anxiety'], ncYear: 6, parentAware: true },
    });
    const found = await council.children.alike(council.worker, { ...ROWAN, upn: '' });
    expect(found).toEqual([
      { kind: 'exists', words: 'A record exists. Contact your SEND manager.' },
    ]);
    await council.rows('UPDATE child SET upn = NULL WHERE id = $1', childId);
  });
});

describe('changing a child’s record', () => {
  it('changes what was sent and nothing else, and logs a correction of who the child is without saying what', async () => {
    const { childId } = await add();
    const { changed } = await council.children.edit(council.lead, childId, {
      legalSurname: 'Shaughnessy',
      dob: '2016-03-28',
      sex: 'M',
      preferredName: '',
    });
    expect(changed.sort()).toEqual(['dob', 'legalSurname']);
    expect(await council.children.find(council.lead, childId)).toMatchObject({
      legalSurname: 'Shaughnessy',
      dob: '2016-03-28',
      legalForename: 'Rowan',
      senProvision: 'K',
    });
    expect(
      await council.rows(
        'SELECT action, page, officer_id FROM access_log WHERE child_id = $1',
        childId,
      ),
    ).toEqual([
      { action: 'child.corrected', page: 'legalSurname, dob', officer_id: council.lead.id },
    ]);
  });

  it('clears what was sent blank, keeps a school that has closed since, and takes a change back to the same as none', async () => {
    const { childId } = await add({ preferredName: 'Ro', urn: '199016' });
    await council.rows("UPDATE school SET status = 'Closed' WHERE urn = '199016'");
    expect(
      await council.children.edit(council.lead, childId, {
        preferredName: '',
        urn: '199016',
        flags: [],
      }),
    ).toEqual({ changed: ['preferredName', 'flags'] });
    expect(await council.children.edit(council.lead, childId, { preferredName: '' })).toEqual({
      changed: [],
    });
    expect(
      await council.rows('SELECT action FROM access_log WHERE child_id = $1', childId),
    ).toEqual([{ action: 'child.edited' }]);
    await council.rows("UPDATE school SET status = 'Open' WHERE urn = '199016'");
  });

  it('refuses what is wrong, another child’s UPN, and a child of another authority', async () => {
    const { childId } = await add();
    await add({ upn: aUpn(2), legalForename: 'Robin' });
    expect(
      await problemsOf(council.children.edit(council.lead, childId, { legalForename: '' })),
    ).toEqual(['legalForename: Enter the legal forename']);
    expect(
      await problemsOf(council.children.edit(council.lead, childId, { upn: aUpn(2) })),
    ).toEqual([expect.stringContaining('already in Causeway')]);
    await anAuthority(council.statements, '897');
    const other = await anOfficer(council.statements, 'Piers Lund', ['send_manager'], {
      authority: '897',
    });
    await expect(council.children.edit(other, childId, { legalForename: 'X' })).rejects.toThrow(
      RecordNotFound,
    );
    expect(await council.children.find(other, childId)).toBeUndefined();
    expect(await council.children.find(council.lead, "1' OR '1'='1")).toBeUndefined();
  });
});

describe('those around a child', () => {
  it('adds and changes contacts, and refuses what cannot be', async () => {
    const contacts = new Contacts(council.statements);
    const { childId } = await add();
    const ewa = {
      name: 'Ewa O’Shaughnessy',
      relation: 'Mother',
      hasPr: 'yes',
      phone: '07700 900123',
      email: 'Ewa@Example.org',
      address: '1 Mill Lane\nWendmoor',
      language: 'Polish',
      format: 'large_print',
    };
    const { contactId } = await contacts.add(council.lead, childId, ewa);
    await contacts.add(council.lead, childId, {
      name: 'Aoife Byrne',
      relation: 'Aunt',
      phone: '',
      email: '',
    });
    expect(await contacts.of(council.lead, childId)).toMatchObject([
      {
        contactId,
        hasPr: 'yes',
        email: 'ewa@example.org',
        address: '1 Mill Lane Wendmoor',
        format: 'large_print',
      },
      { name: 'Aoife Byrne', hasPr: 'unknown', phone: null },
    ]);
    const bad = [
      [{ name: '' }, 'name: Enter the contact’s name'],
      [{ relation: '' }, 'relation: Enter how they are related'],
      [{ hasPr: 'perhaps' }, 'hasPr: “perhaps” is not one of the answers'],
      [{ phone: '999' }, 'phone: “999” is not a telephone number'],
      [{ email: 'no@where' }, 'email: “no@where” is not an e-mail address'],
      [{ address: 'x'.repeat(301) }, 'address: The address is too long'],
      [{ format: 'semaphore' }, 'format: “semaphore” is not one of the answers'],
    ] as const;
    for (const [differs, words] of bad) {
      expect(
        await problemsOf(contacts.edit(council.lead, contactId, { ...ewa, ...differs })),
      ).toEqual([expect.stringContaining(words)]);
      expect(
        await problemsOf(contacts.add(council.lead, childId, { ...ewa, ...differs })),
      ).toHaveLength(1);
    }
    expect(await council.count('contact')).toBe(2);
    await contacts.edit(council.lead, contactId, { ...ewa, hasPr: 'no', phone: '' });
    expect(await contacts.of(council.lead, childId)).toMatchObject([
      { name: 'Aoife Byrne' },
      { hasPr: 'no', phone: null },
    ]);
    await expect(contacts.add(council.lead, contactId, ewa)).rejects.toThrow(RecordNotFound);
    await expect(contacts.edit(council.lead, childId, ewa)).rejects.toThrow(RecordNotFound);
  });

  it('links brothers and sisters, joins two households, and lets one leave', async () => {
    const households = new Households(council.statements);
    const [a, b, c, d] = [
      await add({ upn: '' }),
      await add({ upn: '', legalForename: 'Bo' }),
      await add({ upn: '', legalForename: 'Cy' }),
      await add({ upn: '', legalForename: 'Di' }),
    ].map(({ childId }) => childId) as [string, string, string, string];
    await households.link(council.lead, a, b);
    await households.link(council.lead, c, d);
    await households.link(council.lead, a, c);
    const names = async (child: string) =>
      (await households.siblings(council.lead, child)).map(({ name }) => name.split(' ')[0]).sort();
    expect(await names(a)).toEqual(['Bo', 'Cy', 'Di']);
    await households.leave(council.lead, d);
    expect([await names(a), await names(d)]).toEqual([['Bo', 'Cy'], []]);
    expect(await problemsOf(households.link(council.lead, a, a))).toEqual([
      'siblingId: Choose another child: this is the same one',
    ]);
    await expect(households.link(council.lead, a, council.lead.id)).rejects.toThrow(RecordNotFound);
  });
});
