import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { asksIn, pathwayNamed, type PathwayState } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { PROGRAMME } from '../places/programme';
import { type CohortChild, type RunningClock } from './cohort-child';
import { cohortOn } from './cohort-name';

type CohortRow = Omit<
  CohortChild,
  'state' | 'work' | 'score' | 'band' | 'clocks' | 'been' | 'had'
> & {
  readonly state: PathwayState;
  readonly work: string;
  readonly clocks: readonly RunningClock[] | null;
  readonly been: readonly string[] | null;
  readonly had: readonly string[] | null;
};

/** The children nominated for a September, read in one statement. */
@Injectable()
export class Cohorts {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Every nominated child of this cohort that the actor may see, by name. Cases opened by mistake are left out. */
  async children(actor: Actor, cohort: string): Promise<CohortChild[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, PROGRAMME, cohort, this.clock.today(), ...visible.values];
    const rows = await this.statements.run<CohortRow>(
      'cohort.children',
      childrenSql(visible.sql(5)),
      values,
    );
    return rows.map(childOf);
  }

  /** The cohorts there are, newest first, and the one to show when none is asked for. */
  async known(actor: Actor): Promise<{ cohorts: string[]; current: string }> {
    const rows = await this.statements.run<{ cohort: string }>('cohort.known', KNOWN, [
      actor.authority,
      PROGRAMME,
    ]);
    const cohorts = rows.map(({ cohort }) => cohort);
    const inYear6 = cohortOn(this.clock.today());
    return { cohorts, current: cohorts.includes(inYear6) ? inYear6 : (cohorts[0] ?? inYear6) };
  }
}

function childOf({ clocks, been, had, ...row }: CohortRow): CohortChild {
  const { tvs, band } = row.state.context;
  const rules = pathwayNamed(PROGRAMME).clocks;
  return {
    ...row,
    score: typeof tvs === 'number' ? tvs : null,
    band: typeof band === 'string' ? band : null,
    clocks: (clocks ?? []).filter(({ code }) => asksIn(rules, code, row.state.value)),
    been: been ?? [],
    had: had ?? [],
  };
}

/** $1 authority, $2 pathway, $3 cohort, $4 today, $5… who is looking. */
const childrenSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.version, c.open, c.restricted, c.child_id AS "childId",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, k.care_status AS "careStatus",
  s.name AS "fromSchool", d.urn AS "toUrn", d.name AS "toSchool",
  c.state->'value'->>'destination' <> 'unknown' AS "hasSchool",
  c.opened_on AS "nominatedOn", (n.payload->>'drawnNumber')::int AS "drawnNumber",
  c.state, c.stage AS work, o.id AS "workerId", o.name AS "workerName", p.number AS "placeNumber",
  running.clocks, past.been, past.had
FROM send_case c
JOIN child k ON k.id = c.child_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn
JOIN case_event n ON n.case_id = c.id AND n.version = 1
LEFT JOIN school d ON d.authority = c.authority
  AND d.urn = coalesce(c.state->'context'->>'destination', n.payload->>'expectedDestination')
LEFT JOIN officer o ON o.id = c.owner_id
LEFT JOIN place_holding h ON h.case_id = c.id AND h.during @> $4::date
LEFT JOIN place p ON p.id = h.place_id
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('code', x.code, 'subject', x.subject, 'occurrence', x.occurrence, 'dueOn', x.due_on)
    ORDER BY x.due_on, x.code) AS clocks
  FROM clock x WHERE x.case_id = c.id AND x.status = 'open') running ON true
LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT e.stages->>'work') AS been, array_agg(DISTINCT e.type) AS had
  FROM effective_event e WHERE e.case_id = c.id) past ON true
WHERE c.authority = $1 AND c.pathway = $2 AND c.cohort = $3 AND c.stage <> 'voided' AND ${visible}
ORDER BY k.legal_surname, k.legal_forename, c.reference`;

const KNOWN = `
SELECT DISTINCT cohort FROM (
  SELECT cohort FROM place WHERE authority = $1 AND programme = $2
  UNION ALL
  SELECT cohort FROM send_case WHERE authority = $1 AND pathway = $2 AND cohort IS NOT NULL) known
ORDER BY cohort DESC`;
