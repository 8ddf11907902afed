import { type Actor } from '@app/access';
import { BadPayload, Calendars, CaseworkService } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { pathwayNamed, said } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { schoolDecision } from '../kinds/school-decision';
import { type DeferralReason } from '../pure/terms';
import { type AtSitting, comeTo, itemAt, nextSitting } from './at-sitting';
import { changedFirst, demandSeen } from './changed-first';
import { noteChange } from './changes';
import { ItemRecord } from './item-record';
import { type Item } from './items';
import { type Outcome, DEFERRAL_WORDS } from './outcome';
import { type DecideCommand } from './decide-command';
import { demandChair, demandQuorum, demandRuns, inTheRoom, refuse } from './people';
import { holdSitting, type Sitting } from './sitting';

/** Takes an item through the sitting: opened, decided, put off. What is decided about a child is an event of the case. */
@Injectable()
export class ItemSteps {
  private readonly record: ItemRecord;

  constructor(
    private readonly statements: Statements,
    casework: CaseworkService,
    calendars: Calendars,
    private readonly clock: Clock,
  ) {
    this.record = new ItemRecord(casework, calendars, clock);
  }

  /**
   * Opens an item; one that was open is left as it is, with what was typed.
   * @throws SittingNotFound, NotAllowedNow without a quorum, ChangedFirst
   */
  async open(actor: Actor, sittingId: string, itemId: string, seen?: number): Promise<void> {
    await this.statements.together(async (tx) => {
      const at = await this.comeRunning(tx, actor, sittingId);
      const item = itemAt(at, itemId);
      if (item.status === 'open') return;
      await demandSeen(tx, seen, changing(at, item));
      if (item.status !== 'listed') await changedFirst(tx, changing(at, item));
      demandQuorum(at.sitting, item, at.members);
      await tx.run('items-leave-open', LEAVE, [sittingId]);
      await this.move(tx, at, item, { name: 'item-open', sql: OPEN, values: [this.clock.now()] });
      await this.record.opened(tx, actor, at, item);
      await this.changed(tx, actor, at.sitting, item, 'opened');
    });
  }

  /** Leaves the open item for later in the sitting; what was typed stays. @throws SittingNotFound, ChangedFirst */
  async leave(actor: Actor, sittingId: string, itemId: string, seen?: number): Promise<void> {
    await this.statements.together(async (tx) => {
      const at = await this.comeRunning(tx, actor, sittingId);
      const item = itemAt(at, itemId);
      await demandSeen(tx, seen, changing(at, item));
      await tx.run('items-leave-open', LEAVE, [sittingId]);
      await this.changed(tx, actor, at.sitting, item, 'left');
    });
  }

  /**
   * Decides an open item. The chair of the item decides; without a quorum nobody does.
   * @throws SittingNotFound, NotAllowedNow, ChangedFirst, BadPayload, VersionConflict; nothing is changed then
   */
  async decide(actor: Actor, command: DecideCommand): Promise<void> {
    const { sittingId, itemId } = command;
    await this.statements.together(async (tx) => {
      const at = await this.comeRunning(tx, actor, sittingId);
      const item = itemAt(at, itemId);
      const chair = demandChair(actor, item, at.members);
      if (isRepeated(item, command)) return;
      await demandSeen(tx, command.version, changing(at, item));
      if (item.status !== 'open') await changedFirst(tx, changing(at, item));
      demandQuorum(at.sitting, item, at.members);
      const outcome = this.decidedAs(at, actor, item, command);
      await tx.run('item-quorate', QUORATE, [item.id]);
      const caseVersion = await this.record.decided(tx, chair, at.sitting, item, command);
      await this.settle(tx, at, item, { status: 'decided', outcome, caseVersion });
      await this.changed(tx, actor, at.sitting, item, 'decided');
    });
  }

  /**
   * Puts an item off to the next sitting. @throws SittingNotFound, NotAllowedNow past the limit of the panel, ChangedFirst
   */
  async defer(
    actor: Actor,
    {
      sittingId,
      itemId,
      reason,
      note,
      seen,
    }: {
      sittingId: string;
      itemId: string;
      reason: DeferralReason;
      note?: string | undefined;
      seen?: number | undefined;
    },
  ): Promise<void> {
    await this.statements.together(async (tx) => {
      const at = await this.comeRunning(tx, actor, sittingId);
      const item = itemAt(at, itemId);
      const chair = demandChair(actor, item, at.members);
      await demandSeen(tx, seen, changing(at, item));
      if (!['listed', 'open'].includes(item.status)) await changedFirst(tx, changing(at, item));
      const approvedBy = await this.deferralApproved(tx, at.sitting, item);
      const next = await nextSitting(tx, at.sitting);
      const words = note ? `${DEFERRAL_WORDS[reason]}. ${note}` : DEFERRAL_WORDS[reason];
      const outcome: Outcome = {
        kind: 'deferred',
        reason,
        ...(note && { note }),
        ...(next && { to: next.on }),
        ...(approvedBy && { approvedBy }),
        room: inTheRoom(item, at.members),
        by: actor.name,
        on: this.record.dayOf(at.sitting),
      };
      await this.settle(tx, at, item, { status: 'deferred', outcome });
      await this.record.deferred(tx, chair, at.sitting, item, {
        next,
        reason: { code: reason, words },
        approvedBy,
      });
      await this.changed(tx, actor, at.sitting, item, 'deferred');
    });
  }

