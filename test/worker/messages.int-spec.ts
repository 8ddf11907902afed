import { type Actor } from '@app/access';
import { CaseworkService, PolicyPacks, type Recorded } from '@app/casework';
import {
  MessageDesk,
  MessageLedger,
  type Outgoing,
  OutboxPost,
  type Post,
  PostOffice,
  Settlement,
} from '@app/letters';
import { type CalendarDay, FixedClock, londonInstant } from '@app/statutory-calendar';
import { LostAndFound } from '../../apps/worker/src/messages/lost-and-found.service';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { deliveries, linesOf, SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';

/** A provider whose worker dies at a chosen point: before it is asked, or after it has taken the message and before it answers. */
class DyingPost implements Post {
  readonly name = 'test';
  readonly remembers = true;
  dies: 'before' | 'after' | 'never' = 'never';
  unreachable = false;

  constructor(private readonly inner: OutboxPost) {}

  async send(message: Outgoing): Promise<void> {
    if (this.dies === 'before') throw new Error('the worker was killed');
    await this.inner.send(message);
    if (this.dies === 'after') throw new Error('the worker was killed');
  }

  async find(reference: string) {
    return this.unreachable ? ('cannot_tell' as const) : this.inner.find(reference);
  }
}

let db: TestDatabase;
let officer: Actor;
let clock: FixedClock;
let post: DyingPost;
let worker: AWorker;
let other: AWorker;

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await rows('UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer', 'send_manager']);
  clock = new FixedClock('2026-10-05T09:00:00Z');
  post = new DyingPost(new OutboxPost(db.statements, clock));
  const wanted = { posts: new PostOffice(post), env: { GRACE_SECONDS: '0' } };
  worker = await aWorker(db, clock, wanted);
  other = await aWorker(db, clock, wanted);
});
afterAll(async () => {
  await Promise.all([worker, other].map((it) => it.stop()));
  await db.drop();
});
beforeEach(() => {
  post.dies = 'never';
  post.unreachable = false;
});

const rows = (sql: string, values: unknown[] = []) => db.statements.run('', sql, values);
const at = (day: CalendarDay, time = '10:00') => clock.set(londonInstant(day, time));
const statusesOf = async (subject: Recorded) =>
  (await linesOf(db.statements, subject)).map(
    ({ recipient, status }) => `${recipient.split(':')[0]} ${status}`,
  );

/** A request received today; its N-50 waits to be written. */
async function aRequest(day: CalendarDay = '2026-10-05'): Promise<Recorded> {
  const subject = await aCaseAt(
    aDoor(db.statements, day),
    officer,
    'ehc_needs_assessment',
    await aChild(db.statements),
    [[day, 'REQUEST_RECEIVED']],
  );
  at(day);
  return subject;
}

async function leasesRunOut(): Promise<void> {
  await rows(
    "UPDATE message SET lease_until = clock_timestamp() - interval '1 second' WHERE lease_until IS NOT NULL",
  );
}

