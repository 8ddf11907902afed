import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor } from '@app/access';
import { forgetUploads, type OpenCase } from '@app/people';
import { aRow, csvOf, manyNominations } from '../samples/many-nominations';
import { anAuthority, anOfficer } from '../support/given';
import { aCouncil, type Council } from './a-council';

const sample = (name: string) => readFileSync(join(__dirname, '../samples', name));

let council: Council;
beforeEach(async () => {
  council = await aCouncil();
});
afterEach(() => council.db.drop());

const upload = async (file: string | Buffer, actor: Actor = council.lead) => {
  const { fileId } = await council.imports.receive(actor, Buffer.from(file));
  await council.imports.check(fileId);
  return fileId;
};
const commit = async (
  fileId: string,
  openCase: OpenCase = council.openCase,
  actor = council.lead,
) => {
  await council.imports.begin(actor, fileId);
  await council.imports.commit(actor, fileId, openCase);
};
const counts = async (fileId: string) =>
  (await council.imports.progress(council.lead, fileId))?.counts;
const records = async () => [
  await council.count('child'),
  await council.count('send_case'),
  await council.count('contact'),
];

describe('a file of nominations', () => {
  it('takes the 41 sample nominations from file to cases, with children and contacts', async () => {
    const { imports, lead, openCase } = council;
    const { fileId, repeated, notices } = await imports.receive(lead, sample('nominations-41.csv'));
    expect({ repeated, notices }).toEqual({ repeated: false, notices: [] });
    await imports.check(fileId);
    expect(await imports.rows(lead, fileId, { status: 'error' })).toEqual([]);
    expect(await imports.progress(lead, fileId)).toMatchObject({
      status: 'checked',
      done: 41,
      of: 41,
      uploadedBy: 'Marguerite Osei',
      counts: { new: 41, same: 0, error: 0 },
    });
    expect(await records()).toEqual([0, 0, 0]);

    await commit(fileId, openCase);
    expect(await imports.progress(lead, fileId)).toMatchObject({
      status: 'done',
      counts: { new: 0, error: 0, done: 41 },
    });
    expect(await records()).toEqual([41, 41, 36]);
    const [layla] = await council.rows(
      `SELECT c.legal_forename, c.preferred_name, c.dob, c.urn, c.sen_provision, c.primary_need, e.payload, s.cohort, s.opened_on
       FROM child c JOIN send_case s ON s.child_id = c.id JOIN case_event e ON e.case_id = s.id WHERE c.legal_surname = 'Al-Rashidi'`,
    );
    expect(layla).toEqual({
      legal_forename: 'Layla',
      preferred_name: 'ليلى',
      dob: '2016-06-22',
      urn: '199004',
      sen_provision: 'E',
      primary_need: 'MLD',
      payload: {
        nominatorRole: 'advisory_teacher',
        reasons: ['attendance'],
        ncYear: 6,
        parentAware: true,
      },
      cohort: '2027',
      opened_on: '2026-11-12',
    });
  });

  it('says that a file in Windows-1252 was read as that, and reads its accents', async () => {
    const { fileId, notices } = await council.imports.receive(
      council.lead,
      Buffer.from(csvOf([aRow(0, { 'Legal surname': 'Brontë' })]), 'latin1'),
    );
    expect(notices).toEqual([expect.stringContaining('Windows-1252')]);
    expect(await council.imports.rows(council.lead, fileId)).toMatchObject([
      { name: 'Amir Brontë' },
    ]);
  });

  it('starts from its own template, whose example row is left out', async () => {
    const { fileName, bytes } = council.imports.template();
    expect(fileName).toBe('year-6-nominations-template.csv');
    const filled = Buffer.concat([bytes, Buffer.from(manyNominations(1).split('\r\n')[1] ?? '')]);
    const { fileId, notices } = await council.imports.receive(council.lead, filled);
    expect(notices).toEqual(['Row 2 is the example of the template and was left out.']);
    await council.imports.check(fileId);
    expect(await counts(fileId)).toMatchObject({ new: 1, error: 0 });
  });
});

