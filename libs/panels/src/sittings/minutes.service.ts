import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock, londonDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  type Addendum,
  type MinutedItem,
  type Minutes,
  type SittingFacts,
} from '../documents/models';
import { type AtSitting, comeTo } from './at-sitting';
import { noteChange } from './changes';
import { factsOfItems } from './item-facts';
import { itemsOf } from './items';
import { minutedItem } from './minuted-item';
import { refuse } from './people';
import { sittingFacts } from './sitting-facts';
import { SittingNotFound } from './sitting';
import { SittingSteps } from './sitting-steps.service';

/** The minutes of a sitting as one reader may have them. */
export interface MinutesOf {
  readonly at: AtSitting;
  readonly model: Minutes;
}

interface AddendumRow {
  readonly [column: string]: unknown;
  readonly itemId: string | null;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

const WRITTEN = ['minutes_draft', 'closed'];

/** Minutes drafted from the record, approved by the chair, frozen; what is corrected later is an addendum. */
@Injectable()
export class MinutesBook {
  constructor(
    private readonly statements: Statements,
    private readonly steps: SittingSteps,
    private readonly clock: Clock,
  ) {}

  /** The minutes with the items that this person may read. @throws SittingNotFound before the sitting has ended */
  async of(actor: Actor, sittingId: string): Promise<MinutesOf> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    if (!WRITTEN.includes(at.sitting.stage)) throw new SittingNotFound();
    return { at, model: await this.modelOf(this.statements, at) };
  }

  /** The chair approves what is written, which is then frozen. @throws SittingNotFound, NotAllowedNow for others, and the second time; ChangedFirst */
  async approve(actor: Actor, sittingId: string, seen?: number): Promise<void> {
    const { at } = await this.of(actor, sittingId);
    const kept = JSON.stringify(await this.written(at));
    await this.steps.approveMinutes(actor, sittingId, { kept, hash: sealOf(kept), seen });
  }

  /** Whether the copy that is kept still is what was approved; true for a draft. */
  async isUnchanged(actor: Actor, sittingId: string): Promise<boolean> {
    await this.of(actor, sittingId);
    const { hash, kept } = await this.approved(this.statements, sittingId);
    return !hash || (kept !== null && hash.equals(sealOf(kept)));
  }

  private async approved(runner: Runner, sittingId: string): Promise<ApprovedRow> {
    const [row] = await runner.run<ApprovedRow>('minutes-kept', KEPT, [sittingId]);
    return row!;
  }

  /** All items as they are in the record now, also those that this person may not read. */
  private async written(at: AtSitting): Promise<Written> {
    const items = await itemsOf(this.statements, at.sitting);
    const facts = await factsOfItems(this.statements, items);
    return {
      sitting: await sittingFacts(this.statements, at.sitting),
      items: Object.fromEntries(
        items.map((item) => [item.id, minutedItem(item, facts.get(item.id))]),
      ),
    };
  }

  /** Corrects approved minutes: the text stands beside them. @throws SittingNotFound, NotAllowedNow while they are a draft */
  async addendum(
    actor: Actor,
    sittingId: string,
    { itemId, text }: { itemId?: string | undefined; text: string },
  ): Promise<void> {
    const { at } = await this.of(actor, sittingId);
    if (!at.seat.runs || (itemId && !at.items.some(({ id }) => id === itemId)))
      throw new SittingNotFound();
    if (at.sitting.stage !== 'closed')
      refuse('ADDENDUM', {
        guard: 'approved',
        text: 'The minutes are not approved yet. Change what is wrong in the record itself',
        missing: [],
      });
    if (!text.trim())
      refuse('ADDENDUM', { guard: 'text', text: 'Enter what is corrected', missing: [] });
    const now = this.clock.now();
    await this.statements.together(async (tx) => {
      const values = [actor.authority, sittingId, itemId ?? null, text.trim(), actor.id, now];
      await tx.run('minutes-addendum', ADD, values);
      await noteChange(tx, {
        authority: actor.authority,
        sittingId,
        itemId: itemId ?? null,
        what: 'addendum',
        byId: actor.id,
        at: now,
      });
    });
  }

  private async modelOf(runner: Runner, at: AtSitting): Promise<Minutes> {
    const { sitting, seat, items, hidden } = at;
    const { kept } = await this.approved(runner, sitting.id);
    const written = kept ? (JSON.parse(kept) as Written) : await this.written(at);
    const rows = await runner.run<AddendumRow>('minutes-addenda', ADDENDA, [sitting.id]);
    const addendaOf = (itemId: string | null): Addendum[] =>
      rows
        .filter((row) => row.itemId === itemId)
        .map(({ text, by, at: when }) => ({ text, by, on: londonDay(when) }));
    return {
      sitting: written.sitting,
      copy: {
        name: seat.actor.name,
        role: seat.chairs ? 'Chair' : 'Member',
        takenAt: this.clock.now(),
        ...(sitting.seenUntil && { accessEndsOn: sitting.seenUntil }),
      },
      ...(sitting.approvedAt && {
        approved: { by: sitting.approvedBy ?? '', on: londonDay(sitting.approvedAt) },
      }),
      items: items.flatMap(({ id }) => {
        const item = written.items[id];
        return item ? [{ ...item, addenda: addendaOf(id) }] : [];
      }),
      notForYou: hidden,
      addenda: addendaOf(null),
    };
  }
}

/** What is frozen: the record itself, whoever looks at it and whenever. */
interface Written {
  readonly sitting: SittingFacts;
  /** By the id of the item. */
  readonly items: Readonly<Record<string, Omit<MinutedItem, 'addenda'>>>;
}

interface ApprovedRow {
  readonly [column: string]: unknown;
  readonly hash: Buffer | null;
  readonly kept: string | null;
}

const sealOf = (kept: string): Buffer => createHash('sha256').update(kept).digest();

const ADDENDA = `
SELECT a.item_id AS "itemId", a.text, o.name AS by, a.at FROM minutes_addendum a JOIN officer o ON o.id = a.by_id
WHERE a.sitting_id = $1 ORDER BY a.at, a.id`;
const ADD = `INSERT INTO minutes_addendum (authority, sitting_id, item_id, text, by_id, at) VALUES ($1, $2, $3, $4, $5, $6)`;
const KEPT = 'SELECT minutes_hash AS hash, minutes_kept AS kept FROM sitting WHERE id = $1';
