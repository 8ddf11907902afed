import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BadDetails,
  FileRefused,
  Officers,
  RecordNotFound,
  SchoolCalendars,
} from '@app/people';
import { aCouncil, type Council } from './a-council';

const register = readFileSync(join(__dirname, '../samples/register-of-schools.csv'));

let council: Council;
const fresh = async () => {
  council = await aCouncil();
};
const dropped = () => council.db.drop();

describe('bringing the register of schools up to date', () => {
  beforeEach(fresh);
  afterEach(dropped);

  it('is brought up to date from the national CSV, in Windows-1252, and a second time nothing changes', async () => {
    const { schools, lead } = council;
    await council.rows(
      "UPDATE school SET senco_name = 'Ida Holm', email = 'office@example.org' WHERE urn = '199001'",
    );
    const first = await schools.importRegister(lead, register);
    expect(first).toEqual({
      added: 2,
      changed: 5,
      same: 0,
      problems: [],
      notices: [expect.stringContaining('Windows-1252')],
    });
    expect(await schools.find(lead, '199004')).toMatchObject({
      laestab: '8992004',
      name: 'St Bride’s Primary',
      type: 'Voluntary aided school',
      phase: 'Primary',
      status: 'Open',
      isOpen: true,
      lowAge: 4,
      highAge: 11,
      postcode: 'WM2 5LB',
    });
    expect(await schools.find(lead, '8992001')).toMatchObject({
      urn: '199001',
      headName: 'Mrs Zoë Brontë',
      sencoName: 'Ida Holm',
      email: 'office@example.org',
    });
    expect(await schools.find(lead, '199003')).toMatchObject({
      status: 'Open, but proposed to close',
      isOpen: true,
    });
    expect(await schools.find(lead, '199032')).toMatchObject({
      status: 'Proposed to open',
      isOpen: false,
    });
    expect(await schools.importRegister(lead, register)).toMatchObject({
      added: 0,
      changed: 0,
      same: 7,
    });
  });

  it('names the rows and columns that are wrong and takes the rest', async () => {
    const wrong = register
      .toString('latin1')
      .replace('"199001"', '"19900"')
      .replace('"Coldwater Primary"', '""')
      .replace('"Thornmere High"', '"Thornmere"')
      .replace('"199025"', '"199020"');
    const { problems, changed, added } = await council.schools.importRegister(
      council.lead,
      Buffer.from(wrong, 'latin1'),
    );
    expect(problems).toEqual([
      { row: 2, text: 'URN: “19900” is not a number of 6 digits' },
      { row: 4, text: 'EstablishmentName: school 199003 has no name' },
      { row: 8, text: 'URN: school 199020 is in the file twice' },
    ]);
    expect([added, changed]).toEqual([2, 2]);
  });
});

describe('the register of schools', () => {
  beforeAll(fresh);
  afterAll(dropped);

  it.each([
    ['UPN,Name\n1,2\n', 'No row of column headings'],
    [
      'URN,LA (code),EstablishmentNumber,EstablishmentName\n1,2,3,4\n',
      '“TypeOfEstablishment (name)”, “EstablishmentStatus (name)”, “PhaseOfEducation (name)”',
    ],
    ['', 'The file is empty'],
  ])('refuses a file that is not the register: %j', async (file, words) => {
    const before = await council.rows('SELECT * FROM school ORDER BY urn');
    const refusal = await council.schools
      .importRegister(council.lead, Buffer.from(file))
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FileRefused);
    expect((refusal as FileRefused).reasons.join()).toContain(words);
    expect(await council.rows('SELECT * FROM school ORDER BY urn')).toEqual(before);
  });

  it('is searched by name with a slip, number or postcode, open ones only where asked', async () => {
    const { schools, lead } = council;
    const found = async (text: string, openOnly = false) =>
      (await schools.list(lead, { text, openOnly })).map(({ urn }) => urn);
    expect(await found('')).toHaveLength(25);
    expect(await found('', true)).toHaveLength(23);
    expect(await found('Fernholow primry')).toContain('199001');
    expect(await found('8992005')).toEqual(['199005']);
    expect(await found('wm7 1aa')).toEqual(['199007']);
    expect(await found('100%_')).toEqual([]);
    expect(await found("'; DROP TABLE school; --")).toEqual([]);
  });
});

