import { AccessLog, type Actor } from '@app/access';
import {
  AnnexA,
  type AnnexLists,
  ANNEX_RULES,
  type Collection,
  collectionOf,
  collectionOn,
  RULES,
  Sen2Returns,
  type Sen2Summary,
} from '@app/returns';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { one } from '../safety/one-value';

/** A check of a return or of the lists, in words. */
export interface RuleWords {
  readonly number: string;
  readonly level: 'error' | 'warning';
  readonly field: string;
  readonly mendAt: 'child' | 'plan' | 'case';
  readonly words: string;
  readonly enter: string;
}

/** One record to put right. */
export interface ToMend {
  readonly rule: RuleWords;
  readonly childId: string;
  readonly planId: string | null;
  readonly reference: string | null;
}

/** The returns of an authority as they would be today, and what is wrong with them. */
export interface ReturnsSeen {
  readonly day: CalendarDay;
  readonly collection: Collection;
  readonly years: readonly number[];
  readonly sen2: Sen2Summary;
  readonly annex: AnnexLists;
  /** Findings of the return, then those of the lists. */
  readonly toMend: readonly ToMend[];
}

const annexWords = ANNEX_RULES.map((rule) => ({ ...rule, level: 'warning' as const }));

/** Every rule, those of the return first. */
export const ALL_RULES: readonly RuleWords[] = [...RULES, ...annexWords];
const BY_NUMBER = new Map(ALL_RULES.map((rule) => [rule.number, rule]));

/** One reading for page, list and file, so that a number and its list cannot differ. */
@Injectable()
export class ReturnsRead {
  constructor(
    private readonly returns: Sen2Returns,
    private readonly annexA: AnnexA,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  async seen(actor: Actor, query: unknown, pageName: string): Promise<ReturnsSeen> {
    const day = this.clock.today();
    const next = collectionOn(day);
    const years = [next.year, next.year - 1, next.year - 2];
    const collection = collectionOf(
      years.find((year) => String(year) === one(query, 'year')) ?? next.year,
    );
    await this.log.looked(actor, { action: 'list.seen', page: pageName });
    const [sen2, annex] = await Promise.all([
      this.returns.check(actor.authority, collection),
      this.annexA.lists(actor.authority),
    ]);
    const asked = this.annexA.check(annex);
    const toMend = [...sen2.findings, ...asked.map((it) => ({ ...it, reference: null }))].flatMap(
      ({ rule: { number }, ...it }) => {
        const rule = BY_NUMBER.get(number);
        return rule ? [{ ...it, rule }] : [];
      },
    );
    return { day, collection, years, sen2, annex, toMend };
  }
}

/** The rule that the address asks for; undefined for all. */
export function ruleAsked(query: unknown): RuleWords | undefined {
  return BY_NUMBER.get(one(query, 'rule') ?? '');
}
