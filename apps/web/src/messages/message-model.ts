import { type Actor } from '@app/access';
import { CHANNELS, MESSAGE_STATUSES, recipientInWords } from '@app/casework';
import { type LedgerLine, type LedgerMessage, type MessageStatus } from '@app/reporting';
import { titleOf } from '@app/letters';
import { londonDay, londonTime, plainDay, shortDay } from '@app/statutory-calendar';
import { paths } from '../paths';

/** The lists of messages. */
export const VIEWS = {
  all: { text: 'All', statuses: undefined },
  release: { text: 'For release', statuses: ['for_release'] },
  trouble: { text: 'Not delivered', statuses: ['failed', 'in_doubt'] },
  waiting: { text: 'Waiting to be sent', statuses: ['due', 'sending'] },
  sent: { text: 'Sent', statuses: ['sent'] },
  stopped: { text: 'Stopped', statuses: ['cancelled'] },
} as const satisfies Record<
  string,
  { text: string; statuses: readonly MessageStatus[] | undefined }
>;

export type ViewKey = keyof typeof VIEWS;

/** A message in a list: to a role, never to an address. */
export function lineModel({
  id,
  reference,
  childName,
  notice,
  recipient,
  channel,
  subject,
  statutory,
  status,
  dueAt,
  sentAt,
  trouble,
}: LedgerLine) {
  const at = sentAt ?? dueAt;
  return {
    href: paths.message.one(id),
    when: shortDay(londonDay(at)),
    time: sentAt ? `Sent at ${londonTime(at)}` : `Due at ${londonTime(at)}`,
    to: sentence(recipientInWords(recipient)),
    channel: CHANNELS[channel],
    about: childName ?? 'Several cases',
    reference,
    caseHref: reference ? paths.case(reference) : undefined,
    subject: subject || titleOf(notice),
    statutory,
    status: MESSAGE_STATUSES[status],
    mark: MARKS[status],
    trouble:
      status === 'cancelled' || status === 'failed' || status === 'in_doubt' ? trouble : null,
  };
}

const MARKS: Readonly<Record<MessageStatus, string>> = {
  due: 'none',
  sending: 'none',
  sent: 'met',
  in_doubt: 'blocked',
  failed: 'blocked',
  cancelled: 'none',
  for_release: 'waiting',
};

/** A message to read; the address only for those who answer for the case. */
export function messageModel(message: LedgerMessage, actor: Actor) {
  const { body, address, deliveredAt, releasedBy, status, attempts } = message;
  return {
    ...lineModel(message),
    id: message.id,
    paragraphs: body.split(/\n{2,}/),
    address: maySeeAddress(message, actor)
      ? (address ?? 'No address: shown in Causeway only')
      : undefined,
    delivered: deliveredAt
      ? `Delivered to the built-in outbox on ${plainDay(londonDay(deliveredAt))} at ${londonTime(deliveredAt)}`
      : undefined,
    releasedBy,
    attempts,
    rawStatus: status,
    trouble: message.trouble,
    maySettle: isManager(actor),
    typed: {},
    problemBy: {},
  };
}

/** Those who release, stop and settle messages. */
export function isManager({ roles }: Actor): boolean {
  return roles.includes('send_manager');
}

function maySeeAddress({ ownerId, coverId }: LedgerMessage, actor: Actor): boolean {
  return isManager(actor) || ownerId === actor.id || coverId === actor.id;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