describe('the same nominations again', () => {
  it('are recognised when the same file comes twice, before and after it was added', async () => {
    const file = manyNominations(5);
    const fileId = await upload(file);
    const again = await council.imports.receive(council.lead, Buffer.from(file));
    expect(again).toMatchObject({ fileId, repeated: true });
    await council.imports.check(fileId);
    await commit(fileId);
    const before = await records();
    expect(await upload(file)).toBe(fileId);
    await commit(fileId);
    expect(await counts(fileId)).toMatchObject({ new: 0, done: 5 });
    expect(await records()).toEqual(before);
    expect(await council.count('import_file')).toBe(1);
  });

  it('are the same in another file, also when a few are new', async () => {
    await commit(await upload(manyNominations(5)));
    const fileId = await upload(
      csvOf(
        [7, 3, 2, 1, 0].map((at) => aRow(at)),
        { separator: ';' },
      ),
    );
    expect(await counts(fileId)).toEqual({ waiting: 0, new: 1, same: 4, error: 0, done: 0 });
    const rows = await council.imports.rows(council.lead, fileId, { status: 'same' });
    expect(rows[0]?.caseReference).toMatch(/^Y6-\d{4,}$/);
    await commit(fileId);
    expect(await records()).toEqual([6, 6, 6]);
  });

  it('are refused when they say something else about a child with an open case', async () => {
    await commit(await upload(csvOf([aRow(1)])));
    const fileId = await upload(
      csvOf([aRow(1, { Reasons: 'Medical', 'Nominated on': '16/11/2026' })]),
    );
    const [row] = await council.imports.rows(council.lead, fileId);
    expect(row).toMatchObject({ status: 'error', problems: [{ column: 'Whole row' }] });
    expect(row?.problems[0]?.text).toMatch(
      /already has an open Year 6 case, Y6-\d{4,}, from a different nomination of 9 November 2026/,
    );
  });

  it('are checked anew when what was wrong in the register has been put right', async () => {
    const file = csvOf([aRow(1, { 'School URN': '199018' })]);
    const fileId = await upload(file);
    expect(await counts(fileId)).toMatchObject({ error: 1 });
    await council.rows("UPDATE school SET status = 'Open' WHERE urn = '199018'");
    expect(await upload(file)).toBe(fileId);
    expect(await counts(fileId)).toMatchObject({ error: 0, new: 1 });
  });

  it('do not cross from one authority to another', async () => {
    await anAuthority(council.statements, '898');
    const other = await anOfficer(council.statements, 'Piers Lund', ['transition_lead'], {
      authority: '898',
    });
    const file = manyNominations(2);
    const ours = await upload(file);
    await commit(ours);
    const theirs = await upload(file, other);
    expect(theirs).not.toBe(ours);
    expect(await council.imports.progress(other, ours)).toBeUndefined();
    expect(await council.imports.rows(other, ours)).toEqual([]);
    await expect(council.imports.errorFile(other, ours)).rejects.toThrow('There is no such file');
    await expect(council.imports.begin(other, ours)).rejects.toThrow('There is no such file');
    expect((await council.imports.progress(other, theirs))?.counts).toMatchObject({ new: 2 });
  });
});

