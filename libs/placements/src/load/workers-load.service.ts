import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Injectable } from '@nestjs/common';
import { PROGRAMME } from '../places/programme';

/** A whole post carries this much (handbook 4.7); a half post half of it. */
const WHOLE_POST = 12;
/** At most this many secondary schools to a worker (handbook 4.7). */
export const SCHOOLS_A_WORKER = 6;

/** What one worker carries against their limit. */
export interface WorkerLoad {
  readonly officerId: string;
  readonly name: string;
  /** Children of this cohort. */
  readonly children: number;
  /** Other open cases: they weigh too. */
  readonly others: number;
  /** Weights added up: intensive 1.5, targeted 1, indirect 0.5. */
  readonly load: number;
  readonly limit: number;
  /** Different secondary schools of those children. */
  readonly schools: number;
}

/** Who carries how much: the same sum as the guard that refuses an eleventh case. */
@Injectable()
export class WorkersLoad {
  constructor(private readonly statements: Statements) {}

  /** Active workers of the Year 6 programme, those with children of this cohort first, then by name. */
  of(actor: Actor, cohort: string): Promise<WorkerLoad[]> {
    return this.statements.run<WorkerLoad & Record<string, unknown>>('workers-load', LOAD, [
      actor.authority,
      PROGRAMME,
      cohort,
    ]);
  }
}

/** 'Full time', 'Half time' or the share of a post. */
export function postWords(limit: number): string {
  if (limit === WHOLE_POST) return 'Full time';
  if (limit === WHOLE_POST / 2) return 'Half time';
  return `${Math.round((limit / WHOLE_POST) * 100)}% of a post`;
}

const LOAD = `
SELECT o.id AS "officerId", o.name, o.caseload_max::float8 AS limit, count(c.id) FILTER (WHERE c.here)::int AS children,
  count(c.id) FILTER (WHERE NOT c.here)::int AS others,
  coalesce(sum(c.weight), 0)::float8 AS load, count(DISTINCT c.destination)::int AS schools
FROM officer o
LEFT JOIN LATERAL (
  SELECT w.id, coalesce(w.pathway = $2 AND w.cohort = $3, false) AS here, coalesce(w.state->'context'->>'destination', (
    SELECT n.payload->>'expectedDestination' FROM case_event n WHERE n.case_id = w.id AND n.version = 1)) AS destination, coalesce((
    SELECT (e.payload->>'weight')::numeric FROM effective_event e
    WHERE e.case_id = w.id AND e.type = 'ALLOCATED' ORDER BY e.version DESC LIMIT 1), 1) AS weight
  FROM send_case w WHERE w.owner_id = o.id AND w.open AND w.stage <> 'monitoring') c ON true
WHERE o.authority = $1 AND o.active AND ('y6_worker' = ANY (o.roles) OR EXISTS (
  SELECT 1 FROM send_case w WHERE w.owner_id = o.id AND w.open AND w.pathway = $2))
GROUP BY o.id ORDER BY count(c.id) FILTER (WHERE c.here) = 0, o.name, o.id`;
