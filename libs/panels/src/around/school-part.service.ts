import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { ask } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { comeTo, itemAt } from '../sittings/at-sitting';
import { refuse } from '../sittings/people';
import { SittingNotFound } from '../sittings/sitting';

/** What of a school’s part is missing, in words. */
export const LACKS = {
  papers: 'Its papers did not come',
  person: 'Nobody from the school came',
} as const;
export type Lacks = keyof typeof LACKS;

/** The form with which a school is asked for its part. */
export const schoolPartForm = z.strictObject({ lacks: ask.choice('What is missing?', LACKS) });

/** A school was asked for its part in an item. */
export interface SchoolAsked {
  readonly itemId: string;
  readonly lacks: Lacks;
  readonly askedOn: CalendarDay;
}

/** A school that did not come, or sent no papers: somebody who runs the sitting asks for it, and the head is written to (N-45). */
@Injectable()
export class SchoolPart {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The schools of this sitting that were asked, for the items that this person may read. @throws SittingNotFound */
  async asked(actor: Actor, sittingId: string): Promise<SchoolAsked[]> {
    const { items } = await comeTo(this.statements, actor, sittingId, this.clock.today());
    return this.statements.run<SchoolAsked & Record<string, unknown>>('school-asked', ASKED, [
      items.map(({ id }) => id),
    ]);
  }

  /** Asks once for each; asking again changes nothing. @throws SittingNotFound, NotAllowedNow before the papers were due or the sitting began */
  async ask(
    actor: Actor,
    sittingId: string,
    { itemId, lacks }: { itemId: string; lacks: Lacks },
  ): Promise<void> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    const item = itemAt(at, itemId);
    if (!at.seat.runs) throw new SittingNotFound();
    const { papersDueAt, startsAt } = at.sitting;
    const possibleFrom = lacks === 'papers' ? papersDueAt : startsAt;
    if (this.clock.now() < possibleFrom)
      refuse('SCHOOL_ASKED', {
        guard: 'dayReached',
        text:
          lacks === 'papers'
            ? 'The papers are not due yet. Ask for them once their day has passed'
            : 'The sitting has not begun yet, so the school can still come',
        missing: [],
      });
    if (!item.urn)
      refuse('SCHOOL_ASKED', {
        guard: 'school',
        text: 'The record has no school for this child. Add it on the page of the child first',
        missing: [],
      });
    await this.statements.run('school-ask', ASK, [
      actor.authority,
      itemId,
      lacks,
      actor.id,
      this.clock.today(),
    ]);
  }
}

const ASKED = `
SELECT item_id AS "itemId", lacks, asked_on AS "askedOn" FROM school_asked WHERE item_id = ANY ($1::uuid[]) ORDER BY asked_on, lacks`;

const ASK = `
INSERT INTO school_asked (authority, item_id, lacks, by_id, asked_on) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (item_id, lacks) DO NOTHING`;