describe('an import that is cut off', () => {
  /** Lets so many cases be opened and then fails for good, as when the process or the database dies. */
  const dyingAfter = (calls: number): OpenCase => {
    let left = calls;
    return (actor, asked) => {
      left -= 1;
      return left >= 0
        ? council.openCase(actor, asked)
        : Promise.reject(new Error('connection terminated'));
    };
  };

  it('goes on where it stopped and opens nothing twice', async () => {
    const fileId = await upload(manyNominations(250));
    await expect(commit(fileId, dyingAfter(230))).rejects.toThrow('connection terminated');
    expect(await council.count('send_case')).toBe(230);
    expect(await council.imports.unfinished()).toEqual([
      {
        fileId,
        kind: 'nominations',
        authority: '899',
        officerId: council.lead.id,
        status: 'committing',
      },
    ]);
    await council.imports.commit(council.lead, fileId, council.openCase);
    expect(await council.imports.progress(council.lead, fileId)).toMatchObject({
      status: 'done',
      counts: { done: 250, new: 0, error: 0, same: 0 },
    });
    expect(await records()).toEqual([250, 250, 250]);
    expect(await council.rows('SELECT DISTINCT command_key FROM case_event')).toHaveLength(250);
    expect(await council.imports.unfinished()).toEqual([]);
  });

  it('may be checked and added by two workers at once', async () => {
    const { imports, lead, openCase } = council;
    const { fileId } = await imports.receive(lead, Buffer.from(manyNominations(250)));
    expect(await imports.unfinished()).toMatchObject([{ fileId, status: 'checking' }]);
    await Promise.all([imports.check(fileId), imports.check(fileId)]);
    expect(await counts(fileId)).toMatchObject({ new: 250 });
    await imports.begin(lead, fileId);
    await Promise.all([
      imports.commit(lead, fileId, openCase),
      imports.commit(lead, fileId, openCase),
    ]);
    expect(await counts(fileId)).toMatchObject({ done: 250, error: 0 });
    expect(await records()).toEqual([250, 250, 250]);
  });

  it('keeps two files about the same children apart from each other', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => aRow(at));
    const [one, two] = [await upload(csvOf(rows)), await upload(csvOf([...rows].reverse()))];
    await Promise.all([commit(one), commit(two)]);
    expect(await records()).toEqual([120, 120, 120]);
  });

  it('is not begun before it was checked, and adds nothing unless begun', async () => {
    const { imports, lead, openCase } = council;
    const { fileId } = await imports.receive(lead, Buffer.from(manyNominations(3)));
    await imports.begin(lead, fileId);
    await imports.commit(lead, fileId, openCase);
    expect(await records()).toEqual([0, 0, 0]);
    await imports.check(fileId);
    await imports.commit(lead, fileId, openCase);
    expect(await records()).toEqual([0, 0, 0]);
  });

  it('goes on past a row whose case cannot be opened, and says why', async () => {
    const refusing: OpenCase = (actor, asked) =>
      asked.payload.reasons.includes('medical')
        ? Promise.reject(
            Object.assign(new Error('x'), {
              problems: [{ path: ['reasons'], message: 'Not that one' }],
            }),
          )
        : asked.payload.reasons.includes('mobility')
          ? Promise.reject(new Error('nobody knows'))
          : council.openCase(actor, asked);
    const fileId = await upload(
      csvOf([
        aRow(0),
        aRow(1, { Reasons: 'Medical' }),
        aRow(2, { Reasons: 'Many moves' }),
        aRow(3),
      ]),
    );
    await commit(fileId, refusing);
    const rows = await council.imports.rows(council.lead, fileId);
    expect(rows.map(({ status }) => status)).toEqual(['done', 'error', 'error', 'done']);
    expect(rows.flatMap(({ problems }) => problems.map(({ text }) => text))).toEqual([
      'Not that one',
      expect.stringContaining('Something went wrong with this row'),
    ]);
    expect(
      await upload(
        csvOf([
          aRow(0),
          aRow(1, { Reasons: 'Medical' }),
          aRow(2, { Reasons: 'Many moves' }),
          aRow(3),
        ]),
      ),
    ).toBe(fileId);
    await commit(fileId);
    expect(await counts(fileId)).toMatchObject({ done: 4, error: 0 });
    expect(await records()).toEqual([4, 4, 4]);
  });

  it('is refused by the door for an officer who may not nominate', async () => {
    const analyst = await anOfficer(council.statements, 'Ned Voss', ['data_analyst']);
    const fileId = await upload(manyNominations(1), analyst);
    await commit(fileId, council.openCase, analyst);
    expect(await council.imports.rows(analyst, fileId)).toMatchObject([
      {
        status: 'error',
        problems: [{ text: expect.stringContaining('Ask the transition lead') as string }],
      },
    ]);
  });
});

describe('the file of rows to fix', () => {
  it('holds the rows as they came with what to fix, safe to open, and imports once it is put right', async () => {
    const wrong = [
      aRow(1, {
        'Date of birth': '31/02/2016',
        'Legal forename': '=1+1',
        'Parent/carer phone': '+44 1632 960123',
      }),
      aRow(2, { Reasons: 'Anxiety; "Worry", mostly\nat night' }),
    ];
    const fileId = await upload(csvOf([aRow(0), ...wrong], { separator: ';' }));
    const { fileName, bytes } = await council.imports.errorFile(council.lead, fileId);
    const text = bytes.toString('utf8');
    expect(fileName).toBe('rows-to-fix.csv');
    expect(text).toMatch(/^\uFEFFWhat to fix;UPN;/);
    expect(text).toContain('Row 3. Legal forename: “=1+1” starts like a formula.');
    expect(text).toContain(";'=1+1;");
    expect(text).toContain(";'+44 1632 960123;");

    const stillWrong = await council.imports.receive(council.lead, bytes);
    expect(stillWrong.notices).toEqual([]);
    await council.imports.check(stillWrong.fileId);
    expect(await counts(stillWrong.fileId)).toMatchObject({ error: 2, new: 0 });
    const fixed = text
      .replaceAll('31/02/2016', '29/02/2016')
      .replace("'=1+1", 'Bela')
      .replace(/"Anxiety; .*\n.*night"/, 'Anxiety');
    const fixedId = await upload(fixed);
    expect(await council.imports.rows(council.lead, fixedId, { status: 'error' })).toEqual([]);
    await commit(fixedId);
    expect(await council.rows('SELECT phone FROM contact ORDER BY phone')).toEqual([
      { phone: '+44 1632 960123' },
      { phone: '01632 960123' },
    ]);
  });

  it('keeps a row with too many cells whole', async () => {
    const [headings, row] = csvOf([aRow(5)])
      .trim()
      .split('\r\n');
    const fileId = await upload(`${headings}\r\n${row},spare,more\r\n`);
    const { bytes } = await council.imports.errorFile(council.lead, fileId);
    expect(bytes.toString('utf8')).toContain(',09/11/2026,spare,more\r\n');
  });

  it('says for the broken sample what is wrong in every row', async () => {
    const fileId = await upload(sample('nominations-broken.csv'));
    expect(await counts(fileId)).toMatchObject({ new: 0, same: 0 });
    const rows = await council.imports.rows(council.lead, fileId, { limit: 200 });
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ problems }) => problems.length === 0)).toEqual([]);
  });
});

