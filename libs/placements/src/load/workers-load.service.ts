import { type Actor } from '@app/access';
import { carriedBy, mostCarried, PolicyPacks, WHOLE_POST, wholePost } from '@app/casework';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable, Optional } from '@nestjs/common';
import { PROGRAMME } from '../places/programme';

/** At most this many secondary schools to a worker (handbook 4.7). */
export const SCHOOLS_A_WORKER = 6;

/** What one worker carries against their limit. */
export interface WorkerLoad {
  readonly officerId: string;
  readonly name: string;
  /** Children of this cohort. */
  readonly children: number;
  /** Open cases of other cohorts: they weigh too. */
  readonly others: number;
  /** Weights added up: intensive 1.5, targeted 1, indirect 0.5. */
  readonly load: number;
  readonly limit: number;
  /** The officer's own limit, by which a post is whole or part. */
  readonly post: number;
  /** Different secondary schools of those children. */
  readonly schools: number;
}

/** Who carries how much: the same sum as the guard that refuses an eleventh case. */
@Injectable()
export class WorkersLoad {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Optional() private readonly policies: PolicyPacks = new PolicyPacks(statements),
  ) {}

  /** Active workers of the Year 6 programme, those with children of this cohort first, then by name. */
  async of(actor: Actor, cohort: string): Promise<WorkerLoad[]> {
    const policy = await this.policies.overlay(actor.authority, PROGRAMME, this.clock.today());
    return this.statements.run<WorkerLoad & Record<string, unknown>>('workers-load', LOAD, [
      actor.authority,
      PROGRAMME,
      cohort,
      wholePost(PROGRAMME, { policy }),
    ]);
  }
}

/** 'Full time', 'Half time' or the share of a post. */
export function postWords(post: number): string {
  if (post === WHOLE_POST) return 'Full time';
  if (post === WHOLE_POST / 2) return 'Half time';
  return `${Math.round((post / WHOLE_POST) * 100)}% of a post`;
}

const LOAD = `
SELECT f.id AS "officerId", f.name, ${mostCarried('f', '$4')}::float8 AS limit, f.caseload_max::float8 AS post, count(c.id) FILTER (WHERE c.here)::int AS children,
  count(c.id) FILTER (WHERE NOT c.here)::int AS others,
  ${carriedBy('f.id', '$2')}::float8 AS load, count(DISTINCT c.destination)::int AS schools
FROM officer f
LEFT JOIN LATERAL (
  SELECT w.id, coalesce(w.cohort = $3, false) AS here, coalesce(w.state->'context'->>'destination', (
    SELECT n.payload->>'expectedDestination' FROM case_event n WHERE n.case_id = w.id AND n.version = 1)) AS destination
  FROM send_case w WHERE w.owner_id = f.id AND w.open AND w.pathway = $2 AND w.stage <> 'monitoring') c ON true
WHERE f.authority = $1 AND f.active AND ('y6_worker' = ANY (f.roles) OR EXISTS (
  SELECT 1 FROM send_case w WHERE w.owner_id = f.id AND w.open AND w.pathway = $2))
GROUP BY f.id ORDER BY count(c.id) FILTER (WHERE c.here) = 0, f.name, f.id`;
