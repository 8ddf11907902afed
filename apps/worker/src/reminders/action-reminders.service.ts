import { Statements } from '@app/database';
import { n24, n24Outside, n24Soon, n24ToManager, writeMessages } from '@app/letters';
import { Clock, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { lineOf, messageOf, ownerOf, type PressingAction, toOfficers } from './action-messages';
import { PRESSING_ACTIONS, TOLD } from './action-reminders.sql';
import { type Morning } from './morning';

const BEFORE = { unit: 'WD', n: -3 } as const;
const MANAGER_AFTER = { unit: 'WD', n: 5 } as const;

/** N-24: the owner of an action hears 3 working days before its day and once it is late, their managers 5 working days on. */
@Injectable()
export class ActionReminders {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** @returns number of messages written */
  async write(morning: Morning): Promise<number> {
    const { authority, day, calendar } = morning;
    const all = await this.statements.run<PressingAction>('pressing-actions', PRESSING_ACTIONS, [
      authority,
      day,
    ]);
    const soon = all.filter(
      ({ state, dueOn }) => state === 'open' && day >= lastDayOf(BEFORE, dueOn, calendar),
    );
    const fresh = all.filter(({ state, ownerToldOn }) => state === 'overdue' && !ownerToldOn);
    const old = all.filter(
      ({ state, dueOn, managerToldOn }) =>
        state === 'overdue' && !managerToldOn && day >= lastDayOf(MANAGER_AFTER, dueOn, calendar),
    );
    const now = this.clock.now();
    const messages = [
      ...soon.flatMap((action) =>
        toOfficers(
          { notice: n24Soon, why: `soon:${action.id}:${action.dueOn}` },
          [action],
          ownerOf,
          morning,
        ),
      ),
      ...toOfficers({ notice: n24, why: `late:${day}` }, fresh, ownerOf, morning),
      ...toOfficers(
        { notice: n24ToManager, why: `lead:${day}` },
        old,
        ({ managers }) => managers,
        morning,
      ),
      ...[...soon, ...fresh].flatMap((action) => toOutside(action, morning)),
    ].map((message) => ({ ...message, dueAt: now }));
    if (!messages.length) return 0;
    return this.statements.together(async (tx) => {
      const written = await writeMessages(tx, messages);
      await tx.run('actions-told', TOLD, [idsOf(fresh), day, idsOf(old)]);
      return written.length;
    });
  }
}

/** Somebody without an account is written to, without a name or detail of the child. */
function toOutside(action: PressingAction, morning: Morning) {
  const { id, dueOn, state, ownerEmail, ownerName, council, holderName, holderEmail } = action;
  if (!ownerEmail) return [];
  const words = n24Outside({
    reader: ownerName,
    council,
    line: lineOf(action, morning),
    contact: { name: holderName ?? council, ...(holderEmail && { email: holderEmail }) },
  });
  const recipient = `action_owner:${id}`;
  return [
    messageOf(words, morning, {
      recipient,
      key: `${recipient}:${state}:${dueOn}`,
      officerId: null,
      address: ownerEmail,
    }),
  ];
}

const idsOf = (actions: readonly PressingAction[]) => actions.map(({ id }) => id);
