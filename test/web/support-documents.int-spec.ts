import { aScanner, SIGNATURE_OF_A_TEST_VIRUS } from './a-scanner';
import { type Typed } from '../support/a-website';
import { aSupportedCase, dayOf, type Supported, words } from './support-given';

const page = (given: Supported) => given.url('/documents');
const about: Typed = {
  kind: 'ep_report',
  authorRole: 'Educational psychologist',
  ...dayOf('datedOn', '2026-12-03'),
};
const pdf = (content: string) => Buffer.from(`%PDF-1.7\n${content}`);
const send = (
  given: Supported,
  bytes: Buffer,
  {
    name = 'Rafi Dunmore EP report.pdf',
    typed = about,
    who = 'rhys',
  }: { name?: string; typed?: Typed; who?: 'rhys' | 'dpo' | 'stranger' } = {},
) => given.people[who].upload(`${page(given)}/add`, { field: 'file', name, bytes }, typed);
const newest = async (given: Supported) =>
  (
    await given.rows<{ id: string; scan: string; format: string; size: number }>(
      'SELECT id, scan, format, size FROM document WHERE removed_on IS NULL ORDER BY added_at DESC, id LIMIT 1',
    )
  )[0]!;

describe('documents without a scanner', () => {
  let given: Supported;
  beforeAll(async () => {
    given = await aSupportedCase();
  }, 120_000);
  afterAll(() => given?.close());

  it('says that there is none', async () => {
    expect(words(await given.people.rhys.get(page(given)))).toContain(
      'No document has been added yet.',
    );
  });

  it('keeps a file and hands it out as a download that names nobody', async () => {
    const bytes = pdf('A report about lunch.');
    expect((await send(given, bytes)).location).toBe(page(given));
    const { id, format, size } = await newest(given);
    expect([format, size]).toEqual(['pdf', bytes.length]);
    const list = await given.people.rhys.get(page(given));
    expect(words(list)).toContain('Not checked for viruses: no scanner is set up');
    expect(list.text).not.toContain('Rafi Dunmore EP report.pdf');
    const file = await given.people.dpo.get(`${page(given)}/${id}`);
    expect([file.status, file.text]).toEqual([200, bytes.toString()]);
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${given.reference}-ep-report-2026-12-03.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const looks = await given.rows<{ page: string }>(
      'SELECT page FROM access_log WHERE officer_id = $1 ORDER BY id DESC LIMIT 1',
      [given.officers.dpo.id],
    );
    expect(looks).toEqual([{ page: 'a document' }]);
  });

  it('looks at the bytes and not at the name, keeps what was typed and keeps no file', async () => {
    const before = await given.count('document_content');
    const program = await send(given, Buffer.from('MZ\u0000\u0001program'), { name: 'report.pdf' });
    expect([program.status, words(program)]).toEqual([
      422,
      expect.stringContaining('Choose a PDF, a Word document without macros'),
    ]);
    expect(program.text).toContain('value="Educational psychologist"');
    expect(program.text).toContain('href="#file"');
    const wrong: [Buffer, Typed, string][] = [
      [Buffer.alloc(0), about, 'Choose a file'],
      [pdf('x'), { ...about, kind: '' }, 'What is it?'],
      [pdf('x'), { ...about, ...dayOf('datedOn', '2027-01-13') }, 'Today or earlier'],
      [pdf('A report about lunch.'), about, 'This file is here already'],
    ];
    for (const [bytes, typed, sentence] of wrong) {
      const answer = await send(given, bytes, { typed });
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    }
    expect((await send(given, Buffer.concat([pdf(''), Buffer.alloc(10_485_760)]))).status).toBe(
      413,
    );
    expect(await given.count('document_content')).toBe(before);
  });

  it('is taken away with a reason by whoever added it or leads the work, and its bytes go', async () => {
    const { lowri, rhys } = given.people;
    await given.people.lowri.upload(
      `${page(given)}/add`,
      { field: 'file', name: 'wrong.pdf', bytes: pdf('about another child') },
      about,
    );
    const { id } = await newest(given);
    const at = `${page(given)}/${id}`;
    expect((await rhys.post(`${at}/take-away`, { why: 'Not mine' })).status).toBe(403);
    expect((await lowri.post(`${at}/take-away`, { why: '' })).status).toBe(422);
    expect((await rhys.get(at)).status).toBe(200);
    expect(
      (await lowri.post(`${at}/take-away`, { why: 'It is about another child' })).location,
    ).toBe(page(given));
    expect((await rhys.get(at)).status).toBe(404);
    expect((await lowri.post(`${at}/take-away`, { why: 'Again' })).status).toBe(404);
    expect(words(await rhys.get(page(given)))).toContain(
      'Taken away by Lowri Penn, 12 January 2027: It is about another child',
    );
    expect(await given.rows('SELECT 1 FROM document_content WHERE document_id = $1', [id])).toEqual(
      [],
    );
  });

  it('is added, listed, opened and taken away by a program, once for each key', async () => {
    const { lorcan, rhys, stranger } = given.people;
    const at = `/api/cases/${given.reference}/documents`;
    const file = { field: 'file', name: 'a.pdf', bytes: pdf('from a program') };
    const typed = { kind: 'health', datedOn: '2026-12-04', authorRole: 'Paediatrician' };
    const add = (more = {}, who = rhys) =>
      who.upload(at, { ...file, ...more }, typed, { 'idempotency-key': 'doc-1' });
    const wrong = await rhys.upload(at, { ...file, bytes: Buffer.from('MZ') }, typed);
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Choose a PDF')]);
    const blank = await rhys.upload(at, file, { ...typed, kind: '' });
    expect([blank.status, blank.text]).toEqual([422, expect.stringContaining('What is it?')]);
    const [one, other] = [await add(), await add()];
    expect([one.status, other.status, other.text]).toEqual([201, 201, one.text]);
    expect((await add({ bytes: pdf('other bytes') })).status).toBe(422);
    const { id } = JSON.parse(one.text) as { id: string };
    expect((await rhys.get(at)).text).toContain(id);
    expect((await rhys.get(`${at}/${id}`)).headers['content-type']).toBe('application/pdf');
    for (const url of [at, `${at}/${id}`]) {
      expect((await stranger.get(url)).status).toBe(404);
      expect((await lorcan.get(url)).status).toBe(403);
    }
    expect((await add({}, stranger)).status).toBe(404);
    const withdraw = (why: string, who = rhys) =>
      who.send('POST', `${at}/${id}/withdrawal`, { why });
    expect((await withdraw('')).status).toBe(422);
    expect((await withdraw('Sent twice')).status).toBe(201);
    expect((await rhys.get(`${at}/${id}`)).status).toBe(404);
    expect((await rhys.get(at)).text).toContain('Sent twice');
  });

  it('is not there for people who may not know of the case, nor added to by those who only read', async () => {
    const before = await given.count('document');
    const { id } = await newest(given);
    const { stranger, lorcan, rhys } = given.people;
    expect((await stranger.get(page(given))).status).toBe(404);
    expect((await stranger.get(`${page(given)}/${id}`)).status).toBe(404);
    expect((await send(given, pdf('new'), { who: 'stranger' })).status).toBe(404);
    expect((await send(given, pdf('new'), { who: 'dpo' })).status).toBe(403);
    expect((await lorcan.get(`${page(given)}/${id}`)).status).toBe(403);
    expect((await rhys.get(`${page(given)}/${given.caseId}`)).status).toBe(404);
    expect(await given.count('document')).toBe(before);
  });
});

