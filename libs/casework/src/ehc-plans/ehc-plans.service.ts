import { AccessDenied, type Actor, SYSTEM_ID } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { BadPayload } from '../errors';
import {
  COLUMNS,
  type EhcPlan,
  type PlanDetails,
  type PlanPlacement,
  type PlanToLoad,
} from './ehc-plan';
import { LOAD, mendSql, OF_CHILD, REPLACE_PLACES } from './plan-sql';

/** Who may put a plan's details right: those who answer for it, and those who send the returns. */
const MENDERS = ['ehc_officer', 'review_officer', 'send_manager', 'data_analyst', 'admin'];

/**
 * The EHC plans that the council keeps. The steps of cases change them in the door; here they are loaded at go-live,
 * read, and put right by people, with a log of every change.
 */
@Injectable()
export class EhcPlans {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes over plans from before the product. A child who has a plan keeps that one.
   * @returns the ids of the plans loaded
   */
  async load(
    actor: Actor,
    plans: readonly PlanToLoad[],
    runner: Runner = this.statements,
  ): Promise<string[]> {
    const rows = plans.map((plan) => ({ ...plan, id: randomUUID() }));
    const values = [actor.authority, JSON.stringify(rows), officerOf(actor), this.clock.now()];
    return (await runner.run<{ id: string }>('plans-load', LOAD, values)).map(({ id }) => id);
  }

  /** The plan of a child: the one that stands, else the one that ended last. */
  async ofChild(authority: string, childId: string): Promise<EhcPlan | undefined> {
    const [plan] = await this.statements.run<EhcPlan & Record<string, unknown>>(
      'plan-of-child',
      OF_CHILD,
      [authority, childId],
    );
    return plan;
  }

  /**
   * Puts details of a plan right, and the places where the child attends when they are given.
   * @throws AccessDenied; BadPayload without a reason, with nothing to change, or where the days contradict each other
   */
  async mend(
    actor: Actor,
    planId: string,
    change: Partial<PlanDetails> & { readonly placements?: readonly Partial<PlanPlacement>[] },
    reason: string,
  ): Promise<void> {
    if (!actor.roles.some((role) => MENDERS.includes(role))) throw new AccessDenied('mend a plan');
    const { placements, ...details } = change;
    const names = (Object.keys(COLUMNS) as (keyof PlanDetails)[]).filter((name) => name in details);
    if (!reason.trim()) throw new BadPayload([problem('reason', 'Say why this is put right')]);
    if (!names.length && !placements)
      throw new BadPayload([problem('reason', 'Nothing is different. Change what is wrong')]);
    checkDays(details);
    await this.statements.together(async (runner) => {
      const done = await runner.run(nameOf(names), mendSql(names), [
        actor.authority,
        planId,
        officerOf(actor),
        this.clock.now(),
        this.clock.today(),
        reason.trim(),
        ...names.map((name) => details[name] ?? null),
      ]);
      if (!done.length) throw new BadPayload([problem('plan', 'There is no such plan')]);
      if (placements)
        await runner.run('plan-places', REPLACE_PLACES, [
          actor.authority,
          planId,
          JSON.stringify(placements),
        ]);
    });
  }
}

/** One name for one list of details: PostgreSQL keeps a statement by its name. */
function nameOf(names: readonly (keyof PlanDetails)[]): string {
  const all = Object.keys(COLUMNS);
  return `plan-mend-${names.reduce((sum, name) => sum + 2 ** all.indexOf(name), 0)}`;
}

const officerOf = ({ id }: Actor) => (id === SYSTEM_ID ? null : id);
const problem = (field: string, message: string) => ({ path: [field], message });

function checkDays({ madeOn, ceasedOn, lastMetOn, lastConcludedOn }: Partial<PlanDetails>): void {
  const problems = [
    madeOn &&
      ceasedOn &&
      ceasedOn < madeOn &&
      problem('ceasedOn', 'The plan cannot end before it was made: check both days'),
    lastMetOn &&
      lastConcludedOn &&
      lastConcludedOn < lastMetOn &&
      problem('lastConcludedOn', 'A review is decided on the day of its meeting or after it'),
  ].filter((it) => !!it);
  if (problems.length) throw new BadPayload(problems);
}
