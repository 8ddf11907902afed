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
  /** Every open case was judged. */
  readonly judgedAt: Date | null;
  /** Every open case counts by it. */
  readonly followedAt: Date | null;
}

/** A pack and its cases in numbers. */
export interface LawProgress {
  readonly judged: number;
  readonly moved: number;
  /** Judged, and not taken over yet. */
  readonly waiting: number;
  readonly person: number;
  /** Dates that moved. */
  readonly dates: number;
  /** Open cases that nobody has judged yet. */
  readonly left: number;
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
  readonly authority: string;
  readonly proposedBy: string;
  readonly decision: string | null;
  readonly judgedAt: Date | null;
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

  /** Keeps a pack. No case is judged yet: see goOn. @throws BadRulePack, PlanRefused while another one waits */
  async propose(actor: Actor, file: unknown): Promise<string> {
    const pack = readPack(file);
    const { authority } = actor;
    const approved = await this.laws.approved(authority);
    const problems = [...notFollowed(pathways, pack), ...contradicts(approved, pack)];
    if (problems.length) throw new BadRulePack(problems);
    const values = [authority, pack.name, JSON.stringify(file), actor.id, this.clock.now()];
    return this.statements.together(async (runner) => {
      const [made] = await runner.run<{ id: string }>('law-propose', sql.PROPOSE, values);
      if (!made)
        throw new PlanRefused(
          `A pack called ${pack.name} was loaded already, or another one waits for a decision. Decide that one first`,
        );
      for (const { name } of pathways.filter((it) => lawOnPathway(it, [pack])))
        await this.plans.planLaw(authority, name, made.id, { by: actor.name, runner });
      return made.id;
    });
  }

  /** Every open case whose date, status or grounds would change. */
  differences(id: string): Promise<LawDifference[]> {
    return this.statements.run<LawDifference & Record<string, unknown>>('law-diff', sql.DIFF, [id]);
  }

  /** How far the judging, or the taking over, has come. */
  async progress(id: string): Promise<LawProgress> {
    const [row] = await this.statements.run<LawProgress & Record<string, unknown>>(
      'law-progress',
      sql.PROGRESS,
      [id],
    );
    return row!;
  }

  /** Dates that do not follow a pack by themselves. */
  leftBehind(pack: RulePack): string[] {
    return leftBehind(pathways, pack);
  }

  /** @throws PlanRefused for whoever loaded it, before every case is judged, and when it was decided already */
  async decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<void> {
    const found = await this.find(actor, id);
    if (found.decision) throw new PlanRefused('This pack is decided already');
    if (decision === 'approved' && found.proposedBy === actor.id)
      throw new PlanRefused('Whoever loaded it cannot approve it. Ask a second person');
    if (decision === 'approved') await this.mayFollow(found);
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

  private async mayFollow({ judgedAt, authority }: Found): Promise<void> {
    if (!judgedAt)
      throw new PlanRefused('Some open cases are still to be judged. Wait until all are');
    const [other] = await this.statements.run<{ name: string }>('law-following', sql.FOLLOWING, [
      authority,
    ]);
    if (other)
      throw new PlanRefused(
        `Open cases are still being taken over to ${other.name}. Wait until all are`,
      );
  }

  private async find({ authority }: Actor, id: string): Promise<Found> {
    const [found] = await this.statements.run<Found>('law-find', sql.FIND, [authority, id]);
    if (!found) throw new PlanRefused('There is no such pack');
    return found;
  }
}
