import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import {
  type LocalWords,
  LOCAL_NAMES,
  pathwayNamed,
  settingsOf,
  settingsRefused,
} from '@app/pathways';
import { type CalendarDay, Clock, isCalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { BadPayload, type Problem } from '../errors';
import { PlanRefused } from '../versions/plan-refused';
import { PolicyPacks } from './policy-packs';
import * as sql from './policy-sql';

/** One version of a council's settings for a pathway, as it was proposed and decided. */
export interface PolicyVersion {
  readonly id: string;
  readonly version: number;
  readonly validFrom: CalendarDay;
  readonly numbers: Readonly<Record<string, number>>;
  readonly words: LocalWords;
  readonly reason: string;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decision: 'approved' | 'refused' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** What somebody proposes: every number that is to differ from the usual one, or all of them. */
export interface Proposal {
  readonly pathway: string;
  readonly validFrom: CalendarDay;
  readonly numbers: Readonly<Record<string, number>>;
  readonly words: LocalWords;
  readonly reason: string;
}

const WORD = /^[\p{L}\p{N}][\p{L}\p{N} -]{0,29}$/u;

/** A council's settings: one person proposes, another approves or refuses; what was approved stays as it is. */
@Injectable()
export class PolicyProposals {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly packs: PolicyPacks,
  ) {}

  /** Every version of a pathway's settings, the newest first. */
  versions(authority: string, pathway: string): Promise<PolicyVersion[]> {
    return this.statements.run<PolicyVersion & Record<string, unknown>>(
      'policy-versions',
      sql.VERSIONS,
      [authority, pathway],
    );
  }

  /** How many open cases began under each version; 0 stands for the usual numbers. */
  async openCases(authority: string, pathway: string): Promise<ReadonlyMap<number, number>> {
    const rows = await this.statements.run<{ version: number; cases: number }>(
      'policy-cases',
      sql.OPEN_CASES,
      [authority, pathway],
    );
    return new Map(rows.map(({ version, cases }) => [version, cases]));
  }

  /** @throws BadPayload for a number that cannot be, PlanRefused while another proposal waits; nothing is changed then */
  async propose(actor: Actor, proposal: Proposal): Promise<void> {
    const { pathway, validFrom, words, reason } = proposal;
    const problems = this.problemsOf(proposal);
    if (problems.length) throw new BadPayload(problems);
    const rows = await this.statements.run('policy-propose', sql.PROPOSE, [
      actor.authority,
      pathway,
      validFrom,
      JSON.stringify(otherwise(proposal)),
      JSON.stringify(words),
      reason.trim(),
      actor.id,
      this.clock.now(),
    ]);
    if (!rows.length)
      throw new PlanRefused(
        'Another proposal for this pathway waits for a decision. Decide that one first',
      );
  }

  /** @throws PlanRefused for whoever proposed it, and when it was decided already or its day has passed */
  async decide(actor: Actor, id: string, decision: 'approved' | 'refused'): Promise<void> {
    const [found] = await this.statements.run<{
      proposedBy: string;
      validFrom: CalendarDay;
      decision: string | null;
    }>('policy-find', sql.FIND, [actor.authority, id]);
    if (!found) throw new PlanRefused('There is no such proposal');
    if (found.decision) throw new PlanRefused('This proposal is decided already');
    if (decision === 'approved') {
      if (found.proposedBy === actor.id)
        throw new PlanRefused('Whoever proposed it cannot approve it. Ask a second person');
      if (found.validFrom < this.clock.today())
        throw new PlanRefused(
          'The day from which it would count has passed. Refuse it, and propose it again with a later day',
        );
    }
    const decided = await this.statements.run('policy-decide', sql.DECIDE, [
      id,
      decision,
      actor.id,
      this.clock.now(),
    ]);
    if (!decided.length) throw new PlanRefused('This proposal is decided already');
    this.packs.forget();
  }

  private problemsOf({ pathway, validFrom, numbers, words, reason }: Proposal): Problem[] {
    const settings = settingsOf(pathwayNamed(pathway));
    const known = new Set(settings.map(({ key }) => key));
    const at = (path: string, message: string | undefined) =>
      message === undefined ? [] : [{ path: [path], message }];
    return [
      ...Object.keys(numbers).flatMap((key) =>
        at(key, known.has(key) ? undefined : `There is no setting called ${key}`),
      ),
      ...settingsRefused(settings, numbers).flatMap(({ key, text }) => at(key, text)),
      ...LOCAL_NAMES.flatMap((name) =>
        at(
          name,
          words[name] === undefined || WORD.test(words[name])
            ? undefined
            : `Name for ${name}: use up to 30 letters, digits, spaces and hyphens`,
        ),
      ),
      ...at('validFrom', this.dayRefused(validFrom)),
      ...at('reason', reason.trim() ? undefined : 'Say why the settings change'),
    ];
  }

  private dayRefused(day: CalendarDay): string | undefined {
    if (!isCalendarDay(day)) return 'Enter a real date from which it counts';
    return day < this.clock.today()
      ? 'Enter today or a later day: cases that began before keep their numbers'
      : undefined;
  }
}

/** Only what differs from the usual numbers is kept. */
function otherwise({ pathway, numbers }: Proposal): Record<string, number> {
  const usual = new Map(settingsOf(pathwayNamed(pathway)).map((it) => [it.key, it.usual]));
  return Object.fromEntries(Object.entries(numbers).filter(([key, n]) => usual.get(key) !== n));
}
