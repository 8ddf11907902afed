import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import {
  addDays,
  type CalendarDay,
  Clock,
  londonInstant,
  schoolYearOf,
} from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type ReviewStage, type ReviewStatus } from './plan-in-review';
import { registerKnownThenSql, registerSql } from './register-sql';

/** How a plan counts on a day. */
export interface Counted {
  readonly stage: ReviewStage;
  readonly status: ReviewStatus;
}

/** A plan that counts otherwise than it did; undefined where it was not, or is not, in force on that day. */
export interface RestatedPlan {
  readonly childId: string;
  readonly name: string;
  readonly then: Counted | undefined;
  readonly now: Counted | undefined;
}

/** The register of a day as it was shown at its end, and as it is known now. */
export interface RestatedRegister {
  readonly then: readonly Counted[];
  readonly now: readonly Counted[];
  /** Plans known now that were loaded from another system afterwards: nothing was shown of them. */
  readonly loaded: number;
  readonly plans: readonly RestatedPlan[];
}

interface Row extends Counted, Record<string, unknown> {
  readonly id: string;
  readonly childId: string;
}

/** More than anybody puts right by hand. */
const MOST_NAMED = 500;

/** What the register showed at the end of a day gone by, worked out from what had been written by then. */
@Injectable()
export class RestatedRegisters {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Both registers of the day, and the plans that make the difference. */
  async of(actor: Actor, day: CalendarDay): Promise<RestatedRegister> {
    const end = londonInstant(addDays(day, 1), '00:00');
    const year = schoolYearOf(day);
    const isManager = actor.roles.includes('send_manager');
    const own = [
      ...[actor.authority, day, year, schoolYearOf(this.clock.today()) - year],
      ...[actor.id, isManager],
    ];
    return this.statements.together(async (tx) => {
      // compiling these statements takes far longer than running them
      await tx.run('reviews.plain', 'SET LOCAL jit = off', []);
      const then = await tx.run<Row>('reviews.known-then', readSql(registerKnownThenSql()), [
        ...own,
        end,
      ]);
      const now = await tx.run<Row>('reviews.known-now', readSql(registerSql(false)), own);
      const loaded = await tx.run<{ id: string }>('reviews.loaded', LOADED, [actor.authority, end]);
      const loadedIds = new Set(loaded.map(({ id }) => id));
      const differing = differencesOf(then, now, loadedIds);
      const ids = differing.slice(0, MOST_NAMED).map(({ childId }) => childId);
      const names = await tx.run<{ id: string; name: string }>('reviews.names', NAMES, [ids]);
      const byId = new Map(names.map(({ id, name }) => [id, name]));
      return {
        then,
        now,
        loaded: now.filter(({ id }) => loadedIds.has(id)).length,
        plans: differing.slice(0, MOST_NAMED).map((plan) => ({
          ...plan,
          name: byId.get(plan.childId) ?? '',
        })),
      };
    });
  }
}

function differencesOf(
  then: readonly Row[],
  now: readonly Row[],
  loaded: ReadonlySet<string>,
): Omit<RestatedPlan, 'name'>[] {
  const [was, is] = [then, now].map((rows) => new Map(rows.map((row) => [row.id, row])));
  const ids = new Set([...then, ...now].map(({ id }) => id).filter((id) => !loaded.has(id)));
  return [...ids].flatMap((id) => {
    const [before, after] = [was?.get(id), is?.get(id)];
    if (before?.stage === after?.stage && before?.status === after?.status) return [];
    return [{ childId: (after ?? before)?.childId ?? '', then: before, now: after }];
  });
}

const readSql = (register: string) =>
  `${register} SELECT g.id, g.child_id AS "childId", g.stage, g.status FROM register g ORDER BY g.id`;

/** $1 authority, $2 since when. */
const LOADED = `SELECT DISTINCT plan_id AS id FROM ehc_plan_change WHERE authority = $1 AND at >= $2 AND what = 'loaded'`;

const NAMES = `
SELECT k.id, coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name FROM child k
WHERE k.id = ANY ($1::uuid[])`;
