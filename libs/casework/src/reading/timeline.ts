import { type Pathway } from '@app/pathways';
import { type CalendarDay, londonDay } from '@app/statutory-calendar';
import { type FileEvent } from './case-file';
import { type CaseMessage } from './case-records.repository';
import { type Names, tellEvent, type ToldAnswer } from './event-words';
import { RECIPIENTS } from './message-words';

/** One thing that happened, as the timeline shows it. */
export interface TimelineItem {
  readonly key: string;
  readonly kind: 'event' | 'message';
  readonly title: string;
  readonly by: string;
  /** The day it happened. */
  readonly on: CalendarDay;
  /** When it was recorded or sent. */
  readonly at: Date;
  readonly gist: string;
  readonly answers: readonly ToldAnswer[];
  readonly version?: number;
}

/** Everything that happened on a case and every message that left, newest first. Pure. */
export function timelineOf(
  pathway: Pathway,
  { history, messages, names }: { history: readonly FileEvent[]; messages: readonly CaseMessage[]; names: Names },
): TimelineItem[] {
  const events = history.map((event) => eventItem(pathway, event, names));
  const sent = messages.flatMap((message) => (message.status === 'sent' && message.sentAt ? [messageItem(message, message.sentAt)] : []));
  return [...events, ...sent].sort((a, b) => b.on.localeCompare(a.on) || order(b) - order(a) || b.at.getTime() - a.at.getTime());
}

/** Events keep the order of the history; what was sent on the same day stands after the event that sent it. */
function order({ version = Number.MAX_SAFE_INTEGER }: TimelineItem): number {
  return version;
}

function eventItem(pathway: Pathway, event: FileEvent, names: Names): TimelineItem {
  const { title, gist, answers } = tellEvent(pathway, event, names);
  const { version, occurredOn, recordedAt, actorName } = event;
  return { key: `e${version}`, kind: 'event', title, gist, answers, by: actorName, on: occurredOn, at: recordedAt, version };
}

function messageItem({ id, recipient, subject, statutory }: CaseMessage, sentAt: Date): TimelineItem {
  return {
    key: `m${id}`, kind: 'message', title: statutory ? 'Letter sent' : 'Message sent', by: 'Causeway',
    on: londonDay(sentAt), at: sentAt, gist: `To ${RECIPIENTS[recipient] ?? 'the person concerned'}: ${subject}`, answers: [],
  };
}
