import { Statements } from '@app/database';
import { type LawInForce, pathwayNamed } from '@app/pathways';
import { readPack, type RulePack, shippedPacks } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { APPROVED } from './law-sql';
import { lawOnPathway } from './law-on-pathway';

interface Kept {
  readonly at: number;
  readonly packs: Promise<readonly RulePack[]>;
}

const FRESH_MS = 5_000;

/** The packs of law that a council has approved, on top of the book. */
@Injectable()
export class LawPacks {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly statements: Statements) {}

  /** Every approved pack, in the order of approval. */
  approved(authority: string): Promise<readonly RulePack[]> {
    const kept = this.kept.get(authority);
    const now = performance.now();
    if (kept && now - kept.at < FRESH_MS) return kept.packs;
    const packs = this.statements
      .run<{ content: unknown }>('law-packs', APPROVED, [authority])
      .then((rows) => rows.map(({ content }) => readPack(content)));
    this.kept.set(authority, { at: now, packs });
    packs.catch(() => this.kept.delete(authority));
    return packs;
  }

  /** All packs that count here: those that come with the product, and those that the council has approved. */
  async inForce(authority: string): Promise<readonly RulePack[]> {
    return [...shippedPacks(), ...(await this.approved(authority))];
  }

  /** What a case that begins now on this pathway remembers; undefined where the book alone counts. */
  async overlay(authority: string, pathway: string): Promise<LawInForce | undefined> {
    return lawOnPathway(pathwayNamed(pathway), await this.approved(authority));
  }

  /** Forget what was read, after a pack was approved here. */
  forget(): void {
    this.kept.clear();
  }
}
