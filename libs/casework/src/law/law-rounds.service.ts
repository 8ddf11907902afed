import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { VersionPlans } from '../versions/version-plans.service';
import * as sql from './law-sql';

/** A pack with cases to judge or to take over. */
interface UnfinishedPack {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly authority: string;
}

interface Found extends UnfinishedPack {
  readonly decision: 'approved' | 'refused' | null;
}

/** What a round did: cases judged or taken over, and whether none are left. */
export interface LawRound {
  readonly cases: number;
  readonly isDone: boolean;
}

/**
 * The work that a pack of law makes: every open case judged while it waits for a decision, every one taken over once it
 * is approved, each in a commit of its own. Cut off anywhere it goes on from there, and nothing is done twice. A case
 * that changed, or was opened, since it was judged counts by the pack all the same: law is law for every case.
 */
@Injectable()
export class LawRounds {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly plans: VersionPlans,
  ) {}

  /** Packs with work left, the oldest first. */
  unfinished(): Promise<UnfinishedPack[]> {
    return this.statements.run<UnfinishedPack>('law-unfinished', sql.UNFINISHED, []);
  }

  /** Judges, or takes over, at most so many cases now. */
  async goOn(id: string, most = Infinity): Promise<LawRound> {
    const [pack] = await this.statements.run<Found>('law-to-do', sql.TO_DO, [id]);
    if (!pack || pack.decision === 'refused') return { cases: 0, isDone: true };
    const cases = await this.done(pack, most);
    const isDone = cases < most;
    if (isDone) {
      const over = pack.decision ? sql.FOLLOWED : sql.JUDGED;
      await this.statements.run(pack.decision ? 'law-followed' : 'law-judged', over, [
        id,
        this.clock.now(),
      ]);
    }
    return { cases, isDone };
  }

  /** Cases that needed a person are judged again with the next round. */
  async tryAgain(id: string): Promise<void> {
    await this.statements.run('law-again', sql.AGAIN, [id]);
  }

  private async done({ id, decision }: Found, most: number): Promise<number> {
    let cases = 0;
    for (const plan of await this.statements.run<{ id: string }>('law-plan-ids', sql.PLANS, [id])) {
      const left = () => most - cases;
      if (decision) {
        if (left() > 0) cases += await this.plans.run(plan.id, left());
        while (left() > 0 && (await this.plans.judgeMore(plan.id, left())))
          cases += await this.plans.run(plan.id, left());
      } else if (left() > 0) cases += await this.plans.judgeMore(plan.id, left());
    }
    return cases;
  }
}
