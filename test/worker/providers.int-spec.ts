import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type Actor } from '@app/access';
import { type Recorded } from '@app/casework';
import { FixedClock, londonInstant } from '@app/statutory-calendar';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseAt, aChild, aDoor, anAuthority, anOfficer } from '../support/given';
import { linesOf, SETTINGS } from './a-message';
import { aWorker, type AWorker } from './a-worker';
import { notifyEnv, NotifyService } from './notify-service';

let db: TestDatabase;
let officer: Actor;
const clock = new FixedClock('2026-10-05T09:00:00Z');

beforeAll(async () => {
  db = await aTestDatabase();
  await anAuthority(db.statements);
  await db.statements.run('', 'UPDATE authority SET settings = $1', [JSON.stringify(SETTINGS)]);
  officer = await anOfficer(db.statements, 'Sam Ellis', ['ehc_officer', 'send_manager']);
});
afterAll(() => db.drop());

async function aRequest(): Promise<Recorded> {
  clock.set(londonInstant('2026-10-05', '10:00'));
  return aCaseAt(
    aDoor(db.statements, '2026-10-05'),
    officer,
    'ehc_needs_assessment',
    await aChild(db.statements),
    [['2026-10-05', 'REQUEST_RECEIVED']],
  );
}
const statusOf = async (subject: Recorded, recipient: string) =>
  (await linesOf(db.statements, subject)).find((line) => line.recipient.startsWith(recipient));
const leasesRunOut = () =>
  db.statements.run(
    '',
    "UPDATE message SET lease_until = clock_timestamp() - interval '1 hour' WHERE lease_until IS NOT NULL",
    [],
  );

