import { type Actor } from '@app/access';
import { Calendars, CaseworkService } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { pathwayNamed } from '@app/pathways';
import { type CalendarDay, Clock, lastDayOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { quorumFor } from '../pure/quorum';
import { type SittingEventType, type SittingStage } from '../pure/sitting-events';
import { type SittingFacts } from '../pure/sitting-guards';
import { sittingStep } from '../pure/sitting-step';
import { answersFor } from './answers-for';
import { demandChairs } from './agenda-demands';
import { Agendas } from './agendas.service';
import { type AtSitting, comeTo, nextSitting } from './at-sitting';
import { demandSeen } from './changed-first';
import { noteChange } from './changes';
import { type Item, itemsOf } from './items';
import { asCoordinator, listItem } from './lock-agenda';
import { takeOff, takeOffGone } from './off-the-agenda';
import { demandRuns, refuse } from './people';
import { type Member } from './seats';
import { holdSitting, type Sitting } from './sitting';

interface Said {
  readonly type: SittingEventType;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The version of the sitting that the actor saw. */
  readonly seen?: number | undefined;
}

/** Takes a sitting through its stages (handbook 3.3), and its items with it. */
@Injectable()
export class SittingSteps {
  constructor(
    private readonly statements: Statements,
    private readonly agendas: Agendas,
    private readonly casework: CaseworkService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Opens the agenda for items. @throws SittingNotFound, NotAllowedNow */
  openAgenda(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    return this.step(actor, sittingId, { type: 'AGENDA_OPENED', payload: {}, seen });
  }

  /**
   * Fixes the agenda and gives out the papers. Each child is put on record in a transaction of its own with the event of
   * its case; locking again goes on where it stopped.
   * @throws SittingNotFound, NotAllowedNow before the paper deadline
   */
  async lock(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    const { at, lines, left } = await this.agendas.of(actor, sittingId);
    const event = { type: 'AGENDA_LOCKED', payload: {}, seen } as const;
    await demandSeen(this.statements, seen, standing(at));
    this.stageAfter(at, event);
    const today = this.clock.today();
    for (const line of lines) {
      await this.statements.together((tx) =>
        listItem(tx, this.casework, actor, { sitting: at.sitting, line, today }),
      );
    }
    await this.step(actor, sittingId, event, (tx) =>
      takeOff(tx, left, { actor, sitting: at.sitting, at: this.clock.now() }),
    );
  }

  /** Starts the sitting; without a quorum it is inquorate from the start. @throws SittingNotFound, NotAllowedNow before its day */
  async start(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    const { sitting } = await comeTo(this.statements, actor, sittingId, this.clock.today());
    if (sitting.sitsOn > this.clock.today())
      refuse('MEETING_STARTED', {
        guard: 'dayReached',
        text: 'The sitting can be started on its day',
        missing: [],
      });
    await this.step(actor, sittingId, { type: 'MEETING_STARTED', payload: {}, seen });
  }

  /** People left, so nothing can be decided. */
  quorumLost(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    return this.step(actor, sittingId, { type: 'QUORUM_LOST', payload: {}, seen });
  }

  /** Enough people are back. @throws NotAllowedNow while they are not */
  quorumRestored(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    return this.step(actor, sittingId, { type: 'QUORUM_RESTORED', payload: {}, seen });
  }

  /** Ends the sitting. @throws NotAllowedNow while an item is neither decided nor put off */
  async end(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    await this.step(actor, sittingId, { type: 'MEETING_ENDED', payload: {}, seen }, async (tx) => {
      await tx.run('sitting-ended', ENDED, [sittingId, this.clock.now()]);
    });
  }

  /** An inquorate sitting gives its items to the next one. @throws NotAllowedNow without a next one */
  async relist(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    const event = { type: 'RELISTED', payload: {}, seen } as const;
    await this.step(actor, sittingId, event, async (tx, at, stage) => {
      await this.carryOn(tx, actor, at, 'inquorate');
      await tx.run('sitting-ended', ENDED, [sittingId, this.clock.now()]);
      if (stage === 'closed')
        await tx.run('sitting-seen-until', SEEN_UNTIL, [sittingId, await this.lastSeen(actor)]);
    });
  }

  /** Cancels a sitting that has not begun: its items go to the next one and lose nothing. @throws NotAllowedNow without a reason */
  async cancel(actor: Actor, sittingId: string, reason: string, seen?: number): Promise<void> {
    const event = { type: 'MEETING_CANCELLED', payload: { reason: reason.trim() }, seen } as const;
    await this.step(actor, sittingId, event, async (tx, at) => {
      await this.carryOn(tx, actor, at, 'cancelled');
      await tx.run('sitting-cancelled', CANCELLED, [sittingId, reason.trim()]);
    });
  }

  /** The chair approves the minutes: from here they are frozen, and ten working days later members no longer see the items. */
  async approveMinutes(
    actor: Actor,
    sittingId: string,
    { kept, hash, seen }: { kept: string; hash: Buffer; seen?: number | undefined },
  ): Promise<void> {
    const event = { type: 'MINUTES_APPROVED', payload: {}, seen } as const;
    await this.step(actor, sittingId, event, async (tx) => {
      await tx.run('minutes-approved', APPROVED, [
        sittingId,
        this.clock.now(),
        actor.id,
        hash,
        await this.lastSeen(actor),
        kept,
      ]);
    });
  }

  /** The last day on which members read the items of a sitting that ends today. */
  private async lastSeen({ authority }: Actor): Promise<CalendarDay> {
    const calendar = await this.calendars.forSchool(authority, null);
    return lastDayOf(ACCESS, this.clock.today(), calendar);
  }

  private async step(
    actor: Actor,
    sittingId: string,
    event: Said,
    also: (tx: Runner, at: AtSitting, stage: SittingStage) => Promise<void> = () =>
      Promise.resolve(),
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      await holdSitting(tx, actor, sittingId);
      const at = await this.comeRunning(tx, actor, sittingId);
      await demandSeen(tx, event.seen, standing(at));
      if (event.type === 'MINUTES_APPROVED') demandChairs(at);
      const stage = this.stageAfter(at, event);
      await also(tx, at, stage);
      await tx.run('sitting-step', STEP, [
        sittingId,
        at.sitting.version,
        stage,
        actor.authority,
        event.type,
        JSON.stringify(event.payload),
        actor.id,
        at.seat.chairs ? 'chair' : 'coordinator',
        this.clock.now(),
      ]);
      await noteChange(tx, {
        authority: actor.authority,
        sittingId,
        what: event.type,
        byId: actor.id,
        at: this.clock.now(),
      });
    });
  }

  /** Comes as somebody who runs the sitting, once what is gone is off its agenda. @throws SittingNotFound, NotAllowedNow */
  private async comeRunning(tx: Runner, actor: Actor, sittingId: string): Promise<AtSitting> {
    const at = await comeTo(tx, actor, sittingId, this.clock.today());
    demandRuns(at);
    await takeOffGone(tx, { actor, sitting: at.sitting, at: this.clock.now() });
    return comeTo(tx, actor, sittingId, this.clock.today());
  }

  /** @throws NotAllowedNow */
  private stageAfter(at: AtSitting, { type, payload }: Said) {
    const occurredOn = this.clock.today();
    return sittingStep(at.sitting.stage, { type, payload, occurredOn, facts: this.factsOf(at) });
  }

  private factsOf({ sitting, seat, members, items, unsettled }: AtSitting): SittingFacts {
    const { met, missing } = quorumFor(sitting.terms.quorum, coreOf(members));
    return {
      paperDeadlinePassed: this.clock.now() >= sitting.papersDueAt,
      chairApproves: seat.chairs,
      actorIsChair: seat.chairs,
      quorate: met,
      missing,
      everyItemSettled: unsettled === 0,
      somethingDecided: items.some(({ status }) => status === 'decided' || status === 'deferred'),
    };
  }

  /** Unsettled items go to the next sitting in their order, and it counts as no deferral (handbook 3.4, rule 7). */
  private async carryOn(
    tx: Runner,
    actor: Actor,
    { sitting }: AtSitting,
    cause: 'cancelled' | 'inquorate',
  ): Promise<void> {
    const left = (await itemsOf(tx, sitting)).filter(({ status }) => LIVE.includes(status));
    if (!left.length) return;
    const next = await nextSitting(tx, sitting);
    if (!next)
      return refuse('RELISTED', {
        guard: 'nextSitting',
        text: 'No later sitting of this panel is planned, so its items have nowhere to go',
        missing: [{ what: 'A later sitting', who: 'The coordinator, on the page of the panel' }],
      });
    for (const item of left) {
      await tx.run('item-moved', MOVED, [item.id]);
      await tx.run('item-carried', CARRY, [item.id, next.id]);
      await this.notHeld(tx, actor, { sitting, item, cause, next });
    }
  }

  private async notHeld(
    tx: Runner,
    actor: Actor,
    {
      sitting,
      item,
      cause,
      next,
    }: {
      sitting: Sitting;
      item: Item;
      cause: 'cancelled' | 'inquorate';
      next: { id: string; on: string };
    },
  ): Promise<void> {
    const map = item.pathway ? sitting.kind.decides[item.pathway] : undefined;
    const [row] = await tx.run<{ stage: string }>('item-stage', STAGE, [item.caseId]);
    if (!map?.notHeld || !item.reference || !row || !map.opens?.from.includes(row.stage)) return;
    const { payload } = pathwayNamed(item.pathway!).events[map.notHeld]!;
    const today = this.clock.today();
    await this.casework.recordWithin(tx, asCoordinator(actor), item.reference, {
      type: map.notHeld,
      occurredOn: sitting.sitsOn < today ? sitting.sitsOn : today,
      payload: answersFor(payload, {
        sittingId: next.id,
        on: next.on,
        reason: { code: cause, words: CAUSES[cause] },
      }),
    });
  }
}

