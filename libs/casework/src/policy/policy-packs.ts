import { Statements } from '@app/database';
import { type LocalWords, type PolicyOverlay } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

interface ApprovedPack extends PolicyOverlay {
  readonly pathway: string;
  readonly validFrom: CalendarDay;
  readonly words: LocalWords;
}

interface Kept {
  readonly at: number;
  readonly packs: Promise<readonly ApprovedPack[]>;
}

const FRESH_MS = 5_000;

/** What a council has set otherwise, as it counts on a day: the newest version that was approved and whose day has come. */
@Injectable()
export class PolicyPacks {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly statements: Statements) {}

  /** What a case that begins on this day remembers; undefined where the usual numbers count. */
  async overlay(
    authority: string,
    pathway: string,
    day: CalendarDay,
  ): Promise<PolicyOverlay | undefined> {
    const pack = (await this.onDay(authority, day)).find((it) => it.pathway === pathway);
    if (!pack || !Object.keys(pack.numbers).length) return undefined;
    return { version: pack.version, numbers: pack.numbers };
  }

  /** The names that the council gives to things, on this day. */
  async words(authority: string, day: CalendarDay): Promise<LocalWords> {
    const packs = await this.onDay(authority, day);
    return Object.assign({}, ...packs.map(({ words }) => words)) as LocalWords;
  }

  /** Forget what was read, after a version was approved here. */
  forget(): void {
    this.kept.clear();
  }

  private async onDay(authority: string, day: CalendarDay): Promise<ApprovedPack[]> {
    const begun = (await this.all(authority)).filter(({ validFrom }) => validFrom <= day);
    return begun.filter(
      (one) => !begun.some((it) => it.pathway === one.pathway && it.version > one.version),
    );
  }

  private all(authority: string): Promise<readonly ApprovedPack[]> {
    const kept = this.kept.get(authority);
    const now = performance.now();
    if (kept && now - kept.at < FRESH_MS) return kept.packs;
    const packs = this.statements.run<ApprovedPack & Record<string, unknown>>(
      'policy-packs-read',
      READ,
      [authority],
    );
    this.kept.set(authority, { at: now, packs });
    packs.catch(() => this.kept.delete(authority));
    return packs;
  }
}

const READ = `
SELECT pathway, version, valid_from AS "validFrom", numbers, words FROM policy_pack
WHERE authority = $1 AND decision = 'approved'`;