describe('school calendars', () => {
  beforeAll(fresh);
  afterAll(dropped);

  const TERMS = {
    name: 'Academy trust',
    terms: [
      ['2026-09-01', '2026-10-23'],
      ['2026-11-02', '2026-12-18'],
    ],
    inset: ['2026-11-02', '2026-09-01'],
  } as const;
  const service = () => new SchoolCalendars(council.statements);

  it('are added, changed, made the default and given to a school', async () => {
    const { id } = await service().save(council.lead, TERMS);
    await service().save(council.lead, { ...TERMS, id, isDefault: true, name: 'Trust' });
    await service().assign(council.lead, '199001', id);
    expect(await service().list(council.lead)).toMatchObject([
      { id, name: 'Trust', isDefault: true, schools: 1, inset: ['2026-09-01', '2026-11-02'] },
      { isDefault: false },
    ]);
    await service().assign(council.lead, '199001', null);
    await expect(service().assign(council.lead, '199999', id)).rejects.toThrow(RecordNotFound);
    await expect(service().assign(council.lead, '199001', council.lead.id)).rejects.toThrow(
      RecordNotFound,
    );
    await expect(
      service().save(council.lead, { ...TERMS, id: council.lead.id, name: 'None' }),
    ).rejects.toThrow(RecordNotFound);
    await expect(service().save(council.lead, { ...TERMS, name: 'Trust' })).rejects.toMatchObject({
      problems: [{ message: expect.stringContaining('already a calendar of that name') as string }],
    });
  });

  it.each([
    [{ name: ' ' }, 'Enter a name'],
    [{ terms: [] }, 'Enter at least one term'],
    [{ terms: [['2026-09-01', '2026-09-31']] }, 'Term 1: enter a real last day'],
    [{ terms: [['x', '2026-09-30']] }, 'Term 1: enter a real first day'],
    [
      { terms: [['2026-10-01', '2026-09-01']] },
      'Term 1 ends on 1 September 2026, before it starts on 1 October 2026',
    ],
    [{ terms: [['2025-09-01', '2026-12-18']] }, 'Term 1 is longer than a term can be'],
    [
      {
        terms: [
          ['2026-11-02', '2026-12-18'],
          ['2026-09-01', '2026-10-23'],
        ],
      },
      'Term 2 starts before term 1',
    ],
    [
      {
        terms: [
          ['2026-09-01', '2026-11-02'],
          ['2026-11-02', '2026-12-18'],
        ],
      },
      'Term 2 overlaps term 1',
    ],
    [
      { inset: ['2026-10-26'] },
      'The training day 26 October 2026 is not inside a term. The next term starts on 2 November 2026',
    ],
    [{ inset: ['2026-12-21'] }, 'The last term ends on 18 December 2026'],
    [{ inset: ['2026-09-01', '2026-09-01'] }, '1 September 2026 is entered twice'],
    [{ inset: ['soon'] }, 'Training day 1: enter a real date'],
  ])('are refused in words: %j', async (differs, words) => {
    const before = await council.rows('SELECT * FROM school_calendar');
    const refusal = await service()
      .save(council.lead, { ...TERMS, ...differs } as never)
      .catch((error: unknown) => error);
    expect((refusal as BadDetails).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(words),
    ]);
    expect(await council.rows('SELECT * FROM school_calendar')).toEqual(before);
  });
});

it('lists officers by role and team with what they carry, and teams with their members', async () => {
  await fresh();
  const { lead, worker, statements } = council;
  const officers = new Officers(statements);
  const [team] = await council.rows<{ id: string }>(
    "INSERT INTO team (authority, name) VALUES ('899', 'Transition team') RETURNING id",
  );
  await council.rows('UPDATE officer SET team_id = $1 WHERE id = $2', team?.id, worker.id);
  const { childId } = await council.children.add(lead, {
    legalSurname: 'Ashby',
    legalForename: 'Rowan',
    dob: '1/10/2015',
    urn: '199001',
  });
  await council.openCase(lead, {
    childId,
    occurredOn: '2026-11-20',
    commandKey: 'k',
    payload: { nominatorRole: 'senco', reasons: ['anxiety'], ncYear: 6, parentAware: true },
  });
  await council.rows('UPDATE send_case SET owner_id = $1', worker.id);
  expect(await officers.list(lead, { role: 'y6_worker' })).toEqual([
    {
      id: worker.id,
      name: 'Tamsin Adeyemi',
      email: `${worker.id}@example.org`,
      roles: ['y6_worker'],
      teamId: team?.id,
      teamName: 'Transition team',
      caseloadMax: 12,
      openCases: 1,
      active: true,
      schoolUrn: null,
    },
  ]);
  expect(await officers.list(lead, { teamId: team?.id })).toHaveLength(1);
  expect(await officers.list(lead)).toHaveLength(2);
  expect(await officers.teams(lead)).toEqual([
    { id: team?.id, name: 'Transition team', members: 1 },
  ]);
  expect(await officers.find(lead, worker.id)).toMatchObject({ name: 'Tamsin Adeyemi' });
  expect(await officers.find(lead, 'nobody')).toBeUndefined();
  await dropped();
});
