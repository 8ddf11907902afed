import { type CaseMessage, CHANNELS, MESSAGE_STATUSES, recipientInWords } from '@app/casework';
import { londonDay, londonTime, plainDay } from '@app/statutory-calendar';

/** A message as the table of a case shows it. */
export function messageRow({
  recipient,
  channel,
  subject,
  body,
  statutory,
  status,
  dueAt,
  sentAt,
  trouble,
}: CaseMessage) {
  const at = sentAt ?? dueAt;
  return {
    when: `${plainDay(londonDay(at))}, ${londonTime(at)}`,
    to: recipientInWords(recipient),
    channel: CHANNELS[channel],
    subject,
    body,
    statutory,
    status: MESSAGE_STATUSES[status],
    trouble,
  };
}