const standing = ({ sitting }: AtSitting) =>
  ({ sittingId: sitting.id, what: 'sitting', version: sitting.version }) as const;

/** How long members may read the items after the minutes (correction 12). */
const ACCESS = { unit: 'WD', n: 10 } as const;
const CAUSES = {
  cancelled: 'The sitting was cancelled',
  inquorate: 'Too few members came',
} as const;

const LIVE: readonly string[] = ['listed', 'open'];

/** Those who come to every item, as they count for the sitting as a whole. */
const coreOf = (members: readonly Member[]) =>
  members
    .filter(({ core }) => core)
    .map(({ id, officerId, name, service, answer, deputyName }) => ({
      memberId: officerId ?? id,
      name: deputyName ?? name,
      service,
      present: answer === 'here',
    }));

const STAGE = 'SELECT stage FROM send_case WHERE id = $1';
const STEP = `
WITH moved AS (UPDATE sitting SET stage = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id, version)
INSERT INTO sitting_event (sitting_id, version, authority, type, payload, actor_id, actor_role, at)
SELECT id, version, $4, $5, $6::jsonb, $7, $8, $9 FROM moved`;
const ENDED = 'UPDATE sitting SET ended_at = $2 WHERE id = $1';
const CANCELLED = `UPDATE sitting SET moved_because = $2, calendar_sequence = calendar_sequence + 1 WHERE id = $1`;
const SEEN_UNTIL = 'UPDATE sitting SET seen_until = $2 WHERE id = $1';
const APPROVED = `
UPDATE sitting SET minutes_approved_at = $2, minutes_approved_by = $3, minutes_hash = $4, seen_until = $5, minutes_kept = $6 WHERE id = $1`;
const MOVED = `UPDATE sitting_item SET status = 'moved', quorate = NULL, version = version + 1 WHERE id = $1`;
const CARRY = `
INSERT INTO sitting_item (authority, sitting_id, position, kind, case_id, school_urn, concern, minutes, because, score, score_parts, late_why,
  urgent_why, approved_by, invited, status, carried_from)
SELECT authority, $2, position, kind, case_id, school_urn, concern, minutes, because, score, score_parts, late_why, urgent_why, approved_by, invited,
  'listed', id FROM sitting_item WHERE id = $1`;
