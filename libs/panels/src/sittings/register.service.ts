import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type InterestKind } from '../pure/terms';
import { comeTo, itemAt } from './at-sitting';
import { demandSeen } from './changed-first';
import { noteChange } from './changes';
import { quorumAt, refuse } from './people';
import { type Sitting, SittingNotFound } from './sitting';

export type Answer = 'coming' | 'here' | 'apologies' | 'left';

/** Who is here, who sends whom, and who has an interest in which child. */
@Injectable()
export class Register {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Records an answer: a member's own before the sitting, anybody's by those who run it.
   * @throws SittingNotFound, NotAllowedNow once the sitting is over, ChangedFirst
   */
  async answer(
    actor: Actor,
    sittingId: string,
    memberId: string,
    {
      answer,
      deputyName,
      seen,
    }: { answer: Answer; deputyName?: string | undefined; seen?: number | undefined },
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      const { sitting, seat, members } = await comeTo(tx, actor, sittingId, this.clock.today());
      const member = members.find(({ id }) => id === memberId);
      const isOwn = seat.members.some(({ id }) => id === memberId);
      if (!member || !(seat.runs || isOwn)) throw new SittingNotFound();
      await demandSeen(tx, seen, { sittingId, what: 'sitting', version: sitting.version });
      demandLive(sitting);
      if (!seat.runs && (answer === 'here' || answer === 'left'))
        refuse('REGISTER', {
          guard: 'runsSitting',
          text: 'Who is in the room is recorded by the chair or the coordinator',
          missing: [],
        });
      await tx.run('register-answer', ANSWER, [
        sittingId,
        memberId,
        actor.authority,
        answer,
        deputyName?.trim() || null,
        this.clock.now(),
      ]);
      await this.quorumAgain(tx, sitting, actor);
      await this.noted(tx, actor, sittingId, 'register', null);
    });
  }

  /**
   * Declares an interest of a member in an item: their own, or anybody's by those who run the sitting.
   * @throws SittingNotFound, NotAllowedNow once the item is settled, ChangedFirst
   */
  async declare(
    actor: Actor,
    { sittingId, itemId, memberId }: { sittingId: string; itemId: string; memberId: string },
    kind: InterestKind,
    seen?: number,
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      const at = await comeTo(tx, actor, sittingId, this.clock.today());
      const item = itemAt(at, itemId);
      const isOwn = at.seat.members.some(({ id }) => id === memberId);
      if (!at.members.some(({ id }) => id === memberId) || !(at.seat.runs || isOwn))
        throw new SittingNotFound();
      await demandSeen(tx, seen, { sittingId, itemId, what: 'item', version: item.version });
      if (item.status !== 'listed' && item.status !== 'open')
        refuse('INTEREST', {
          guard: 'itemOpen',
          text: 'The item is settled. The coordinator can add a note to the minutes',
          missing: [],
        });
      await tx.run('interest-declare', DECLARE, [
        itemId,
        memberId,
        actor.authority,
        kind,
        actor.id,
        this.clock.now(),
      ]);
      await this.quorumAgain(tx, at.sitting, actor);
      await this.noted(tx, actor, sittingId, 'interest', itemId);
    });
  }

  /** The open item has its quorum or not by who is here now. */
  private async quorumAgain(tx: Runner, sitting: Sitting, actor: Actor): Promise<void> {
    const { items, members } = await comeTo(
      tx,
      { ...actor, roles: ['send_manager'] },
      sitting.id,
      this.clock.today(),
    );
    const open = items.find(({ status }) => status === 'open');
    if (!open) return;
    await tx.run('item-quorum-again', QUORATE, [open.id, quorumAt(sitting, open, members).met]);
  }

  private noted(tx: Runner, actor: Actor, sittingId: string, what: string, itemId: string | null) {
    return noteChange(tx, {
      authority: actor.authority,
      sittingId,
      itemId,
      what,
      byId: actor.id,
      at: this.clock.now(),
    });
  }
}

const OVER = ['minutes_draft', 'closed', 'cancelled'];

function demandLive({ stage }: Sitting): void {
  if (!OVER.includes(stage)) return;
  refuse('REGISTER', {
    guard: 'sittingLive',
    text: 'The sitting is over, so its register stays as it is. A correction is a note to the minutes',
    missing: [],
  });
}

const ANSWER = `
INSERT INTO sitting_register (sitting_id, member_id, authority, answer, deputy_name, said_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (sitting_id, member_id) DO UPDATE SET answer = excluded.answer, deputy_name = excluded.deputy_name, said_at = excluded.said_at`;

const DECLARE = `
INSERT INTO item_interest (item_id, member_id, authority, kind, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (item_id, member_id) DO UPDATE SET kind = excluded.kind, said_by = excluded.said_by, said_at = excluded.said_at`;

const QUORATE = 'UPDATE sitting_item SET quorate = $2 WHERE id = $1';
