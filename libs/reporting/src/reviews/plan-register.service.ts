import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay, Clock, schoolYearOf } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type PlanInReview, type ReviewStage, type ReviewStatus } from './plan-in-review';
import { type Dimension, type RegisterFilter } from './register-filter';
import { filteredBy, GROUPED_BY, MOVED_ON, registerSql } from './register-sql';

/** How many plans of one group stand so. */
export interface RegisterCount {
  /** A month, a school's number, an officer's id or a year group; null for none. */
  readonly key: string;
  readonly name: string | null;
  readonly stage: ReviewStage;
  readonly status: ReviewStatus;
  readonly count: number;
  /** Of those never held: more than a year late. */
  readonly long: number;
}

/** Part of a list and how many rows there are in all. */
export interface PlansListed {
  readonly rows: readonly PlanInReview[];
  readonly total: number;
}

/** What is read: which plans, on which day. */
export interface RegisterAsked {
  readonly day: CalendarDay;
  readonly filter: RegisterFilter;
}

const EVERY_ROW = 1_000_000;

/** Plans in force with their reviews: figures and lists come from one statement, so that they cannot differ. */
@Injectable()
export class PlanRegister {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** How many plans stand where, by month due, school, officer or year group. */
  figures(actor: Actor, asked: RegisterAsked, by: Dimension): Promise<RegisterCount[]> {
    const { sql, values, name } = filteredBy(asked.filter, OWN);
    return this.read<RegisterCount>(actor, asked.day, {
      name: `figures-${by}-${name}`,
      sql: figuresSql(by, sql),
      values,
    });
  }

  /** The plans themselves: the date in law that passed longest ago comes first. */
  async list(
    actor: Actor,
    asked: RegisterAsked,
    { from = 0, size = EVERY_ROW }: { from?: number; size?: number } = {},
  ): Promise<PlansListed> {
    const { sql, values, name } = filteredBy(asked.filter, OWN + 2);
    const rows = await this.read<PlanInReview & { total: number }>(actor, asked.day, {
      name: `list-${name}`,
      sql: listSql(sql),
      values: [from, size, ...values],
    });
    return { rows, total: rows[0]?.total ?? 0 };
  }

  /** These plans as they stand today, in the order given; those that the actor may not see are left out. */
  chosen(actor: Actor, planIds: readonly string[]): Promise<PlanInReview[]> {
    const values = [[...planIds]];
    return this.read<PlanInReview>(actor, this.clock.today(), {
      name: 'chosen',
      sql: CHOSEN,
      values,
    });
  }

  private read<Row>(
    actor: Actor,
    day: CalendarDay,
    { name, sql, values }: { name: string; sql: string; values: unknown[] },
  ): Promise<Row[]> {
    const today = this.clock.today();
    const year = schoolYearOf(day);
    const own = [
      actor.authority,
      day,
      year,
      schoolYearOf(today) - year,
      actor.id,
      actor.roles.includes('send_manager'),
    ];
    const isToday = day === today;
    return this.statements.together(async (tx) => {
      // compiling this statement takes far longer than running it
      await tx.run('reviews.plain', 'SET LOCAL jit = off', []);
      return (await tx.run(
        `reviews.${name}${isToday ? '' : '-on-day'}`,
        `${registerSql(isToday)} ${sql}`,
        [...own, ...values],
      )) as Row[];
    });
  }
}

/** So many parameters belong to the register itself. */
const OWN = 6;

const figuresSql = (by: Dimension, filtered: string) => `,
counted AS (
  SELECT ${GROUPED_BY[by]} AS key, g.stage, g.status, count(*)::int AS count,
    (count(*) FILTER (WHERE g.stage = 'never_held' AND g.due_by < $2::date - interval '12 months'))::int AS long
  FROM register g WHERE ${filtered} GROUP BY 1, 2, 3)
SELECT n.*, ${NAMES[by]} AS name FROM counted n ORDER BY n.key`;

const NAMES: Readonly<Record<Dimension, string>> = {
  month: 'NULL',
  school: '(SELECT s.name FROM school s WHERE s.authority = $1 AND s.urn = n.key)',
  officer: '(SELECT o.name FROM officer o WHERE o.authority = $1 AND o.id::text = n.key)',
  year: 'NULL',
};

const shown = (from: string, order: string) => `
SELECT g.id AS "planId", g.child_id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name,
  g.year AS "ncYear", g.urn, s.name AS "schoolName", g.made_on AS "madeOn", g.amended_on AS "amendedOn", g.concluded_on AS "lastConcludedOn",
  g.transferred_in_on AS "transferredInOn", g.due_by AS "dueBy", g.stage, g.status, g.next_due AS "nextDue", g.step, g.case_id AS "caseId",
  g.reference, g.version, g.owner_id AS "ownerId", o.name AS "ownerName", g."reviewKind", g."arrangedBy", g."meetingOn", g."heldOn", g."noticeOn",
  g.transfer, g.place_by AS "nextPlaceBy", CASE WHEN g.transfer IS NOT NULL THEN (${MOVED_ON}) END AS "movedOn", g.total
FROM ${from} g
JOIN child k ON k.id = g.child_id
LEFT JOIN school s ON s.authority = $1 AND s.urn = g.urn
LEFT JOIN officer o ON o.authority = $1 AND o.id = g.owner_id
ORDER BY ${order}`;

const WORST_FIRST = 'g.next_due NULLS LAST, g.due_by, g.id';

const listSql = (filtered: string) => `,
part AS (
  SELECT g.*, (count(*) OVER ())::int AS total FROM register g WHERE ${filtered} ORDER BY ${WORST_FIRST} OFFSET $7::int LIMIT $8::int)
${shown('part', WORST_FIRST)}`;

const CHOSEN = `,
part AS (SELECT g.*, 0 AS total FROM register g WHERE g.id = ANY ($7::uuid[]))
${shown('part', 'array_position($7::uuid[], g.id)')}`;
