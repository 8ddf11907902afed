import { aWebsite, type Person, wordsOf } from '../support/a-website';
import { aWorkbook } from '../support/a-workbook';
import { anOfficer } from '../support/given';
import { aFeedCouncil, csvOf, type FeedCouncil, upnOf } from '../attendance/a-feed';

let council: FeedCouncil;
let site: Awaited<ReturnType<typeof aWebsite>>;
let analyst: Person;
beforeAll(async () => {
  council = await aFeedCouncil('2026-11-20');
  await council.aPupil(1);
  site = await aWebsite(council.db.url, '2026-11-20');
  analyst = await site.signedIn(council.analyst);
}, 60_000);
afterAll(async () => {
  await site.close();
  await council.db.drop();
});

const upload = (kind: string, bytes: Buffer, name = 'export.csv') =>
  analyst.upload(`/imports/feeds/${kind}`, { field: kind, name, bytes });
const line = (serial: number, more: Record<string, string> = {}) => ({
  UPN: upnOf(serial),
  DOB: '01/10/2013',
  Category: 'SUSP',
  'Start date': '10/11/2026',
  Sessions: '3',
  ...more,
});

describe('bringing in attendance and suspensions', () => {
  let file = '';

  it('offers an empty file for each feed', async () => {
    const home = await analyst.get('/imports/feeds');
    expect(home.status).toBe(200);
    for (const kind of ['attendance_sessions', 'attendance_summary', 'suspensions']) {
      const { text, headers } = await analyst.get(`/imports/feeds/${kind}/template`);
      expect(text).toContain('LAESTAB,UPN');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
      const empty = await upload(kind, Buffer.from(text));
      expect([empty.status, wordsOf(empty.text)]).toEqual([
        422,
        expect.stringContaining('There are headings and no rows below them'),
      ]);
    }
    expect((await analyst.get('/imports/feeds/other/template')).status).toBe(404);
  });

  it.each<[string, Buffer, string]>([
    ['no file', Buffer.alloc(0), 'Choose a CSV file or an Excel workbook'],
    ['no headings', Buffer.from('a,b\n1,2\n'), 'No row of column headings was found'],
    [
      'a column missing',
      Buffer.from('UPN,Category,Start date\nx,y,z\n'),
      'This column is missing: “LAESTAB”',
    ],
    ['a damaged workbook', aWorkbook([['UPN']]).subarray(0, 90), 'This workbook cannot be opened'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'This is a PDF'],
  ])('refuses %s in words and keeps nothing', async (_, bytes, words) => {
    const seen = await upload('suspensions', bytes, bytes.length ? 'x.csv' : '');
    expect([seen.status, wordsOf(seen.text)]).toEqual([422, expect.stringContaining(words)]);
    expect(await council.count('import_file')).toBe(0);
  });

  it('shows what would happen to each row before anything is kept', async () => {
    const rows = [
      line(1),
      line(1, { 'Start date': '11/11/2026', 'End date': '10/11/2026' }),
      line(1, { LAESTAB: '8990000' }),
      line(2),
    ];
    const sent = await upload('suspensions', csvOf('suspensions', rows), 'Rowan Ashby.csv');
    expect(sent.status).toBe(303);
    file = sent.location ?? '';
    expect(file).not.toContain('Rowan');
    const seen = wordsOf((await analyst.get(file)).text);
    expect(seen).toContain('2 of 4 rows can be kept. Nothing is kept yet. 2 rows are set aside');
    expect(seen).toContain('It ends before it starts. Check the two dates');
    expect(seen).toContain('There is no school 8990000 in the register');
    expect(seen).toContain(
      'Nobody on record has this UPN, or this name and date of birth. A person decides who it is',
    );
    expect(await council.count('suspension')).toBe(0);
  });

  it('keeps the good rows, and hands out those to fix', async () => {
    await analyst.post(`${file}/add`);
    expect(wordsOf((await analyst.get(file)).text)).toContain('2 of 4 rows were kept.');
    expect(await council.count('suspension')).toBe(2);
    const errors = await analyst.get(`${file}/rows-to-fix`);
    expect(errors.text).toContain('Row 3. End date: It ends before it starts');
    const again = await upload(
      'suspensions',
      csvOf('suspensions', [
        line(1),
        line(1, { 'Start date': '11/11/2026', 'End date': '10/11/2026' }),
        line(1, { LAESTAB: '8990000' }),
        line(2),
      ]),
    );
    expect(again.location).toBe(file);
    expect(wordsOf((await analyst.get(file)).text)).toContain('This file came before.');
    expect(await council.count('suspension')).toBe(2);
  });

  it('asks who is meant, and keeps the answer', async () => {
    const seen = await analyst.get('/imports/matches');
    expect(wordsOf(seen.text)).toContain('1 pupil waits');
    const action = /action="(\/imports\/matches\/[0-9a-f-]{36})"/.exec(seen.text)?.[1] ?? '';
    const none = await analyst.post(action, { child: '' });
    expect(none.status).toBe(303);
    expect(wordsOf((await analyst.get('/imports/matches')).text)).toContain('Nothing was changed.');
    const [child] = await council.rows<{ id: string }>('SELECT id FROM child LIMIT 1');
    await analyst.post(action, { child: child?.id ?? '' });
    const decided = wordsOf((await analyst.get('/imports/matches')).text);
    expect(decided).toContain('Your decision is kept.');
    expect(decided).toContain('Nobody waits');
    await analyst.post(action, { child: 'none' });
    expect(wordsOf((await analyst.get('/imports/matches')).text)).toContain(
      'somebody else has decided',
    );
    expect(
      await council.rows(`SELECT match, decided_by AS by FROM feed_pupil WHERE match <> 'auto'`),
    ).toEqual([{ match: 'decided', by: council.analyst.id }]);
  });

  it('accepts at once everybody whose UPN fits where no date of birth was sent', async () => {
    await council.aPupil(30);
    await council.load('suspensions', [
      line(30, { DOB: '' }),
      line(1, { DOB: '', 'Start date': '12/11/2026', Sessions: '1' }),
    ]);
    expect(wordsOf((await analyst.get('/imports/matches')).text)).toContain(
      'The UPN is on record; no date of birth was sent',
    );
    await analyst.post('/imports/matches/accept-same-upn');
    expect(wordsOf((await analyst.get('/imports/matches')).text)).toContain('1 pupil is matched.');
  });

  it('lists schools whose data is missing, and rows set aside', async () => {
    const seen = wordsOf((await analyst.get('/imports/data-quality')).text);
    expect(seen).toContain('(3 of 3)');
    expect(seen).toContain('Fernhollow Primary Nothing came yet');
    expect(seen).toContain('Suspensions and exclusions 20 November 2026 2');
    await council.load('attendance_sessions', [
      { UPN: upnOf(1), DOB: '01/10/2013', Date: '05/11/2026', Session: 'AM', Code: '/' },
    ]);
    expect(wordsOf((await analyst.get('/imports/data-quality')).text)).not.toContain(
      'Fernhollow Primary Nothing',
    );
  });

  it('is for those who look after the data; the rules are for everybody', async () => {
    const senco = await site.signedIn(
      await anOfficer(council.statements, 'Lorcan Beck', ['school_senco']),
    );
    for (const page of ['/imports/feeds', '/imports/matches', '/imports/data-quality', file])
      expect([page, (await senco.get(page)).status]).toEqual([page, 403]);
    const rules = wordsOf((await senco.get('/how-children-are-found')).text);
    expect(rules).toContain(
      '10 or more suspended days in secondary school, 5 or more in primary school',
    );
    expect(rules).toContain('No rule and no score looks at ethnicity');
  });
});
