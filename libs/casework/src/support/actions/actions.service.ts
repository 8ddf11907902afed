import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { addedBy } from '../added-row';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { type ActionDetails, actionForms, type PersonalEvent } from './action-details';
import { type ActionState } from './action-machine';
import { ownerFrom, usuallyDue } from './action-owner';
import { ACTION, ACTIONS, ADD, DECIDED, MOVE, TELL_LEAD, TRAIL } from './action-sql';
import { type ActionLine, type ActionRow } from './action-row';
import { actionStep } from './action-step';
import { dueAfter, eventOf, leadOf, type Said, type Told } from './action-told';

/** An event of an action, with what was typed about it. */
export interface ActionCommand {
  readonly type: PersonalEvent;
  readonly typed: unknown;
}

/** Actions of a case: one row each, with a trail that is never rewritten. */
@Injectable()
export class Actions {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those still to be done first, by date. */
  of(authority: string, caseId: string): Promise<ActionRow[]> {
    return this.statements.run<ActionRow>('actions-of', ACTIONS, [authority, caseId]);
  }

  /** One action of a case with its trail, newest first. */
  async find(
    authority: string,
    caseId: string,
    id: string,
  ): Promise<(ActionRow & { trail: ActionLine[] }) | undefined> {
    const [found] = await this.statements.run<ActionRow>('action-of', ACTION, [
      authority,
      caseId,
      id,
    ]);
    if (!found) return undefined;
    return { ...found, trail: await this.statements.run<ActionLine>('action-trail', TRAIL, [id]) };
  }

  /** Adds an action to a case that the caller has opened. @returns its id. @throws BadPayload in plain words */
  async add(
    actor: Actor,
    subject: SupportedCase,
    typed: unknown,
    {
      source = 'case',
      runner = this.statements,
    }: { source?: ActionRow['source']; runner?: Runner } = {},
  ): Promise<string> {
    const details: ActionDetails = readDetails(actionForms.add, typed);
    const owner = await ownerFrom(runner, actor, subject, details);
    const dueOn = details.dueOn ?? usuallyDue(owner, subject);
    if (dueOn < subject.today) throw badField('dueOn', 'By when? must be today or later');
    return addedBy(runner, 'action-add', ADD, [
      actor.authority,
      subject.file.id,
      details.text,
      source,
      owner.id,
      owner.id ? null : owner.name,
      owner.email,
      subject.today,
      dueOn,
      owner.name,
      actor.id,
      this.clock.now(),
    ]);
  }

  /**
   * Records an event on an action, once. @returns where it stands then; undefined when the case has no such action
   * @throws BadPayload; NotAllowedNow with the guard that said no
   */
  tell(
    actor: Actor,
    subject: SupportedCase,
    id: string,
    command: ActionCommand,
  ): Promise<ActionState | undefined> {
    return this.statements.together((tx) => this.tellIn(tx, actor, subject, id, command));
  }

  /** As `tell`, inside a transaction of the caller's. */
  async tellIn(
    tx: Runner,
    actor: Actor,
    subject: SupportedCase,
    id: string,
    { type, typed }: ActionCommand,
  ): Promise<ActionState | undefined> {
    const said: Said = readDetails(actionForms[type], typed);
    if (said.newDue && said.newDue < subject.today)
      throw badField('newDue', 'By when? must be today or later');
    const [action] = await tx.run<ActionRow>('action-hold', `${ACTION} FOR UPDATE OF a`, [
      actor.authority,
      subject.file.id,
      id,
    ]);
    if (!action) return undefined;
    const owner = type === 'REASSIGNED' ? await ownerFrom(tx, actor, subject, said) : undefined;
    const state = actionStep(action.state, eventOf(type, { actor, action, said, owner }));
    await this.write(tx, actor, subject, { action, type, state, said, owner });
    return state;
  }

  private async write(tx: Runner, actor: Actor, subject: SupportedCase, step: Told): Promise<void> {
    const { action, type, state, said, owner } = step;
    const words = said.evidenceText ?? said.reason ?? said.note ?? null;
    await tx.run('action-move', MOVE, [
      action.id,
      state,
      dueAfter(step, subject),
      owner ? owner.id : action.ownerId,
      owner ? (owner.id ? null : owner.name) : action.ownerId ? null : action.ownerName,
      owner ? owner.email : action.ownerEmail,
      said.evidenceText ?? (type === 'REJECTED' ? null : action.evidence),
      type,
      owner?.name ?? action.ownerName,
      words,
      subject.today,
      actor.id,
      this.clock.now(),
    ]);
    if (state === 'blocked') await tx.run('action-tell-lead', TELL_LEAD, leadOf(step, subject));
    if (action.state === 'blocked')
      await tx.run('action-decided', DECIDED, [action.id, subject.today, actor.id]);
  }
}
