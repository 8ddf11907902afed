import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type AtSitting, comeTo, itemAt } from './at-sitting';
import { type Item } from './items';
import { SittingNotFound } from './sitting';

/** Opens the door of a sitting to somebody who has a seat there. */
@Injectable()
export class SittingRoom {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The sitting with the items that this person may read. @throws SittingNotFound for people without a seat */
  enter(actor: Actor, sittingId: string): Promise<AtSitting> {
    return comeTo(this.statements, actor, sittingId, this.clock.today());
  }

  /** The sitting with one of the items that this person may read. @throws SittingNotFound */
  async enterItem(
    actor: Actor,
    sittingId: string,
    itemId: string,
  ): Promise<{ at: AtSitting; item: Item }> {
    const at = await this.enter(actor, sittingId);
    return { at, item: itemAt(at, itemId) };
  }

  /** The same for those who run it. @throws SittingNotFound */
  async enterRunning(actor: Actor, sittingId: string): Promise<AtSitting> {
    const at = await this.enter(actor, sittingId);
    if (!at.seat.runs) throw new SittingNotFound();
    return at;
  }
}
