import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { pathways } from '@app/pathways';
import { BadRulePack, Clock, readPack, type RulePack } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type DateMoved } from '../versions/judge-move';
import { PlanRefused } from '../versions/plan-refused';
import { VersionPlans } from '../versions/version-plans.service';
import { lawOnPathway } from './law-on-pathway';
import { LawPacks } from './law-packs';
import * as sql from './law-sql';
import { contradicts, leftBehind, notFollowed } from './not-followed';

/** A pack of law that somebody loaded, and what became of it. */
export interface LoadedPack {
  readonly id: string;
  readonly pack: RulePack;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: 'approved' | 'refused' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** What a pack does to one open case. */
export interface LawDifference {
  readonly reference: string;
  readonly pathway: string;
  readonly decision: 'moves' | 'person';
  /** What may be excused now, or why a person must look. */
  readonly why: string | null;
  readonly dates: readonly DateMoved[];
  readonly moved: boolean;
}

interface Found {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly content: unknown;
  readonly proposedBy: string;
  readonly decision: string | null;
}

/**
 * Changed law: one person loads a pack, which shows every open case that it would change and writes to none; another
 * approves it; then new clocks follow it, and running ones where the pack says so, each with its reason in the history.
 */
@Injectable()
export class LawProposals {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly laws: LawPacks,
    private readonly plans: VersionPlans,
  ) {}

  /** Every pack that was ever loaded, the newest first. */
  async all(authority: string): Promise<LoadedPack[]> {
    const rows = await this.statements.run<Omit<LoadedPack, 'pack'> & Found>('law-all', sql.PACKS, [
      authority,
    ]);
    return rows.map(({ content, ...row }) => ({ ...row, pack: readPack(content) }));
  }

  /** Judges every open case under a pack and keeps what was found. @throws BadRulePack, PlanRefused while another one waits */
  async propose(actor: Actor, file: unknown): Promise<string> {
    const pack = readPack(file);
    const approved = await this.laws.approved(actor.authority);
    const problems = [...notFollowed(pathways, pack), ...contradicts(approved, pack)];
    if (problems.length) throw new BadRulePack(problems);
    const [made] = await this.statements.run<{ id: string }>('law-propose', sql.PROPOSE, [
      actor.authority,
      pack.name,
      JSON.stringify(file),
      actor.id,
      this.clock.now(),
    ]);
    if (!made)
      throw new PlanRefused(
        `A pack called ${pack.name} was loaded already, or another one waits for a decision. Decide that one first`,
      );
    await this.judge(actor, made.id, pack);
    return made.id;
  }

  /** Every open case whose date, status or grounds would change. */
  differences(id: string): Promise<LawDifference[]> {
    return this.statements.run<LawDifference & Record<string, unknown>>('law-diff', sql.DIFF, [id]);
  }

  /** How many open cases were judged under a pack. */
  async judged(id: string): Promise<number> {
    const [row] = await this.statements.run<{ cases: number }>('law-judged', sql.JUDGED, [id]);
    return row?.cases ?? 0;
  }

  /** Dates that do not follow a pack by themselves. */
  leftBehind(pack: RulePack): string[] {
    return leftBehind(pathways, pack);
  }

  /** @throws PlanRefused for whoever loaded it, and when it was decided already */
  async decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<void> {
    const found = await this.find(actor, id);
    if (found.decision) throw new PlanRefused('This pack is decided already');
    if (decision === 'approved' && found.proposedBy === actor.id)
      throw new PlanRefused('Whoever loaded it cannot approve it. Ask a second person');
    const now = this.clock.now();
    await this.statements.together(async (runner) => {
      const values = [id, decision, actor.id, now];
      const decided = await runner.run('law-decide', sql.DECIDE, values);
      if (!decided.length) throw new PlanRefused('This pack is decided already');
      if (decision === 'approved')
        await runner.run('law-plans', sql.APPROVE_PLANS, [id, actor.id, now]);
    });
    this.laws.forget();
  }

  /**
   * Takes open cases over to an approved pack, at most so many now; asked again it goes on. A case that has changed, or
   * was opened, since the pack was loaded is judged again: law is law for every case. @returns how many, and if all are done
   */
  async follow(
    actor: Actor,
    id: string,
    most = Infinity,
  ): Promise<{ moved: number; isDone: boolean }> {
    const found = await this.find(actor, id);
    if (found.decision !== 'approved') throw new PlanRefused('Nobody has approved the pack yet');
    let moved = await this.runPlans(id, most);
    if (moved >= most) return { moved, isDone: false };
    await this.judge(actor, id, readPack(found.content));
    await this.statements.run('law-plans', sql.APPROVE_PLANS, [id, actor.id, this.clock.now()]);
    moved += await this.runPlans(id, most - moved);
    return { moved, isDone: moved < most };
  }

  private async runPlans(id: string, most: number): Promise<number> {
    let moved = 0;
    for (const plan of await this.statements.run<{ id: string }>('law-plan-ids', sql.PLANS, [id]))
      if (moved < most) moved += await this.plans.run(plan.id, most - moved);
    return moved;
  }

  private async judge({ authority, name }: Actor, id: string, pack: RulePack): Promise<void> {
    const approved = await this.laws.approved(authority);
    const packs = approved.some((it) => it.name === pack.name) ? approved : [...approved, pack];
    for (const pathway of pathways) {
      const law = lawOnPathway(pathway, packs);
      if (law?.packs.includes(pack.name))
        await this.plans.planLaw(authority, pathway.name, { id, name: pack.name }, name);
    }
  }

  private async find({ authority }: Actor, id: string): Promise<Found> {
    const [found] = await this.statements.run<Found>('law-find', sql.FIND, [authority, id]);
    if (!found) throw new PlanRefused('There is no such pack');
    return found;
  }
}
