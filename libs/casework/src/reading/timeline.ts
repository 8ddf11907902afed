import { type Pathway } from '@app/pathways';
import { type CalendarDay, londonDay } from '@app/statutory-calendar';
import { type FileEvent } from './case-file';
import { type CaseMessage } from './case-records.repository';
import { type Names, tellEvent, type ToldAnswer } from './event-words';
import { recipientInWords } from './message-words';
import { type Restatement } from './restatements';

/** One thing that happened, as the timeline shows it. */
export interface TimelineItem {
  readonly key: string;
  readonly kind: 'event' | 'message' | 'correction';
  readonly title: string;
  readonly by: string;
  /** The day it happened. */
  readonly on: CalendarDay;
  /** When it was recorded or sent. */
  readonly at: Date;
  readonly gist: string;
  readonly answers: readonly ToldAnswer[];
  readonly version?: number;
  /** What was corrected in it, or by it. */
  readonly restatements: readonly Restatement[];
}

/** Everything that happened on a case and every message that left, newest first. Pure. */
export function timelineOf(
  pathway: Pathway,
  {
    history,
    restatements,
    messages,
    names,
  }: {
    history: readonly FileEvent[];
    restatements: readonly Restatement[];
    messages: readonly CaseMessage[];
    names: Names;
  },
): TimelineItem[] {
  const events = history.map((event) =>
    eventItem(
      pathway,
      event,
      names,
      restatements.filter(({ ofVersion }) => ofVersion === event.version),
    ),
  );
  const corrections = restatements.map(correctionItem);
  const sent = messages.flatMap((message) =>
    message.status === 'sent' && message.sentAt ? [messageItem(message, message.sentAt)] : [],
  );
  return [...events, ...corrections, ...sent].sort(
    (a, b) => b.on.localeCompare(a.on) || order(b) - order(a) || b.at.getTime() - a.at.getTime(),
  );
}

/** Events keep the order of the history; what was sent on the same day stands after the event that sent it. */
function order({ version = Number.MAX_SAFE_INTEGER }: TimelineItem): number {
  return version;
}

function eventItem(
  pathway: Pathway,
  event: FileEvent,
  names: Names,
  restatements: readonly Restatement[],
): TimelineItem {
  const { title, gist, answers } = tellEvent(pathway, event, names);
  const { version, occurredOn, recordedAt, actorName } = event;
  return {
    key: `e${version}`,
    kind: 'event',
    title,
    gist,
    answers,
    by: actorName,
    on: occurredOn,
    at: recordedAt,
    version,
    restatements,
  };
}

function messageItem(
  { id, recipient, subject, statutory }: CaseMessage,
  sentAt: Date,
): TimelineItem {
  return {
    key: `m${id}`,
    kind: 'message',
    title: statutory ? 'Letter sent' : 'Message sent',
    by: 'Causeway',
    on: londonDay(sentAt),
    at: sentAt,
    gist: `To ${recipientInWords(recipient)}: ${subject}`,
    answers: [],
    restatements: [],
  };
}

function correctionItem(restatement: Restatement): TimelineItem {
  const { version, ofTitle, by, at, reason, isUndone } = restatement;
  return {
    key: `c${version}`,
    kind: 'correction',
    title: `${isUndone ? 'Taken back' : 'Corrected'}: ${ofTitle}`,
    by,
    on: londonDay(at),
    at,
    gist: reason,
    answers: [],
    version,
    restatements: [restatement],
  };
}
