import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, Clock, lastDayOf } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { BadPayload } from '../../errors';
import { badField, readDetails } from '../read-details';
import { type SupportedCase } from '../supported-case';
import { type ActionDetails, actionForms, type PersonalEvent } from './action-details';
import { type ActionEvent, type ActionState } from './action-machine';
import { type ActionOwner, ownerFrom, usuallyDue } from './action-owner';
import { ACTION, ACTIONS, ADD, DECIDED, MOVE, TELL_LEAD, TRAIL } from './action-sql';
import { actionStep } from './action-step';

/** One thing that somebody is to do for a child. */
export interface ActionRow {
  readonly id: string;
  readonly text: string;
  readonly source: 'case' | 'plan' | 'meeting';
  readonly state: ActionState;
  readonly version: number;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly ownerEmail: string | null;
  readonly openedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly evidence: string | null;
}

/** One line of an action's trail. */
export interface ActionLine {
  readonly type: string;
  readonly state: ActionState;
  readonly owner: string;
  readonly dueOn: CalendarDay;
  readonly words: string | null;
  readonly occurredOn: CalendarDay;
  readonly by: string;
}

/** Roles that may say that an action is no longer wanted. */
const APPROVERS: readonly string[] = ['panel_chair', 'transition_lead', 'send_manager'];

/** Whether this person may cancel an action: they chair, or they lead the work. */
export const mayCancelActions = ({ roles }: Actor) =>
  roles.some((role) => APPROVERS.includes(role));

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

  /** Adds an action to a case that the caller has opened. @throws BadPayload in plain words */
  async add(
    actor: Actor,
    subject: SupportedCase,
    typed: unknown,
    source: ActionRow['source'] = 'case',
  ): Promise<string> {
    const details: ActionDetails = readDetails(actionForms.add, typed);
    const owner = await ownerFrom(this.statements, actor, subject, details);
    const dueOn = details.dueOn ?? usuallyDue(owner, subject);
    if (dueOn < subject.today) throw badField('dueOn', 'By when? must be today or later');
    const [added] = await this.statements.run<{ id: string }>('action-add', ADD, [
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
    return added?.id ?? '';
  }

  /**
   * Records an event on an action, once. @returns where it stands then; undefined when the case has no such action
   * @throws BadPayload; NotAllowedNow with the guard that said no
   */
  tell(
    actor: Actor,
    subject: SupportedCase,
    id: string,
    { type, typed }: { type: PersonalEvent; typed: unknown },
  ): Promise<ActionState | undefined> {
    const said: Said = readDetails(actionForms[type], typed);
    if (said.newDue && said.newDue < subject.today)
      throw new BadPayload([{ path: ['newDue'], message: 'By when? must be today or later' }]);
    return this.statements.together(async (tx) => {
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
    });
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
      said.evidenceText ?? action.evidence,
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

interface Said {
  readonly evidenceText?: string;
  readonly reason?: string;
  readonly note?: string | undefined;
  readonly newDue?: string;
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly ownerEmail?: string | undefined;
}

interface Told {
  readonly action: ActionRow;
  readonly type: PersonalEvent;
  readonly state: ActionState;
  readonly said: Said;
  readonly owner: ActionOwner | undefined;
}

function eventOf(
  type: PersonalEvent,
  { actor, action, said, owner }: Pick<Told, 'action' | 'said' | 'owner'> & { actor: Actor },
): ActionEvent {
  return {
    type,
    evidenceText: said.evidenceText,
    reason: said.reason,
    newOwner: owner !== undefined,
    newDue: said.newDue,
    chairApproves: mayCancelActions(actor),
    actorIsOwner: action.ownerId === actor.id,
  };
}

/** A new date with a new owner; 5 more school days when the check found something missing. */
function dueAfter({ type, said, action }: Told, { today, calendar }: SupportedCase): CalendarDay {
  if (type === 'REJECTED') return lastDayOf({ unit: 'SD', n: 5 }, today, calendar);
  return said.newDue ?? action.dueOn;
}

/** The chair of the meeting, or whoever leads the work, decides what becomes of a blocked action. */
function leadOf({ action, said }: Told, { file, today }: SupportedCase): unknown[] {
  const isLed = pathwayNamed(file.pathway).seenBy.includes('transition_lead');
  const lead = isLed ? 'transition_lead' : 'send_manager';
  return [
    file.id,
    `action:${action.id}:${action.version}`,
    `${action.ownerName} says that “${action.text}” cannot be done: ${said.reason ?? ''}`,
    action.source === 'meeting' ? 'panel_chair' : lead,
    today,
  ];
}