/** A real mail server: what it has taken, and how it is to behave. */
class MailServer {
  readonly taken: { to: string; text: string }[] = [];
  refusing: 'nobody' | 'school' = 'nobody';
  silent = false;
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const isRefused = this.refusing === 'school' && address.startsWith('office@');
      done(
        isRefused ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : undefined,
      );
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        this.taken.push({
          to: envelope.rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(parts).toString(),
        });
        if (!this.silent) done();
      });
    },
  });

  start(): Promise<string> {
    this.server.on('error', () => undefined);
    return new Promise((resolve) => {
      const server = this.server.listen(0, '127.0.0.1', () =>
        resolve(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`),
      );
    });
  }

  stop = () => new Promise<void>((resolve) => this.server.close(resolve));
}

describe('by SMTP', () => {
  const server = new MailServer();
  let worker: AWorker;
  beforeAll(async () => {
    worker = await aWorker(db, clock, {
      env: {
        SMTP_URL: await server.start(),
        MAIL_FROM: 'send@wendmoor.example',
        LEASE_SECONDS: '3',
        GRACE_SECONDS: '0',
      },
    });
  });
  afterAll(async () => {
    await worker.stop();
    await server.stop();
  });

  it('a mail server receives exactly one mail for each reader', async () => {
    const subject = await aRequest();
    await worker.settle();
    await worker.settle();
    const family = await statusOf(subject, 'family');
    expect(family).toMatchObject({ status: 'sent', attempts: 1 });
    const mails = server.taken.filter(({ to }) => to === family!.address);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toMatch(/From: send@wendmoor\.example/);
    expect(mails[0]!.text).toMatch(/Message-ID: <[0-9a-f]{32}@wendmoor\.example>/);
    expect(server.taken).toHaveLength(4);
  });

  it('a refused address fails once, with a task', async () => {
    server.refusing = 'school';
    const subject = await aRequest();
    await worker.settle();
    server.refusing = 'nobody';
    expect(await statusOf(subject, 'school')).toMatchObject({
      status: 'failed',
      trouble: 'The mail server refused this address or message.',
    });
    expect(await statusOf(subject, 'family')).toMatchObject({ status: 'sent' });
    expect(
      await db.statements.run(
        '',
        "SELECT text FROM task WHERE case_id = $1 AND source_key LIKE 'stuck:%'",
        [subject.caseId],
      ),
    ).toEqual([{ text: '“Request for an assessment received” could not be sent' }]);
  });

  it('a lost answer is never sent again by itself: it stays in doubt, for a person', async () => {
    server.silent = true;
    const subject = await aRequest();
    const before = server.taken.length;
    await worker.settle();
    server.silent = false;
    await leasesRunOut();
    await worker.settle();
    await worker.settle();
    expect(await statusOf(subject, 'family')).toMatchObject({ status: 'in_doubt' });
    expect(server.taken.length - before).toBe(4);
  });

  it('a server that is away delays mail and loses none', async () => {
    const away = await aWorker(db, clock, {
      env: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'send@wendmoor.example' },
    });
    const subject = await aRequest();
    await away.settle();
    await away.stop();
    expect(await statusOf(subject, 'family')).toMatchObject({
      status: 'due',
      attempts: 1,
      trouble: 'The mail server does not answer.',
    });
    clock.set(londonInstant('2026-10-05', '10:01'));
    await worker.settle();
    expect(await statusOf(subject, 'family')).toMatchObject({ status: 'sent', attempts: 2 });
  });

  it('a letter that nobody prints becomes a task to print it', async () => {
    const subject = await aRequest();
    await db.statements.run(
      '',
      "UPDATE contact SET address = '1 Mill Lane, WM1 1AA' WHERE child_id = (SELECT child_id FROM send_case WHERE id = $1)",
      [subject.caseId],
    );
    await worker.settle();
    clock.set(londonInstant('2026-10-05', '10:20'));
    await worker.settle();
    expect(await statusOf(subject, 'family')).toMatchObject({ channel: 'letter', status: 'sent' });
    expect(
      await db.statements.run(
        '',
        "SELECT text, for_role FROM task WHERE case_id = $1 AND source_key LIKE 'print:%'",
        [subject.caseId],
      ),
    ).toHaveLength(1);
  });
});

describe('by GOV.UK Notify', () => {
  const service = new NotifyService();
  let worker: AWorker;
  beforeAll(async () => {
    worker = await aWorker(db, clock, {
      env: { ...notifyEnv(await service.start()), GRACE_SECONDS: '0' },
    });
  });
  afterAll(async () => {
    await worker.stop();
    await service.stop();
  });

  it('each message goes once, with the ledger’s key as its reference', async () => {
    const subject = await aRequest();
    await worker.settle();
    await worker.settle();
    const family = await statusOf(subject, 'family');
    expect(family).toMatchObject({ status: 'sent' });
    expect(service.taken.filter(({ reference }) => reference === family!.key)).toHaveLength(1);
    expect(service.taken.map(({ personalisation }) => personalisation.body).join()).toContain(
      'Our reference: EHC-',
    );
  });

  it('a lost answer is found again by its reference, and not sent twice', async () => {
    service.answer = 'lost';
    const subject = await aRequest();
    await worker.settle();
    service.answer = 'well';
    expect(await statusOf(subject, 'family')).toMatchObject({ status: 'sending' });
    await leasesRunOut();
    await worker.settle();
    const family = await statusOf(subject, 'family');
    expect(family).toMatchObject({ status: 'sent' });
    expect(service.taken.filter(({ reference }) => reference === family!.key)).toHaveLength(1);
  });

  it('“slow down” waits, and a refusal fails', async () => {
    service.answer = 429;
    const subject = await aRequest();
    await worker.settle();
    expect(await statusOf(subject, 'family')).toMatchObject({
      status: 'due',
      trouble: 'Notify asks us to slow down.',
    });
    service.answer = 400;
    clock.set(londonInstant('2026-10-05', '10:05'));
    await worker.settle();
    service.answer = 'well';
    expect(await statusOf(subject, 'family')).toMatchObject({
      status: 'failed',
      trouble: 'Notify refused it (answer 400).',
    });
  });
});
