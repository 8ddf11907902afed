import { type DigestLine, type DigestNotice, n24, type NewMessage, type Words } from '@app/letters';
import { type CalendarDay } from '@app/statutory-calendar';
import { type AboutMany, messageAboutMany, type Reader } from './message-about-many';
import { type Morning } from './morning';

/** An action of which somebody may have to hear this morning. */
export interface PressingAction {
  readonly id: string;
  readonly state: 'open' | 'overdue';
  readonly dueOn: CalendarDay;
  readonly reference: string;
  readonly council: string;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly ownerEmail: string | null;
  readonly holderName: string | null;
  readonly holderEmail: string | null;
  readonly ownerToldOn: CalendarDay | null;
  readonly managerToldOn: CalendarDay | null;
  readonly managers: readonly Reader[];
}

/** The officer who has the action; nobody here when it is somebody outside. */
export const ownerOf = ({ ownerId: id, ownerName: name }: PressingAction): Reader[] =>
  id ? [{ id, name }] : [];

/** One message a person, however many actions there are; `why` makes it go once. */
export function toOfficers(
  { notice, why }: { notice: DigestNotice; why: string },
  actions: readonly PressingAction[],
  readersOf: (action: PressingAction) => readonly Reader[],
  morning: Morning,
): AboutMany[] {
  const readers = new Map(actions.flatMap(readersOf).map((reader) => [reader.id, reader]));
  return [...readers.values()].map(({ id, name }) => {
    const own = actions.filter((action) => readersOf(action).some((reader) => reader.id === id));
    const words = notice.words({
      council: own[0]?.council ?? '',
      reader: name,
      day: morning.day,
      lines: own.map((action) => lineOf(action, morning)),
      more: 0,
    });
    const recipient = `officer:${id}`;
    return messageOf(words, morning, {
      recipient,
      key: `${recipient}:${why}`,
      officerId: id,
      address: null,
    });
  });
}

/** A line for the ledger, about actions and no one case. */
export function messageOf(
  words: Words,
  { authority }: Morning,
  { key, ...to }: Pick<NewMessage, 'recipient' | 'key' | 'officerId' | 'address'>,
): AboutMany {
  return messageAboutMany(words, {
    ...to,
    authority,
    key: `actions:${n24.code}:${key}`,
    notice: n24.code,
  });
}

/** The action's own words may name the child: a message has only the reference. */
export function lineOf(
  { reference, dueOn, state }: PressingAction,
  { day, calendar }: Morning,
): DigestLine {
  const overdue = state === 'overdue';
  const days = overdue
    ? calendar.workingDaysBetween(dueOn, day)
    : calendar.workingDaysBetween(day, dueOn);
  const counted = days === 1 ? '1 working day' : `${days} working days`;
  const left = overdue ? `${counted} late` : days ? `${counted} left` : 'due today';
  return { reference, what: 'an action that was agreed', dueOn, left, overdue };
}
