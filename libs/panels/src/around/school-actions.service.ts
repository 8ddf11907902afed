import { type Actor } from '@app/access';
import {
  actionForms,
  type ActionState,
  actionStep,
  Calendars,
  mayCancelActions,
  type PersonalEvent,
} from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { badField } from '@app/people';
import { type CalendarDay, Clock, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { seesAllPanels } from '../series/panel';
import { refuse } from '../sittings/people';
import { SittingNotFound } from '../sittings/sitting';
import {
  DECIDED,
  HOLD,
  LIST,
  MOVE,
  OFFICER,
  ONE,
  OVERDUE,
  OWN,
  TELL_CHAIR,
  TRAIL,
} from './school-action.sql';

/** Something that somebody is to do for a school, agreed at a sitting. */
export interface SchoolAction {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly text: string;
  readonly state: ActionState;
  readonly version: number;
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly ownerEmail: string | null;
  readonly dueOn: CalendarDay;
  readonly evidence: string | null;
  /** Who said that it is done. */
  readonly doneBy: string | null;
  readonly urn: string;
  readonly school: string;
  readonly panel: string;
  readonly panelId: string;
  readonly agreedOn: CalendarDay;
}

/** One line of its trail. */
export interface SchoolActionLine {
  readonly [column: string]: unknown;
  readonly type: string;
  readonly owner: string;
  readonly words: string | null;
  readonly at: Date;
  readonly by: string;
}

interface Said {
  readonly evidenceText?: string;
  readonly reason?: string;
  readonly note?: string | undefined;
  readonly newDue?: CalendarDay;
  readonly ownerId?: string | undefined;
  readonly ownerName?: string | undefined;
  readonly ownerEmail?: string | undefined;
}

interface Owner {
  readonly id: string | null;
  readonly name: string;
  readonly email: string | null;
}

const OWNERS_SAY: readonly PersonalEvent[] = ['MARK_DONE', 'MARK_BLOCKED'];

/** Actions that a panel agreed with a school: the same life as those of a case, and never checked by whoever did them (handbook 3.4). */
@Injectable()
export class SchoolActions {
  constructor(
    private readonly statements: Statements,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Those still to be done or checked that this person may see, by date. */
  list(actor: Actor): Promise<SchoolAction[]> {
    return this.statements.run<SchoolAction>('school-actions', LIST, this.seeing(actor));
  }

  /** Those that this person has. */
  own(actor: Actor): Promise<SchoolAction[]> {
    return this.statements.run<SchoolAction>('school-actions-own', OWN, [
      actor.authority,
      actor.id,
    ]);
  }

  /** One action with its trail, newest first. @throws SittingNotFound */
  async find(
    actor: Actor,
    id: string,
  ): Promise<{ action: SchoolAction; trail: SchoolActionLine[] }> {
    const action = await this.one(this.statements, actor, id);
    const trail = await this.statements.run<SchoolActionLine>('school-action-trail', TRAIL, [id]);
    return { action, trail };
  }

  /** What this person may record on it. */
  maySay(actor: Actor, action: SchoolAction, type: PersonalEvent): boolean {
    if (type === 'CANCELLED') return mayCancelActions(actor);
    if (OWNERS_SAY.includes(type) && action.ownerId === actor.id) return true;
    return seesAllPanels(actor) && !(type === 'VERIFIED' && isOwnWork(actor, action));
  }

  /** Records how it stands. @throws SittingNotFound, NotAllowedNow, BadDetails; nothing is changed then */
  async tell(
    actor: Actor,
    id: string,
    { type, typed }: { type: PersonalEvent; typed: unknown },
  ): Promise<ActionState> {
    const said: Said = actionForms[type].parse(typed);
    if (said.newDue && said.newDue < this.clock.today())
      throw badField('newDue', 'By when? must be today or later');
    return this.statements.together(async (tx) => {
      await this.one(tx, actor, id);
      await tx.run('school-action-hold', HOLD, [id]);
      const action = await this.one(tx, actor, id);
      const owner = type === 'REASSIGNED' ? await ownerFrom(tx, actor, said) : undefined;
      const state = actionStep(action.state, {
        type,
        evidenceText: said.evidenceText,
        reason: said.reason,
        newDue: said.newDue,
        newOwner: owner !== undefined,
        chairApproves: mayCancelActions(actor),
        actorIsOwner: isOwnWork(actor, action),
      });
      if (!this.maySay(actor, action, type))
        refuse(type, {
          guard: 'actorCan',
          text: 'The owner says how an action stands; the chair, the coordinator or a manager decides the rest',
          missing: [],
        });
      await this.write(tx, actor, { action, type, state, said, owner });
      return state;
    });
  }

  /** Open actions past their day are overdue. @returns how many */
  async sweep(): Promise<number> {
    const state = actionStep('open', { type: 'DUE_PASSED' });
    const values = [this.clock.today(), this.clock.now(), state];
    return (await this.statements.run('school-actions-overdue', OVERDUE, values)).length;
  }

  private async write(
    tx: Runner,
    actor: Actor,
    { action, type, state, said, owner }: Step,
  ): Promise<void> {
    const today = this.clock.today();
    const calendar = await this.calendars.forSchool(actor.authority, action.urn);
    const sentBack = type === 'REJECTED';
    await tx.run('school-action-move', MOVE, [
      action.id,
      state,
      sentBack ? lastDayOf({ unit: 'SD', n: 5 }, today, calendar) : (said.newDue ?? action.dueOn),
      owner ? owner.id : action.ownerId,
      owner?.name ?? action.ownerName,
      owner ? owner.email : action.ownerEmail,
      said.evidenceText ?? (sentBack ? null : action.evidence),
      type === 'MARK_DONE' ? actor.id : sentBack ? null : action.doneBy,
      actor.id,
      this.clock.now(),
      type,
      said.evidenceText ?? said.reason ?? said.note ?? null,
    ]);
    if (state === 'blocked')
      await tx.run('school-action-chair', TELL_CHAIR, [
        actor.authority,
        `school-action:${action.id}:${action.version}`,
        `${action.ownerName} says that “${action.text}” for ${action.school} cannot be done: ${said.reason ?? ''}`,
        today,
      ]);
    if (action.state === 'blocked')
      await tx.run('school-action-decided', DECIDED, [action.id, today, actor.id]);
  }

  private async one(runner: Runner, actor: Actor, id: string): Promise<SchoolAction> {
    const [action] = await runner.run<SchoolAction>('school-action-one', ONE, [
      ...this.seeing(actor),
      id,
    ]);
    if (!action) throw new SittingNotFound();
    return action;
  }

  private seeing(actor: Actor): unknown[] {
    const { authority, id, schoolUrn } = actor;
    return [authority, id, this.clock.today(), seesAllPanels(actor), schoolUrn];
  }
}

interface Step {
  readonly action: SchoolAction;
  readonly type: PersonalEvent;
  readonly state: ActionState;
  readonly said: Said;
  readonly owner: Owner | undefined;
}

/** Whoever has it, or said that it is done, does not check it. */
const isOwnWork = ({ id }: Actor, { ownerId, doneBy }: SchoolAction) =>
  ownerId === id || doneBy === id;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** @throws BadDetails when nobody is named */
async function ownerFrom(
  tx: Runner,
  { authority }: Actor,
  { ownerId, ownerName, ownerEmail }: Said,
): Promise<Owner> {
  if (!ownerId) {
    if (!ownerName) throw badField('ownerName', 'Say who will do it');
    if (!ownerEmail || !EMAIL.test(ownerEmail))
      throw badField('ownerEmail', 'Enter an e-mail address, like name@example.org');
    return { id: null, name: ownerName, email: ownerEmail };
  }
  const [officer] = await tx.run<{ id: string; name: string }>('school-action-officer', OFFICER, [
    authority,
    ownerId,
  ]);
  if (!officer) throw badField('ownerId', 'Choose somebody from the list');
  return { ...officer, email: null };
}
