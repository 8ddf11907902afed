import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { ask } from '@app/pathways';
import { badField } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { noteChange } from '../sittings/changes';
import { type Member, membersOf } from '../sittings/seats';
import { type Panel } from './panel';
import { type PanelSitting } from './panel-sittings.service';

/** The form with which a member answers for a sitting. */
export const replyForm = z.strictObject({
  answer: ask.choice('Can you come?', { coming: 'Yes', apologies: 'No, send my apologies' }),
  deputyName: ask
    .text('Who comes instead?', 'Only if you send apologies and somebody of your service stands in')
    .optional(),
});

export type TypedReply = z.infer<typeof replyForm>;

/** An answer for a sitting, of one member. */
interface Answered {
  readonly sitting: Pick<PanelSitting, 'id' | 'stage' | 'sitsOn'>;
  readonly memberId: string;
  readonly typed: TypedReply;
}

const OPEN_STAGES: readonly string[] = ['scheduled', 'agenda_open', 'papers_out'];

/** Apologies and deputies by reply: who comes to a sitting, as each member says. */
@Injectable()
export class Replies {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Everybody who sits on the panel on the day of the sitting, chair first. */
  of({ id }: Pick<Panel, 'id'>, sitting: Pick<PanelSitting, 'id' | 'sitsOn'>): Promise<Member[]> {
    return membersOf(this.statements, { ...sitting, panelId: id });
  }

  /** Whether answers are still taken: not once it has begun, was held or was called off. */
  isOpen({ stage, sitsOn }: Pick<PanelSitting, 'stage' | 'sitsOn'>): boolean {
    return OPEN_STAGES.includes(stage) && sitsOn >= this.clock.today();
  }

  /** @throws BadDetails when it is too late to answer, or somebody who comes names a deputy */
  async answer(
    actor: Actor,
    sitting: PanelSitting,
    member: Member,
    typed: TypedReply,
  ): Promise<void> {
    await this.statements.together((tx) =>
      this.answerIn(tx, actor, { sitting, memberId: member.id, typed }),
    );
  }

  /** The same beside something else that is kept in the transaction. @throws BadDetails */
  async answerIn(
    tx: Runner,
    actor: Pick<Actor, 'authority' | 'id'>,
    { sitting, memberId, typed: { answer, deputyName } }: Answered,
  ): Promise<void> {
    if (!this.isOpen(sitting)) throw badField('answer', TOO_LATE);
    if (answer === 'coming' && deputyName)
      throw badField('deputyName', 'You are coming, so nobody stands in for you. Leave this empty');
    const at = this.clock.now();
    const written = await tx.run('sitting-reply', WRITE, [
      ...[sitting.id, memberId, actor.authority, answer, deputyName ?? null, at],
    ]);
    if (!written.length) throw badField('answer', TOO_LATE);
    await noteChange(tx, {
      authority: actor.authority,
      sittingId: sitting.id,
      what: 'register',
      byId: actor.id,
      at,
    });
  }
}

const TOO_LATE = 'The sitting has begun or is over. Tell the coordinator, who keeps the register';

const WRITE = `
INSERT INTO sitting_register AS r (sitting_id, member_id, authority, answer, deputy_name, said_at)
SELECT s.id, $2, $3, $4, $5, $6 FROM sitting s WHERE s.id = $1 AND s.stage IN ('scheduled', 'agenda_open', 'papers_out')
ON CONFLICT (sitting_id, member_id) DO UPDATE SET answer = excluded.answer, deputy_name = excluded.deputy_name, said_at = excluded.said_at
WHERE r.answer IN ('coming', 'apologies') RETURNING 1 AS written`;
