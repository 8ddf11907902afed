import { Calendars } from '@app/casework';
import { type Runner } from '@app/database';
import { type Recipient } from '@app/pathways';
import { addDays, type Calendar, type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { departureOf } from './departure';
import { CaseLinks } from './case-links';
import { type NewMessage, writeMessages } from './ledger/new-message';
import { forWorker, type NewTask, openTasks } from './ledger/new-task';
import { type Notice } from './notice';
import { noticeNamed } from './notices';
import { readAddressBook, readSubject } from './recipients/address-books';
import { type Addressee, type Unreachable } from './recipients/addressee';
import { factsFor } from './recipients/facts-for';
import { type AddressBook, type LetterSubject } from './recipients/letter-subject';
import { peopleFor } from './recipients/people-for';

/** Asks for one notice about one case. */
export interface NoticeOrder {
  readonly authority: string;
  readonly caseId: string;
  /** Version of the case that caused it; for a reminder, the version as it stands. */
  readonly version: number;
  readonly notice: string;
  readonly to: readonly Recipient[];
  readonly statutory?: boolean;
  /** Start of the ledger key; the reader and the channel are added. */
  readonly key: string;
  readonly reasonClock?: string;
  /** Only these advisers or settings; else those the event names. */
  readonly about?: readonly string[];
  /** A reminder of something that goes on: the day since which it does. */
  readonly since?: CalendarDay;
}

interface Draft {
  readonly order: NoticeOrder;
  readonly notice: Notice;
  readonly subject: LetterSubject;
  readonly book: AddressBook;
  readonly today: CalendarDay;
  readonly calendar: Calendar;
}

/** Turns "send N-50 to the family and the school" into lines of the ledger, one for each reader; what cannot be sent becomes a task. */
@Injectable()
export class NoticeWriter {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly links: CaseLinks,
  ) {}

  /** Writes it once, however often it is asked. @returns ids of new messages */
  async write(runner: Runner, order: NoticeOrder): Promise<string[]> {
    const today = this.clock.today();
    const subject = await readSubject(runner, { ...order, today });
    if (!subject) throw new Error(`There is no version ${order.version} of case ${order.caseId}`);
    const draft: Draft = {
      order,
      subject,
      today,
      notice: noticeNamed(order.notice),
      book: await readAddressBook(runner, subject),
      calendar: await this.calendars.forAuthority(order.authority),
    };
    const found = order.to.map((role) =>
      peopleFor(draft.notice, role, subject, draft.book, order.about),
    );
    const addressees = found.flatMap((it) => it.addressees);
    const ids = await writeMessages(
      runner,
      addressees.map((addressee) => this.message(addressee, draft)),
    );
    const unreachable = found.flatMap((it) => it.unreachable);
    await openTasks(runner, [
      ...tasksForReaders(addressees, draft),
      ...unreachable.map((it) => unreachableTask(it, draft)),
    ]);
    return ids;
  }

  private message(addressee: Addressee, draft: Draft): NewMessage {
    const { order, notice, subject, book, today, calendar } = draft;
    const write = notice.words[addressee.role];
    if (!write) throw new Error(`Notice ${notice.code} has no words for ${addressee.role}`);
    const facts = factsFor(addressee, subject, book, {
      today,
      since: order.since,
      linkTo: (reference) => this.links.to(reference),
    });
    return {
      ...write(facts),
      authority: order.authority,
      key: [order.key, order.notice, addressee.recipient, addressee.channel].join(':'),
      caseId: order.caseId,
      caseVersion: order.version,
      notice: order.notice,
      recipient: addressee.recipient,
      officerId:
        addressee.channel === 'in_app' ? (addressee.recipient.split(':')[1] ?? null) : null,
      channel: addressee.channel,
      address: addressee.address,
      statutory: order.statutory ?? false,
      reasonClock: order.reasonClock ?? null,
      dueAt: departureOf(this.clock.now(), addressee.channel, calendar),
      status: isHeld(addressee, subject) ? 'for_release' : 'due',
    };
  }
}

const isHeld = ({ role }: Addressee, { child }: LetterSubject) =>
  (role === 'family' || role === 'young_person') && child.held;

function tasksForReaders(addressees: readonly Addressee[], draft: Draft): NewTask[] {
  const held = addressees.some((addressee) => isHeld(addressee, draft.subject));
  const special = addressees.filter(({ needs }) => needs);
  return [
    ...(held ? [releaseTask(draft)] : []),
    ...special.map((addressee) => formatTask(addressee, draft)),
  ];
}

/** A statutory notice never falls silent: somebody releases it to a safe address the same working day (correction 5). */
export function releaseTask({
  order,
  notice,
  today,
  calendar,
}: Pick<Draft, 'order' | 'notice' | 'today' | 'calendar'>): NewTask {
  const statutory = order.statutory ?? false;
  return {
    ...base(order, `release:${order.key}:${order.notice}`, today),
    text: `Release “${notice.title}” to a safe address, or stop it`,
    why: statutory
      ? 'The law requires this letter. Messages to this family wait for a person, because of a flag on the record.'
      : 'Messages to this family wait for a person, because of a flag on the record.',
    officerId: null,
    forRole: 'send_manager',
    dueOn: calendar.firstWorkingDayOnOrAfter(statutory ? today : addDays(today, 1)),
  };
}

function formatTask(
  { recipient, name, needs }: Addressee,
  { order, notice, subject, today, calendar }: Draft,
): NewTask {
  return {
    ...base(order, `format:${order.key}:${order.notice}:${recipient}`, today),
    ...forWorker(subject.ownerId),
    text: `Send “${notice.title}” in ${needs} as well`,
    why: `${name} asked for letters like this.`,
    dueOn: calendar.firstWorkingDayOnOrAfter(addDays(today, 1)),
  };
}

function unreachableTask(
  { role, who, why }: Unreachable,
  { order, notice, subject, today, calendar }: Draft,
): NewTask {
  return {
    ...base(order, `no-address:${order.key}:${order.notice}:${role}:${who}`, today),
    ...forWorker(subject.ownerId),
    text: `No address for ${who}: “${notice.title}” was not sent`,
    why: `${why} Send it another way, and add the address.`,
    dueOn: calendar.firstWorkingDayOnOrAfter(order.statutory ? today : addDays(today, 1)),
  };
}

const base = ({ authority, caseId }: NoticeOrder, sourceKey: string, openedOn: CalendarDay) => ({
  authority,
  caseId,
  sourceKey,
  openedOn,
});
