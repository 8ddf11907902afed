import { pathwayNamed } from '@app/pathways';
import { comeTo } from '../../../libs/panels/src/sittings/at-sitting';
import { type Item } from '../../../libs/panels/src/sittings/items';
import { oneOf, type Random } from '../../../libs/pathways/testing/random';
import { type Council } from './council';
import { type PanelServices, type Refusals } from './panel-services';

const { events } = pathwayNamed('tats_case');
const DECISIONS = [
  'DECISION_ACTIONS',
  'DECISION_ACTIONS',
  'DECISION_ACTIONS',
  'DECISION_ACTIONS',
  'DECISION_SIGNPOST',
  'DECISION_ESCALATE',
  'DECISION_MOVE_PATHWAY',
] as const;
const DEFERRALS = [
  'PAPERS_MISSING',
  'PROFESSIONAL_ABSENT',
  'FAMILY_REQUEST',
  'TIME_RAN_OUT',
] as const;
const INTERESTS = ['RELATED_CHILD', 'AUTHOR_OF_ADVICE', 'OWN_SCHOOL_BENEFITS'] as const;

/** The day of a sitting, with what goes wrong on such days. */
export class Room {
  readonly happened = { quorumLost: 0, decided: 0, putOff: 0, interests: 0 };

  constructor(
    private readonly council: Council,
    private readonly services: PanelServices,
    private readonly random: Random,
    private readonly refusals: Refusals,
    private readonly isAlwaysPutOff: (item: Item) => boolean,
  ) {}

  /** Takes the register and starts. @returns whether the sitting has its quorum, if need be after waiting */
  async began(id: string): Promise<boolean> {
    for (const sitter of this.council.sitters) {
      const here = this.chance(0.93);
      const deputyName = !here && this.chance(0.6) ? `Deputy of ${sitter.actor.name}` : undefined;
      await this.answers(
        id,
        sitter.memberId,
        here || deputyName ? 'here' : 'apologies',
        deputyName,
      );
    }
    await this.services.steps.start(this.coordinator, id);
    return (await this.come(id)).sitting.stage === 'in_session' || this.waitsForQuorum(id);
  }

  /** Item by item, until all are settled or the quorum is gone for good. */
  async sits(id: string): Promise<void> {
    const losesAt = this.chance(0.1) ? Math.floor(this.random() * 8) : -1;
    const { items } = await this.come(id);
    for (const [at, { id: itemId }] of items.entries()) {
      if (at === losesAt && (await this.losesQuorum(id, itemId))) return;
      await this.settled(id, itemId);
    }
    await this.services.steps.end(this.coordinator, id);
  }

  /** Minutes are approved once, and by nobody but the chair. */
  async approved(id: string): Promise<void> {
    if ((await this.come(id)).sitting.stage !== 'minutes_draft') return;
    const { minutes, chair } = this.services;
    await this.refusals.mustRefuse(() => minutes.approve(this.coordinator, id));
    await minutes.approve(chair.actor, id);
    await this.refusals.mustRefuse(() => minutes.approve(chair.actor, id));
  }

  private chance = (of: number) => this.random() < of;

  private get coordinator() {
    return this.services.coordinator.actor;
  }

  private come = (id: string) =>
    comeTo(this.council.statements, this.coordinator, id, this.council.clock.today());

  private answers(
    id: string,
    memberId: string,
    answer: 'here' | 'apologies' | 'left',
    deputyName?: string,
  ): Promise<void> {
    const { register } = this.services;
    return register.answer(this.coordinator, id, memberId, { answer, deputyName });
  }

  private async everybodyComes(id: string): Promise<void> {
    for (const { memberId, core } of this.council.sitters)
      if (core) await this.answers(id, memberId, 'here');
  }

  private async waitsForQuorum(id: string): Promise<boolean> {
    if (this.chance(0.4)) return false;
    await this.everybodyComes(id);
    await this.services.steps.quorumRestored(this.coordinator, id);
    return true;
  }

