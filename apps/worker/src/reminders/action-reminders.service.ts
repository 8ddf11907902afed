import { Statements } from '@app/database';
import {
  type DigestLine,
  type DigestNotice,
  n24,
  n24Outside,
  n24ToManager,
  type NewMessage,
  type Words,
  writeMessages,
} from '@app/letters';
import { type CalendarDay, Clock, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { LATE_ACTIONS, TOLD } from './action-reminders.sql';
import { type Morning } from './morning';

const MANAGER_AFTER = { unit: 'WD', n: 5 } as const;

interface LateAction {
  readonly id: string;
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
  readonly managers: readonly Person[];
}

interface Person {
  readonly id: string;
  readonly name: string;
}

/** N-24: the owner of an action hears once that it is late, and their managers 5 working days on. */
@Injectable()
export class ActionReminders {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** @returns number of messages written */
  async write(morning: Morning): Promise<number> {
    const { authority, day, calendar } = morning;
    const late = await this.statements.run<LateAction>('late-actions', LATE_ACTIONS, [authority]);
    const fresh = late.filter(({ ownerToldOn }) => !ownerToldOn);
    const old = late.filter(
      ({ managerToldOn, dueOn }) =>
        !managerToldOn && day >= lastDayOf(MANAGER_AFTER, dueOn, calendar),
    );
    if (!fresh.length && !old.length) return 0;
    const messages = [
      ...this.toOfficers(
        n24,
        fresh,
        ({ ownerId: id, ownerName: name }) => (id ? [{ id, name }] : []),
        morning,
      ),
      ...this.toOutside(fresh, morning),
      ...this.toOfficers(n24ToManager, old, ({ managers }) => managers, morning),
    ];
    return this.statements.together(async (tx) => {
      const written = await writeMessages(tx, messages);
      await tx.run('actions-told', TOLD, [idsOf(fresh), day, idsOf(old)]);
      return written.length;
    });
  }

  /** One message a person and morning, however many actions there are. */
  private toOfficers(
    notice: DigestNotice,
    actions: readonly LateAction[],
    readersOf: (action: LateAction) => readonly Person[],
    morning: Morning,
  ): NewMessage[] {
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
      const who = notice === n24 ? 'owner' : 'manager';
      return this.message(words, morning, `${who}:${id}`, { officerId: id, address: null });
    });
  }

  private toOutside(actions: readonly LateAction[], morning: Morning): NewMessage[] {
    return actions.flatMap((action) => {
      const { ownerEmail, ownerName, council, holderName, holderEmail } = action;
      if (!ownerEmail) return [];
      const words = n24Outside({
        reader: ownerName,
        council,
        line: lineOf(action, morning),
        contact: { name: holderName ?? council, ...(holderEmail && { email: holderEmail }) },
      });
      const recipient = `action_owner:${action.id}`;
      return [this.message(words, morning, recipient, { officerId: null, address: ownerEmail })];
    });
  }

  private message(
    words: Words,
    { authority, day }: Morning,
    recipient: string,
    { officerId, address }: Pick<NewMessage, 'officerId' | 'address'>,
  ): NewMessage {
    return {
      ...words,
      authority,
      key: ['actions', n24.code, recipient, day].join(':'),
      caseId: null,
      caseVersion: null,
      notice: n24.code,
      recipient,
      officerId,
      channel: address ? 'email' : 'in_app',
      address,
      statutory: false,
      reasonClock: null,
      dueAt: this.clock.now(),
      status: 'due',
    };
  }
}

const idsOf = (actions: readonly LateAction[]) => actions.map(({ id }) => id);

/** The action's own words may name the child: a message has only the reference. */
function lineOf({ reference, dueOn }: LateAction, { day, calendar }: Morning): DigestLine {
  const days = calendar.workingDaysBetween(dueOn, day);
  const left = days === 1 ? '1 working day late' : `${days} working days late`;
  return { reference, what: 'an action that was agreed', dueOn, left, overdue: true };
}