describe('what a step leaves behind', () => {
  it('becomes one line for each reader, and leaves once though two workers look', async () => {
    const subject = await aRequest();
    await Promise.all([worker.settle(), other.settle()]);
    await Promise.all([other.settle(), worker.settle()]);

    expect(await statusesOf(subject)).toEqual([
      'family sent',
      'health sent',
      'school sent',
      'social_care sent',
    ]);
    const mails = (await deliveries(db.statements)).filter(({ reference }) =>
      reference.startsWith(subject.caseId),
    );
    const outside = mails.filter(({ address }) => !address.includes('@family.example.org'));
    expect(outside.map(({ address }) => address).sort()).toEqual([
      'dco@nhs.example',
      'duty@care.example',
      'office@199001.example.org',
    ]);
    const family = mails.find(({ address }) => address.includes('family'))!;
    expect(family.body).toContain('By Monday 16 November 2026: we tell you if we will assess.');
    expect(family.body).toContain('01632 960100');
    for (const mail of mails.filter((it) => it !== family))
      expect(`${mail.subject} ${mail.body}`).not.toMatch(/Rowan|Ashby|Ewa/);
  });

  it('leaves with the names that the council gives to things', async () => {
    const second = await anOfficer(db.statements, 'Ida Rowe', ['send_manager']);
    const subject = await aRequest('2026-10-06');
    await worker.settle();
    const values = [JSON.stringify({ EBSNA: 'EBSA' }), officer.id, second.id];
    await rows(
      `INSERT INTO policy_pack (authority, pathway, version, valid_from, words, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
       SELECT code, 'ebsna', 1, '2026-09-01', $1, 'Our name', $2, now(), 'approved', $3, now() FROM authority`,
      values,
    );
    await rows(
      "UPDATE message SET status = 'due', sent_at = NULL, key = key || ':said', body = $2 WHERE case_id = $1 AND recipient LIKE 'school%'",
      [subject.caseId, 'About \u2060EBSNA. Somebody typed EBSNA.'],
    );
    at('2026-10-07');
    worker.app.get(PolicyPacks).forget();
    await worker.settle();
    const said = (await deliveries(db.statements)).find(({ reference }) =>
      reference.endsWith(':said'),
    );
    expect(said?.body).toBe('About EBSA. Somebody typed EBSNA.');
    await rows('DELETE FROM policy_pack');
    worker.app.get(PolicyPacks).forget();
  });

  it('becomes a task where there is no address', async () => {
    await rows("UPDATE authority SET settings = settings #- '{addresses,health}'");
    const subject = await aRequest();
    await worker.settle();
    await rows('UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
    expect(await statusesOf(subject)).toEqual(['family sent', 'school sent', 'social_care sent']);
    expect(
      await rows("SELECT text FROM task WHERE case_id = $1 AND source_key LIKE 'no-address:%'", [
        subject.caseId,
      ]),
    ).toEqual([
      { text: 'No address for health services: “Request for an assessment received” was not sent' },
    ]);
  });

  it('keeps quiet at night: the family hears at 8:30am of the next working day', async () => {
    const subject = await aRequest('2026-10-10'); // a Saturday
    await worker.settle();
    const [family] = await linesOf(db.statements, subject);
    expect(family).toMatchObject({ status: 'due', due_at: londonInstant('2026-10-12', '08:30') });
    at('2026-10-12', '08:31');
    await worker.settle();
    expect(await statusesOf(subject)).toEqual([
      'family sent',
      'health sent',
      'school sent',
      'social_care sent',
    ]);
  });

  it('lets a letter wait 15 minutes, in which it can be stopped', async () => {
    const subject = await aRequest();
    await rows(
      "UPDATE contact SET address = '1 Mill Lane, Wendmoor, WM1 1AA' WHERE child_id = (SELECT child_id FROM send_case WHERE id = $1)",
      [subject.caseId],
    );
    await worker.settle();
    const [family] = await linesOf(db.statements, subject);
    expect(family).toMatchObject({
      channel: 'letter',
      status: 'due',
      due_at: londonInstant('2026-10-05', '10:15'),
    });
    expect(family!.body).toContain('Rowan');
    expect(await worker.app.get(MessageDesk).stop(officer, family!.id, 'wrong date')).toBe(true);
    at('2026-10-05', '10:16');
    await worker.settle();
    expect((await linesOf(db.statements, subject))[0]).toMatchObject({
      status: 'cancelled',
      trouble: 'Stopped by Sam Ellis: wrong date',
    });
  });
});

describe('a worker that dies while it sends', () => {
  it.each(['before', 'after'] as const)(
    '%s the provider has it: each message arrives once',
    async (moment) => {
      const subject = await aRequest();
      await worker.rounds.look('instructions');
      await worker.rounds.rest();
      post.dies = moment;
      await worker.rounds.look('messages');
      const before = await statusesOf(subject);
      expect(
        before.every((line) => line.endsWith('sending')) ||
          before.every((line) => line.endsWith('sent')),
      ).toBe(true);

      post.dies = 'never';
      await leasesRunOut();
      await Promise.all([worker.app.get(LostAndFound).run(), other.app.get(LostAndFound).run()]);
      await Promise.all([worker.settle(), other.settle()]);
      expect(await statusesOf(subject)).toEqual([
        'family sent',
        'health sent',
        'school sent',
        'social_care sent',
      ]);
      const mine = (await deliveries(db.statements)).filter(({ reference }) =>
        reference.startsWith(subject.caseId),
      );
      expect(mine).toHaveLength(4);
    },
  );

  it('after claiming: whoever took over settles it, the sleeper no more', async () => {
    const subject = await aRequest();
    post.dies = 'before';
    await worker.rounds.look('instructions');
    await worker.rounds.rest();
    await rows(
      "UPDATE message SET status = 'due', token = NULL, lease_until = NULL WHERE case_id = $1",
      [subject.caseId],
    );
    const [claimed] = await worker.app.get(MessageLedger).claim(1, 900);
    await leasesRunOut();
    post.dies = 'never';
    await other.settle();
    expect(await worker.app.get(Settlement).failed(claimed!, 'I woke up late')).toBe(false);
    await other.settle();
    expect(new Set(await statusesOf(subject))).toEqual(
      new Set(['family sent', 'health sent', 'school sent', 'social_care sent']),
    );
  });

  it('and a provider that does not answer leaves it in doubt, with a task, until it does', async () => {
    const subject = await aRequest();
    post.dies = 'after';
    await worker.rounds.look('instructions');
    await worker.rounds.rest();
    await worker.rounds.look('messages');
    await leasesRunOut();
    post.unreachable = true;
    await worker.rounds.look('messages');
    expect(await statusesOf(subject)).toEqual([
      'family in_doubt',
      'health in_doubt',
      'school in_doubt',
      'social_care in_doubt',
    ]);
    expect(
      await rows("SELECT 1 FROM task WHERE case_id = $1 AND source_key LIKE 'stuck:%'", [
        subject.caseId,
      ]),
    ).toHaveLength(4);

    post.unreachable = false;
    await leasesRunOut();
    await worker.rounds.look('messages');
    expect(await statusesOf(subject)).toEqual([
      'family sent',
      'health sent',
      'school sent',
      'social_care sent',
    ]);
  });
});

describe('a message whose reason has gone', () => {
  it('is cancelled when the case has closed before it could leave', async () => {
    const subject = await aRequest('2026-10-10');
    await worker.settle();
    const { casework, clock: now } = aDoor(db.statements, '2026-10-11');
    now.set('2026-10-11T10:00:00Z');
    await casework.record(officer, subject.reference, {
      type: 'CASE_VOIDED',
      occurredOn: '2026-10-11',
      payload: { reason: 'Opened twice' },
    });
    at('2026-10-12', '09:00');
    await worker.settle();
    expect(new Set(await statusesOf(subject))).toEqual(
      new Set([
        'family cancelled',
        'health cancelled',
        'school cancelled',
        'social_care cancelled',
      ]),
    );
  });

  it('is left alone while the case is being changed, and cancelled once the clock has been met', async () => {
    const subject = await aCaseAt(
      aDoor(db.statements, '2026-10-05'),
      officer,
      'ehc_needs_assessment',
      await aChild(db.statements),
      [
        ['2026-10-05', 'REQUEST_RECEIVED'],
        ['2026-10-28', 'PANEL_LISTED'],
        ['2026-11-04', 'AGREED_TO_ASSESS'],
      ],
    );
    await rows('UPDATE instruction SET done_at = clock_timestamp() WHERE case_id = $1', [
      subject.caseId,
    ]);
    at('2026-12-10', '09:00');
    await Promise.all([worker, other].map((it) => it.rounds.look('clocks'))); // 5 working days before 16 December
    const ledger = worker.app.get(MessageLedger);
    const pool = db.statements;
    await rows(
      "UPDATE message SET status = 'due', sent_at = NULL, token = NULL WHERE case_id = $1 AND notice = 'N-64'",
      [subject.caseId],
    );
    expect(
      (await linesOf(db.statements, subject)).map(
        ({ notice, recipient }) => `${notice} ${recipient}`,
      ),
    ).toContain('N-64 advisers:ep');

    await pool.together(async (tx) => {
      await tx.run('', 'UPDATE send_case SET version = version WHERE id = $1', [subject.caseId]); // somebody is at the door
      const taken = await ledger.claim(50, 900);
      expect(taken.filter(({ caseId }) => caseId === subject.caseId)).toEqual([]);
    });
    const { casework } = aDoor(db.statements, '2026-12-10');
    await casework.record(officer, subject.reference, {
      type: 'ADVICE_RECEIVED',
      occurredOn: '2026-12-10',
      payload: { adviser: 'ep', quality: 'good' },
    });
    await worker.settle();
    const lines = await linesOf(db.statements, subject);
    expect(lines.find(({ recipient }) => recipient === 'advisers:ep')).toMatchObject({
      status: 'cancelled',
      trouble: 'The date has been met or has moved.',
    });
    expect(lines.find(({ recipient }) => recipient === 'advisers:health')).toMatchObject({
      status: 'sent',
    });
  });

  it('is cancelled, with a task, when the reader’s address has gone, and follows a new one', async () => {
    const [gone, moved] = [await aRequest('2026-10-10'), await aRequest('2026-10-10')];
    await worker.settle();
    const contactOf = 'child_id = (SELECT child_id FROM send_case WHERE id = $1)';
    await rows(`UPDATE contact SET email = NULL WHERE ${contactOf}`, [gone.caseId]);
    await rows(`UPDATE contact SET email = 'new@family.example.org' WHERE ${contactOf}`, [
      moved.caseId,
    ]);
    at('2026-10-12', '09:00');
    await worker.settle();
    expect((await linesOf(db.statements, gone))[0]).toMatchObject({
      status: 'cancelled',
      trouble: 'The record no longer has this address.',
    });
    expect(
      await rows("SELECT 1 FROM task WHERE case_id = $1 AND source_key LIKE 'not-sent:%'", [
        gone.caseId,
      ]),
    ).toHaveLength(1);
    expect((await linesOf(db.statements, moved))[0]).toMatchObject({
      status: 'sent',
      address: 'new@family.example.org',
    });
  });
});

describe('a flagged record', () => {
  it('holds what is for the family until a manager releases it to a safe address; the rest goes on', async () => {
    const subject = await aRequest('2026-10-10');
    await worker.settle();
    const { casework } = aDoor(db.statements, '2026-10-12');
    await casework.record(officer, subject.reference, {
      type: 'SAFEGUARDING_FLAGGED',
      occurredOn: '2026-10-12',
      payload: { category: 'other' },
    });
    at('2026-10-12', '09:00');
    await worker.settle();
    const [family] = (await linesOf(db.statements, subject)).filter(({ recipient }) =>
      recipient.startsWith('family'),
    );
    expect(family).toMatchObject({ status: 'for_release' });
    expect(
      await rows(
        "SELECT for_role, due_on FROM task WHERE case_id = $1 AND source_key LIKE 'release:%'",
        [subject.caseId],
      ),
    ).toEqual([{ for_role: 'send_manager', due_on: '2026-10-12' }]);
    expect((await statusesOf(subject)).filter((line) => line.endsWith('sent'))).toEqual(
      expect.arrayContaining(['school sent', 'dsl sent', 'manager sent']),
    );

    await worker.app.get(MessageDesk).release(officer, family!.id, 'safe@family.example.org');
    await worker.settle();
    expect(
      (await linesOf(db.statements, subject)).find(({ id }) => id === family!.id),
    ).toMatchObject({ status: 'sent', address: 'safe@family.example.org' });
  });

  it('stops everything of every case when the child has died', async () => {
    const subject = await aRequest('2026-10-10');
    await worker.settle();
    const casework = worker.app.get(CaseworkService);
    await casework.record(officer, subject.reference, {
      type: 'DECEASED',
      occurredOn: '2026-10-10',
      payload: { date: '2026-10-10', source: 'Social care' },
    });
    at('2026-10-12', '09:00');
    await worker.settle();
    expect((await statusesOf(subject)).filter((line) => !line.endsWith('cancelled'))).toEqual([]);
  });
});

describe('an instruction that cannot be carried out', () => {
  it('is tried five times, then becomes a task, and never holds up other cases', async () => {
    const [bad, good] = [await aRequest(), await aRequest()];
    await rows(
      `UPDATE instruction SET detail = '{"notice":"N-99","to":["family"]}' WHERE case_id = $1`,
      [bad.caseId],
    );
    for (let look = 0; look < 6; look += 1) {
      await worker.settle();
      clock.set(new Date(clock.now().getTime() + 300_000));
    }
    expect(await statusesOf(good)).toEqual([
      'family sent',
      'health sent',
      'school sent',
      'social_care sent',
    ]);
    expect(
      await rows(
        'SELECT attempts, done_at IS NOT NULL AS ended FROM instruction WHERE case_id = $1',
        [bad.caseId],
      ),
    ).toEqual([{ attempts: 5, ended: true }]);
    expect(
      await rows("SELECT text FROM task WHERE case_id = $1 AND source_key LIKE 'instruction:%'", [
        bad.caseId,
      ]),
    ).toEqual([
      { text: 'Causeway could not do this by itself: write the message about the last step' },
    ]);
  });
});
