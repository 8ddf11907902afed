import { Calendars } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { titleOf } from '../notices';
import {
  type CaseStanding,
  type ClaimedMessage,
  type ContactStanding,
  type DueMessage,
} from './message';
import { forWorker, type NewTask, openTasks } from './new-task';
import { CANCEL, CASES, CLOCKS_OPEN, CONTACTS, DUE, HOLD, TAKE } from './claim.sql';
import { isForFamily, type Verdict, verdictOn } from './verdict';

interface Judged {
  readonly message: DueMessage;
  readonly subject: CaseStanding | undefined;
  readonly verdict: Verdict;
}

/** The ledger of what is said to people: each line leaves once, and only while its reason stands (protocol A6.4). */
@Injectable()
export class MessageLedger {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  /**
   * Takes due lines for `leaseSeconds`: due becomes sending. In the same transaction the reason is judged again,
   * with the case locked against change; what has lost its reason is cancelled, what needs a person is held.
   */
  async claim(limit: number, leaseSeconds: number): Promise<ClaimedMessage[]> {
    return this.statements.together(async (tx) => {
      const due = await tx.run<DueMessage>('ledger-due', DUE, [this.clock.now(), limit]);
      if (!due.length) return [];
      const judged = await this.judge(tx, due);
      await this.cancel(tx, judged);
      await this.hold(tx, judged);
      return take(tx, judged, leaseSeconds);
    });
  }

  /** A message whose case is being changed this very moment is left for the next look. */
  private async judge(tx: Runner, due: readonly DueMessage[]): Promise<Judged[]> {
    const caseIds = [...new Set(due.flatMap(({ caseId }) => caseId ?? []))];
    const cases = await tx.run<CaseStanding>('ledger-cases', CASES, [caseIds]);
    const byId = new Map(cases.map((it) => [it.id, it]));
    const contacts = await contactsOf(tx, due);
    const open = await openReasons(tx, due);
    return due
      .filter(({ caseId }) => caseId === null || byId.has(caseId))
      .map((message) => {
        const subject = message.caseId ? byId.get(message.caseId) : undefined;
        const reasonHolds =
          !message.reasonClock || open.has(`${message.caseId}|${message.reasonClock}`);
        const contact = contacts.get(message.recipient);
        return { message, subject, verdict: verdictOn(message, { subject, reasonHolds, contact }) };
      });
  }

  private async cancel(tx: Runner, judged: readonly Judged[]): Promise<void> {
    const lost = judged.flatMap(({ message, subject, verdict }) =>
      verdict.kind === 'cancel' ? [{ message, subject, verdict }] : [],
    );
    if (!lost.length) return;
    const rows = lost.map(({ message, verdict }) => ({ id: message.id, why: verdict.reason }));
    await tx.run('ledger-cancel', CANCEL, [JSON.stringify(rows)]);
    const told = lost.filter(({ verdict }) => verdict.tell);
    await openTasks(
      tx,
      await Promise.all(
        told.map(({ message, subject, verdict }) =>
          this.lostTask(message, subject, verdict.reason),
        ),
      ),
    );
  }

  private async hold(tx: Runner, judged: readonly Judged[]): Promise<void> {
    const held = judged.filter(({ verdict }) => verdict.kind === 'hold');
    if (!held.length) return;
    await tx.run('ledger-hold', HOLD, [held.map(({ message }) => message.id)]);
    await openTasks(tx, await Promise.all(held.map(({ message }) => this.heldTask(message))));
  }

  private async heldTask(message: DueMessage): Promise<NewTask> {
    return {
      ...(await this.taskBase(message, 'release')),
      text: `Release “${titleOf(message.notice)}” to a safe address, or stop it`,
      why: 'A flag was put on the record before this could leave, so a person must send it.',
      officerId: null,
      forRole: 'send_manager',
    };
  }

  private async lostTask(
    message: DueMessage,
    subject: CaseStanding | undefined,
    reason: string,
  ): Promise<NewTask> {
    return {
      ...(await this.taskBase(message, 'not-sent')),
      ...forWorker(subject?.ownerId ?? null),
      text: `“${titleOf(message.notice)}” was not sent`,
      why: `${reason} Check who should hear, and tell them.`,
    };
  }

  private async taskBase({ authority, caseId, key }: DueMessage, what: string) {
    const today = this.clock.today();
    const calendar = await this.calendars.forAuthority(authority);
    const dueOn = calendar.firstWorkingDayOnOrAfter(today);
    return { authority, caseId, sourceKey: `${what}:${key}`, openedOn: today, dueOn };
  }
}

async function contactsOf(
  tx: Runner,
  due: readonly DueMessage[],
): Promise<Map<string, ContactStanding>> {
  const ids = due.filter(isForFamily).map(({ recipient }) => recipient.slice('family:'.length));
  if (!ids.length) return new Map();
  const rows = await tx.run<ContactStanding>('ledger-contacts', CONTACTS, [ids]);
  return new Map(rows.map((row) => [`family:${row.id}`, row]));
}

async function openReasons(tx: Runner, due: readonly DueMessage[]): Promise<Set<string>> {
  const reasons = due.flatMap(({ caseId, reasonClock }) =>
    caseId && reasonClock ? [`${caseId}|${reasonClock}`] : [],
  );
  if (!reasons.length) return new Set();
  const caseIds = [...new Set(reasons.map((reason) => reason.split('|')[0]))];
  const rows = await tx.run<{ reason: string }>('ledger-clocks', CLOCKS_OPEN, [caseIds]);
  return new Set(rows.map(({ reason }) => reason));
}

async function take(
  tx: Runner,
  judged: readonly Judged[],
  leaseSeconds: number,
): Promise<ClaimedMessage[]> {
  const going = judged.flatMap(({ message, verdict }) =>
    verdict.kind === 'send' ? [{ message, address: verdict.address }] : [],
  );
  if (!going.length) return [];
  const rows = going.map(({ message, address }) => ({ id: message.id, address }));
  const taken = await tx.run<{ id: string; token: string }>('ledger-take', TAKE, [
    JSON.stringify(rows),
    leaseSeconds,
  ]);
  const tokens = new Map(taken.map(({ id, token }) => [id, token]));
  return going.flatMap(({ message, address }) => {
    const token = tokens.get(message.id);
    return token ? [{ ...message, address, token, attempts: message.attempts + 1 }] : [];
  });
}
