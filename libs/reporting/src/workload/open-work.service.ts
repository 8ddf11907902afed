import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type WorkloadRow } from './workload';

/** What a list says of a case beside its figures. */
export interface WorkChild {
  readonly caseId: string;
  readonly name: string;
  readonly schoolName: string | null;
}

/** Open cases of every pathway, by who holds them. */
@Injectable()
export class OpenWork {
  constructor(private readonly statements: Statements) {}

  /** Every open case that the actor may see, with the day of its last step and its late dates. */
  async all(actor: Actor, today: CalendarDay): Promise<WorkloadRow[]> {
    const visible = visibleCases(actor);
    return this.statements.run<WorkloadRow & Record<string, unknown>>(
      'workload.open',
      openSql(visible.sql(3)),
      [actor.authority, today, ...visible.values],
    );
  }

  /** The children of these cases; which cases they are was settled when they were counted. */
  async children(actor: Actor, cases: readonly string[]): Promise<Map<string, WorkChild>> {
    const rows = await this.statements.run<WorkChild & Record<string, unknown>>(
      'workload.children',
      CHILDREN,
      [actor.authority, cases],
    );
    return new Map(rows.map((row) => [row.caseId, row]));
  }
}

/** $1 authority, $2 today, $3… who is looking. A period of law that ends by itself is nobody's to keep. */
const openSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.pathway, c.stage, c.owner_id AS "ownerId", o.name AS "ownerName", t.name AS "teamName",
  c.state->'value'->>'dispute' AS dispute, coalesce(c.state->'context'->>'reviewKind' = 'phase_transfer', false) AS "isPhaseTransfer",
  coalesce(last.on_day, c.opened_on) AS "steppedOn", coalesce(passed.late, 0)::int AS late,
  CASE WHEN c.pathway NOT IN ('ehc_needs_assessment', 'annual_review') THEN (
    SELECT (e.payload->>'weight')::float FROM effective_event e WHERE e.case_id = c.id AND e.type = 'ALLOCATED'
    ORDER BY e.version DESC LIMIT 1) END AS given
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN officer o ON o.id = c.owner_id
LEFT JOIN team t ON t.id = o.team_id
LEFT JOIN LATERAL (
  SELECT e.occurred_on AS on_day FROM effective_event e WHERE e.case_id = c.id AND e.actor_role <> 'system' AND e.type <> 'FACT_CORRECTED'
  ORDER BY e.version DESC LIMIT 1) last ON true
LEFT JOIN (
  SELECT x.case_id, count(*) AS late FROM clock x
  WHERE x.authority = $1 AND x.status = 'open' AND x.basis = 'statutory' AND x.sends IS NULL AND x.due_on < $2::date
  GROUP BY x.case_id) passed ON passed.case_id = c.id
WHERE c.authority = $1 AND c.open AND ${visible}`;

/** $1 authority, $2 cases */
const CHILDREN = `
SELECT c.id AS "caseId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName"
FROM send_case c JOIN child k ON k.id = c.child_id LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
WHERE c.authority = $1 AND c.id = ANY ($2::uuid[])`;