  /** Comes as somebody who runs the sitting, while it sits. @throws SittingNotFound, NotAllowedNow */
  private async comeRunning(tx: Runner, actor: Actor, sittingId: string): Promise<AtSitting> {
    await holdSitting(tx, actor, sittingId);
    const at = await comeTo(tx, actor, sittingId, this.clock.today());
    demandRuns(at);
    if (at.sitting.stage !== 'in_session')
      refuse('ITEM', {
        guard: 'inSession',
        text:
          at.sitting.stage === 'inquorate'
            ? 'The sitting lost its quorum. Nothing can be decided until it is back'
            : 'The sitting is not in session. Start it first',
        missing: [{ what: 'The start of the sitting', who: 'The chair or the coordinator' }],
      });
    return at;
  }

  /** Who approved by name that it waits beyond the limit; undefined within it. @throws NotAllowedNow */
  private async deferralApproved(
    tx: Runner,
    { id, terms }: Sitting,
    item: Item,
  ): Promise<string | undefined> {
    const [row] = await tx.run<{ count: number; approvedBy: string | null }>(
      'item-deferrals',
      DEFERRALS,
      [item.caseId, id],
    );
    if (!item.caseId || (row?.count ?? 0) < terms.mostDeferrals) return undefined;
    if (row?.approvedBy) return row.approvedBy;
    refuse('ITEM_DEFERRED', {
      guard: 'deferralsUnder2',
      text: `This child has been put off ${terms.mostDeferrals === 1 ? 'once' : 'twice'} already`,
      missing: [{ what: 'A decision on what is known', who: 'The chair' }],
      otherWays: [
        'Decide on what is known.',
        'Ask the head of service for a delegated decision, or to approve by name that it waits again.',
      ],
    });
  }

  private decidedAs(
    { sitting, members }: AtSitting,
    actor: Actor,
    item: Item,
    command: DecideCommand,
  ): Outcome {
    const definition = item.pathway
      ? decisionNamed(sitting, item.pathway, command.event)
      : schoolDecision;
    if (!definition) throw new BadPayload([{ path: ['decision'], message: 'Select a decision' }]);
    return {
      kind: 'decided',
      ...(item.pathway && { event: command.event }),
      ...(command.commandKey && { key: command.commandKey }),
      ...(!item.pathway && { said: command.payload }),
      decision: definition.happened ?? definition.title,
      reasons: said(command, 'reasons', 'reason') ?? '',
      ...(command.recommendation && { recommendation: command.recommendation }),
      ...(command.challenge && { challenge: command.challenge }),
      dissent: command.dissent ?? [],
      room: inTheRoom(item, members),
      by: actor.name,
      role: sitting.kind.code === 'ehc_decision' ? 'Decision maker' : 'Chair',
      on: this.record.dayOf(sitting),
    };
  }

  private async settle(
    tx: Runner,
    at: AtSitting,
    item: Item,
    { status, outcome, caseVersion }: Settled,
  ): Promise<void> {
    const values = [status, JSON.stringify(outcome), this.clock.now(), caseVersion ?? null];
    await this.move(tx, at, item, { name: 'item-settle', sql: SETTLE, values });
  }

  private async move(tx: Runner, at: AtSitting, item: Item, { name, sql, values }: Move) {
    const done = await tx.run(name, sql, [item.id, item.version, ...values]);
    if (!done.length) await changedFirst(tx, changing(at, item));
  }

  private changed(tx: Runner, actor: Actor, sitting: Sitting, item: Item, what: string) {
    return noteChange(tx, {
      authority: sitting.authority,
      sittingId: sitting.id,
      itemId: item.id,
      what,
      byId: actor.id,
      at: this.clock.now(),
    });
  }
}

/** What this panel may decide on a pathway; undefined for any other event of it. */
const decisionNamed = ({ kind }: Sitting, pathway: string, event: string) =>
  kind.decides[pathway]?.decisions.includes(event)
    ? pathwayNamed(pathway).events[event]
    : undefined;

/** The same command again: it has been done. */
const isRepeated = ({ outcome }: Item, { commandKey }: DecideCommand) =>
  commandKey !== undefined && outcome?.kind === 'decided' && outcome.key === commandKey;

interface Settled {
  readonly status: 'decided' | 'deferred';
  readonly outcome: Outcome;
  readonly caseVersion?: number | undefined;
}

interface Move {
  readonly name: string;
  readonly sql: string;
  readonly values: readonly unknown[];
}

const changing = ({ sitting }: AtSitting, { id, version }: Item) =>
  ({ sittingId: sitting.id, itemId: id, what: 'item', version }) as const;

const LEAVE = `UPDATE sitting_item SET status = 'listed', quorate = NULL, version = version + 1 WHERE sitting_id = $1 AND status = 'open'`;
const OPEN = `
UPDATE sitting_item SET status = 'open', quorate = true, opened_at = coalesce(opened_at, $3), version = version + 1
WHERE id = $1 AND version = $2 RETURNING id`;
const QUORATE = 'UPDATE sitting_item SET quorate = true WHERE id = $1';
const SETTLE = `
UPDATE sitting_item SET status = $3, outcome = $4, settled_at = $5, case_version = $6, version = version + 1
WHERE id = $1 AND version = $2 RETURNING id`;

/** How often the child was put off since a panel last decided. */
const DEFERRALS = `
SELECT count(*)::int AS count,
  (SELECT o.name FROM agenda_log l JOIN officer o ON o.id = l.by_id
   WHERE l.case_id = $1 AND l.sitting_id = $2 AND l.what = 'may_wait' ORDER BY l.id DESC LIMIT 1) AS "approvedBy"
FROM sitting_item d WHERE d.case_id = $1 AND d.status = 'deferred'
  AND NOT EXISTS (SELECT 1 FROM sitting_item x WHERE x.case_id = $1 AND x.status = 'decided' AND x.settled_at > d.settled_at)`;