describe('a child who is on record already', () => {
  const onRecord = async (at: number, differs: Record<string, unknown> = {}) => {
    const row = aRow(at);
    const typed = {
      upn: row.UPN,
      legalSurname: row['Legal surname'],
      legalForename: row['Legal forename'],
      dob: row['Date of birth'],
      urn: '199001',
      ...differs,
    };
    return (await council.children.add(council.lead, typed)).childId;
  };
  const problemsOf = async (file: string) =>
    (await council.imports.rows(council.lead, await upload(file)))[0]?.problems[0];
  const casesOf = (childId: string) =>
    council.rows('SELECT reference FROM send_case WHERE child_id = $1', childId);

  it('is found by UPN, keeps their details, and a contact of the same name is not doubled', async () => {
    const child = await onRecord(1, { preferredName: 'Bee', urn: '199003' });
    await commit(await upload(csvOf([aRow(1)])));
    await council.rows("UPDATE send_case SET open = false, closed_on = '2026-11-20'");
    await commit(await upload(csvOf([aRow(1, { 'Nominated on': '20/11/2026' })])));
    expect(await casesOf(child)).toHaveLength(2);
    expect(await records()).toEqual([1, 2, 1]);
    expect(await council.children.find(council.lead, child)).toMatchObject({
      preferredName: 'Bee',
      urn: '199003',
    });
  });

  it('is found by name, date of birth and school, and is given the UPN', async () => {
    const child = await onRecord(1, { upn: '' });
    await commit(
      await upload(csvOf([aRow(1, { 'Legal surname': aRow(1)['Legal surname'].toUpperCase() })])),
    );
    expect(await casesOf(child)).toHaveLength(1);
    expect(await council.children.find(council.lead, child)).toMatchObject({ upn: aRow(1).UPN });
    expect(await council.rows('SELECT action, page, child_id FROM access_log')).toEqual([
      { action: 'child.corrected', page: 'upn', child_id: child },
    ]);
  });

  it('is not mistaken for another with the same UPN', async () => {
    await onRecord(1, { legalSurname: 'Quite', legalForename: 'Different' });
    expect(await problemsOf(csvOf([aRow(1)]))).toMatchObject({
      column: 'UPN',
      text: expect.stringContaining('on the record of a child with another name') as string,
    });
  });

  it('is not added again with another UPN, at another school, or under a name that only looks different', async () => {
    await onRecord(1);
    expect(await problemsOf(csvOf([aRow(1, { UPN: aRow(2).UPN })]))).toMatchObject({
      text: expect.stringContaining('with a different UPN') as string,
    });
    await onRecord(3, { upn: '', urn: '199004' });
    expect(await problemsOf(csvOf([aRow(3)]))).toMatchObject({
      text: expect.stringContaining('at another school') as string,
    });
    await onRecord(4, { upn: '', legalSurname: 'Katherby', legalForename: 'Mohammed' });
    expect(
      await problemsOf(
        csvOf([aRow(4, { UPN: '', 'Legal surname': 'Catherby', 'Legal forename': 'Muhamad' })]),
      ),
    ).toMatchObject({
      column: 'Legal surname',
      text: expect.stringContaining('very similar name') as string,
    });
    await onRecord(5, { upn: '' });
    await onRecord(5, { upn: '' });
    expect(await problemsOf(csvOf([aRow(5)]))).toMatchObject({
      text: expect.stringContaining('two records') as string,
    });
  });

  it('may have a twin: another name on the same day with a UPN of their own is another child', async () => {
    await onRecord(1);
    const twin = {
      ...aRow(2),
      'Legal surname': aRow(1)['Legal surname'],
      'Legal forename': 'Belinda',
      'Date of birth': aRow(1)['Date of birth'],
    };
    await commit(await upload(csvOf([twin])));
    expect(await council.count('child')).toBe(2);
  });
});

it('lists the latest files, and forgets those past their time', async () => {
  const [one, two] = [await upload(manyNominations(1)), await upload(manyNominations(2))];
  expect((await council.imports.recent(council.lead)).map(({ fileId }) => fileId).sort()).toEqual(
    [one, two].sort(),
  );
  expect(await forgetUploads(council.db.statements, '2027-02-20')).toBe(0);
  expect(await forgetUploads(council.db.statements, '2027-02-21')).toBe(2);
  expect(await council.count('import_row')).toBe(0);
});
