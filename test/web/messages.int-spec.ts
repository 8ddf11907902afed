import { randomUUID } from 'node:crypto';
import { aBoard, type ABoard, BOARD_DAY } from '../support/an-assessment-board';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { anAuthority, anOfficer, WENDMOOR } from '../support/given';
import { aWebsite, type Person, rowsUnder, wordsOf } from '../support/a-website';

let db: TestDatabase;
let board: ABoard;
let site: Awaited<ReturnType<typeof aWebsite>>;
let manager: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  board = await aBoard(db.statements);
  for (const [name, status] of [
    ['sent', 'sent'],
    ['held', 'for_release'],
    ['lost', 'in_doubt'],
    ['due', 'due'],
  ] as const)
    ids[name] = await aMessage(name, status);
  site = await aWebsite(db.url, BOARD_DAY);
  manager = await site.signedIn(board.manager);
}, 60_000);
afterAll(async () => {
  await site.close();
  await db.drop();
});

async function aMessage(name: string, status: string): Promise<string> {
  const id = randomUUID();
  await db.statements.run(
    '',
    `INSERT INTO message (id, authority, key, case_id, case_version, notice, recipient, channel, address, subject, body, statutory, due_at, status, sent_at)
     SELECT $1, $2, $3, c.id, c.version, 'N-51', 'family:1', 'email', 'ewa@family.example.org', '=SUM(1) about ' || $4, E'First paragraph <b>.\\n\\nSecond paragraph.', true, '2027-01-11T09:00Z', $5, CASE WHEN $5 = 'sent' THEN '2027-01-11T09:05Z'::timestamptz END
     FROM send_case c WHERE c.reference = $6`,
    [id, WENDMOOR, `key-${name}`, name, status, board.cases['Hale']],
  );
  if (status === 'sent') {
    await db.statements.run(
      '',
      "INSERT INTO outbox_delivery (reference, delivered_at, address, subject, body) VALUES ($1, '2027-01-11T14:12Z', 'ewa@family.example.org', 's', 'b')",
      [`key-${name}`],
    );
  }
  return id;
}

describe('the messages', () => {
  it('stand in a list to a role and never to an address', async () => {
    const { text } = await manager.get('/messages');
    const words = wordsOf(text);
    expect(words).toContain('1 message waits for a manager to release. 1 could not be delivered.');
    expect(words).toContain('The family E-mail');
    expect(text).not.toContain('ewa@family.example.org');
    expect(rowsUnder(text, 'role="rowheader"')).toBe(4);
  });

  it('are counted in each list as the list shows them', async () => {
    const { text } = await manager.get('/messages');
    const views = [
      ...text.matchAll(
        /moj-sub-navigation__link" href="([^"]+)"[^>]*>[^<]+<span class="cw-count">(\d+)</g,
      ),
    ];
    expect(views).toHaveLength(6);
    for (const [, href = '', count] of views)
      expect([href, rowsUnder((await manager.get(href)).text, 'role="rowheader"')]).toEqual([
        href,
        Number(count),
      ]);
  });

  it('can be read, with the delivery to the outbox; typed text stays text', async () => {
    const { text } = await manager.get(`/messages/${ids['sent']}`);
    const words = wordsOf(text);
    expect(words).toContain('Delivered to the built-in outbox on 11 January 2027 at 2:12pm');
    expect(words).toContain('ewa@family.example.org');
    expect(text).toContain('First paragraph &lt;b&gt;.');
    const looks = await db.statements.run<{ n: number }>(
      '',
      "SELECT count(*)::int AS n FROM access_log WHERE action = 'message.read' AND child_id IS NOT NULL",
      [],
    );
    expect(looks[0]?.n).toBe(1);
  });

  it('show an address only to those who answer for the case', async () => {
    const other = await anOfficer(db.statements, 'Ola Panel', ['panel_coordinator']);
    const coordinator = await site.signedIn(other);
    const { status, text } = await coordinator.get(`/messages/${ids['sent']}`);
    expect(status).toBe(200);
    expect(text).not.toContain('ewa@family.example.org');
    expect(
      (await coordinator.post(`/messages/${ids['held']}/release`, { reason: 'Safe' })).status,
    ).toBe(403);
  });

  it('are hidden from those who may not see the case', async () => {
    const stranger = await site.signedIn(
      await anOfficer(db.statements, 'Noor Other', ['ehc_officer']),
    );
    expect((await stranger.get(`/messages/${ids['sent']}`)).status).toBe(404);
    expect(wordsOf((await stranger.get('/messages')).text)).toContain('No message is here.');
  });

  it('are released by a manager with a reason, once', async () => {
    const none = await manager.post(`/messages/${ids['held']}/release`, { address: 'Safe House' });
    expect(none.status).toBe(422);
    expect(wordsOf(none.text)).toContain('There is a problem Say why it is safe to send');
    expect(none.text).toContain('value="Safe House"');
    const done = await manager.post(`/messages/${ids['held']}/release`, {
      reason: 'Social worker confirmed',
      address: 'Safe House',
    });
    expect(done.status).toBe(303);
    expect(wordsOf((await manager.get(done.location ?? '')).text)).toContain(
      'The message is released',
    );
    const again = await manager.post(`/messages/${ids['held']}/release`, { reason: 'Twice' });
    expect(wordsOf((await manager.get(again.location ?? '')).text)).toContain(
      'somebody else has dealt with this message',
    );
    const [row] = await db.statements.run<Record<string, unknown>>(
      '',
      'SELECT status, address, released_by FROM message WHERE id = $1',
      [ids['held']],
    );
    expect(row).toEqual({ status: 'due', address: 'Safe House', released_by: board.manager.id });
    const notes = await db.statements.run<{ text: string }>('', 'SELECT text FROM note', []);
    expect(notes[0]?.text).toContain('Social worker confirmed');
  });

  it('are settled when nobody could tell whether they arrived', async () => {
    const done = await manager.post(`/messages/${ids['lost']}/settle`, { act: 'arrived' });
    expect(wordsOf((await manager.get(done.location ?? '')).text)).toContain('Marked as sent.');
  });

  it('are stopped before they leave, with a reason', async () => {
    expect((await manager.post(`/messages/${ids['due']}/stop`)).status).toBe(422);
    const done = await manager.post(`/messages/${ids['due']}/stop`, { stopReason: 'Wrong letter' });
    expect(wordsOf((await manager.get(done.location ?? '')).text)).toContain(
      'The message is stopped.',
    );
  });

  it('can be downloaded, and no cell is a formula', async () => {
    const { text } = await manager.get('/messages/download');
    expect(text.trim().split('\r\n')).toHaveLength(5);
    expect(text).toContain(`'=SUM(1) about`);
  });
});