  /** @returns whether the remaining items went to the next sitting */
  private async losesQuorum(id: string, itemId: string): Promise<boolean> {
    const { steps, items, psychology } = this.services;
    await this.answers(id, psychology.memberId, 'left');
    await steps.quorumLost(this.coordinator, id);
    this.happened.quorumLost += 1;
    await this.refusals.mustRefuse(() => items.open(this.coordinator, id, itemId));
    await this.refusals.mustRefuse(() => steps.quorumRestored(this.coordinator, id));
    if (await this.waitsForQuorum(id)) return false;
    await steps.relist(this.coordinator, id);
    return true;
  }

  private async settled(id: string, itemId: string): Promise<void> {
    if (this.chance(0.06)) await this.declares(id, itemId);
    await this.opened(id, itemId);
    const item = (await this.come(id)).items.find((it) => it.id === itemId)!;
    const wants = this.chance(this.isAlwaysPutOff(item) ? 0.9 : 0.12);
    if (wants && (await this.putOff(id, itemId))) return;
    await this.decided(id, item);
  }

  private async declares(sittingId: string, itemId: string): Promise<void> {
    // Somebody who was known to be related does not see the item any more.
    const { related } = (await this.come(sittingId)).items.find(({ id }) => id === itemId)!;
    const members = this.council.sitters.filter(
      ({ core, service, memberId }) =>
        core && service !== 'coordinator' && !related.includes(memberId),
    );
    const { memberId, actor } = oneOf(this.random, members)!;
    const kind = oneOf(this.random, INTERESTS)!;
    await this.services.register.declare(actor, { sittingId, itemId, memberId }, kind);
    this.happened.interests += 1;
  }

  /** Opens the item. Without a quorum for it those who are away are fetched; the last way out is that an interest was a mistake. */
  private async opened(id: string, itemId: string): Promise<void> {
    const open = () => this.services.items.open(this.coordinator, id, itemId);
    if (await this.refusals.isAllowed(open)) return;
    await this.everybodyComes(id);
    if (await this.refusals.isAllowed(open)) return;
    await this.council.statements.run('', NO_INTEREST, [itemId]);
    await open();
  }

  private putOff(sittingId: string, itemId: string): Promise<boolean> {
    const reason = oneOf(this.random, DEFERRALS)!;
    return this.byWhoChairs('putOff', (actor) =>
      this.services.items.defer(actor, { sittingId, itemId, reason }),
    );
  }

  /** A review may close; what was agreed is done by then. */
  private async decided(sittingId: string, { id: itemId, kind, caseId }: Item): Promise<void> {
    if (kind === 'review') await this.council.statements.run('', ALL_DONE, [caseId]);
    const closes = kind === 'review' && this.chance(0.7);
    const event = closes ? 'DECISION_CLOSE_STABLE' : oneOf(this.random, DECISIONS)!;
    const command = { sittingId, itemId, event, payload: { ...events[event]!.example } };
    const done = await this.byWhoChairs('decided', (actor) =>
      this.services.items.decide(actor, command),
    );
    if (done) return;
    const { chair, deputy } = this.services;
    const said = [chair, deputy].map(({ actor }) =>
      this.services.items.decide(actor, command).catch(String),
    );
    throw new Error(`Nobody could decide item ${itemId}: ${(await Promise.all(said)).join('; ')}`);
  }

  /** The chair does it; the deputy where the chair may not. */
  private async byWhoChairs(
    what: 'decided' | 'putOff',
    step: (actor: PanelServices['chair']['actor']) => Promise<void>,
  ): Promise<boolean> {
    for (const { actor } of [this.services.chair, this.services.deputy]) {
      if (!(await this.refusals.isAllowed(() => step(actor)))) continue;
      this.happened[what] += 1;
      return true;
    }
    return false;
  }
}

const ALL_DONE = `UPDATE action SET state = 'done' WHERE case_id = $1 AND state <> 'cancelled'`;
/** That somebody is related holds for the child, whenever it was said. */
const NO_INTEREST = `
DELETE FROM item_interest n USING sitting_item i, sitting_item o
WHERE i.id = $1 AND n.item_id = o.id AND (o.id = i.id OR o.case_id = i.case_id)`;