describe('documents with a scanner', () => {
  let given: Supported;
  let scanner: Awaited<ReturnType<typeof aScanner>>;
  beforeAll(async () => {
    scanner = await aScanner();
    given = await aSupportedCase({ CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(scanner.port) });
  }, 120_000);
  afterAll(async () => {
    await given?.close();
    await scanner?.close();
  });

  it('keeps nothing of a file in which it finds something', async () => {
    const bad = await send(given, pdf(`${'long '.repeat(40_000)}${SIGNATURE_OF_A_TEST_VIRUS}`));
    expect([bad.status, words(bad)]).toEqual([
      422,
      expect.stringContaining('The virus check found something in this file'),
    ]);
    expect(await given.count('document')).toBe(0);
  });

  it('hands out at once what is clean', async () => {
    await send(given, pdf('clean'));
    const { id, scan } = await newest(given);
    expect(scan).toBe('clean');
    expect((await given.people.rhys.get(`${page(given)}/${id}`)).status).toBe(200);
    expect(words(await given.people.rhys.get(page(given)))).not.toContain('virus');
  });

  it('holds a file back while the scanner is silent, and looks again when somebody opens it', async () => {
    scanner.silence(true);
    await send(given, pdf('later clean'));
    const { id, scan } = await newest(given);
    const held = await given.people.rhys.get(`${page(given)}/${id}`);
    expect([scan, held.status, held.location]).toEqual(['waiting', 303, page(given)]);
    expect(words(await given.people.rhys.get(page(given)))).toContain(
      'This document cannot be opened before the virus check has passed it.',
    );
    scanner.silence(false);
    expect((await given.people.rhys.get(`${page(given)}/${id}`)).status).toBe(200);
    expect((await newest(given)).scan).toBe('clean');
  });

  it('drops the bytes of a file in which something is found later', async () => {
    scanner.silence(true);
    await send(given, pdf(SIGNATURE_OF_A_TEST_VIRUS));
    const { id } = await newest(given);
    scanner.silence(false);
    expect((await given.people.rhys.get(`${page(given)}/${id}`)).status).toBe(303);
    expect((await newest(given)).scan).toBe('infected');
    expect(await given.rows('SELECT 1 FROM document_content WHERE document_id = $1', [id])).toEqual(
      [],
    );
    expect(words(await given.people.rhys.get(page(given)))).toContain('The file was deleted');
  });
});
