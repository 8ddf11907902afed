import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type PaperFile } from '../documents/paper-file';
import { Feedback } from '../around/feedback.service';
import { comeTo, itemAt } from './at-sitting';
import { Papers } from './papers.service';
import { SittingNotFound } from './sitting';

/** A link to one paper, for one person and a short while. */
export interface PaperLink {
  readonly id: string;
  readonly endsAt: Date;
}

/** The link has run out. Its person may ask for another where the paper is offered. */
export class PaperLinkEnded extends Error {
  constructor(readonly sittingId: string) {
    super('This link to a paper has run out');
  }
}

interface Wanted {
  readonly sittingId: string;
  /** For a paper about one item. */
  readonly itemId?: string | undefined;
  readonly file: string;
}

/** Minutes that a link works: enough for a slow connection, too few to be handed around. */
export const LINK_MINUTES = 15;

/** Papers leave the product by links that end by themselves; each use is checked and logged again. */
@Injectable()
export class PaperLinks {
  constructor(
    private readonly statements: Statements,
    private readonly papers: Papers,
    private readonly feedback: Feedback,
    private readonly clock: Clock,
  ) {}

  /** A new link for this person. @throws SittingNotFound for anything that is not there for them */
  async make(actor: Actor, { sittingId, itemId, file }: Wanted): Promise<PaperLink> {
    const at = await comeTo(this.statements, actor, sittingId, this.clock.today());
    const isKnown = itemId ? Feedback.makes(file) : Papers.makes(file);
    if (!isKnown || (itemId && itemAt(at, itemId) && !at.seat.runs)) throw new SittingNotFound();
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
    const values = [actor.authority, sittingId, itemId ?? null, actor.id, file, now, endsAt];
    const [made] = await this.statements.run<{ id: string }>('paper-link-make', MAKE, values);
    return { id: made!.id, endsAt };
  }

  /**
   * The paper behind a link, made now from what its person may see now.
   * @throws SittingNotFound for anybody else, PaperLinkEnded, NotAllowedNow
   */
  async take(actor: Actor, linkId: string): Promise<PaperFile> {
    const [link] = await this.statements.run<LinkRow>('paper-link', READ, [
      actor.authority,
      actor.id,
      linkId,
    ]);
    if (!link) throw new SittingNotFound();
    const { sittingId, itemId, file, endsAt } = link;
    if (endsAt < this.clock.now()) throw new PaperLinkEnded(sittingId);
    if (!itemId) return this.papers.file(actor, sittingId, file);
    return this.feedback.file(actor, sittingId, { itemId, name: file });
  }
}

interface LinkRow {
  readonly [column: string]: unknown;
  readonly sittingId: string;
  readonly itemId: string | null;
  readonly file: string;
  readonly endsAt: Date;
}

const MAKE = `
INSERT INTO paper_link (authority, sitting_id, item_id, officer_id, file, made_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`;
const READ = `
SELECT sitting_id AS "sittingId", item_id AS "itemId", file, ends_at AS "endsAt" FROM paper_link
WHERE authority = $1 AND officer_id = $2 AND id::text = $3`;
