import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { ehcPolicy } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { happenedOn } from './happened-on';
import { type AssessmentRow } from './open-assessment';

/** The pathway of the 20-week board. */
export const ASSESSMENT = 'ehc_needs_assessment';
const OPEN_STAGES = ehcPolicy.legs.flatMap(({ states }) => [...states]);

/** Open assessments as they stood on a day, read from history in one statement. */
@Injectable()
export class Assessments {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /**
   * Requests received by the end of this day, with no final plan or refusal by then, that the actor may see.
   * Told by the day things happened: what is recorded late corrects older figures.
   */
  async openOn(actor: Actor, day: CalendarDay): Promise<AssessmentRow[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const isToday = day === this.clock.today();
    const values = [actor.authority, ASSESSMENT, day, OPEN_STAGES, isToday, ...visible.values];
    return this.statements.run<AssessmentRow & Record<string, unknown>>('board.open', openSql(visible.sql(6)), values);
  }
}

/** $1 authority, $2 pathway, $3 the day, $4 stages that are open, $5 whether the day is today, $6… who is looking. */
const openSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.version, c.child_id AS "childId", c.opened_on AS "receivedOn",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName",
  past.stage, past.dispute, o.id AS "ownerId", o.name AS "ownerName", t.id AS "teamId", t.name AS "teamName",
  CASE WHEN $5::boolean THEN coalesce(c.state->'context'->'awaiting', '[]') ELSE '[]' END AS awaiting,
  coalesce(done.chased, '{}') AS chased, coalesce(done.grounds, '[]') AS grounds, coalesce(running.clocks, '[]') AS clocks
FROM send_case c
JOIN child k ON k.id = c.child_id
JOIN LATERAL (
  SELECT e.stages->>'work' AS stage, e.stages->>'dispute' AS dispute FROM case_event e
  WHERE e.case_id = c.id AND e.type <> 'FACT_CORRECTED' AND ${happenedOn('e')} <= $3
  ORDER BY e.version DESC LIMIT 1) past ON past.stage = ANY ($4::text[])
LEFT JOIN LATERAL (
  SELECT e.type, e.payload->>'workerId' AS worker FROM case_event e
  WHERE NOT $5::boolean AND e.case_id = c.id AND e.type IN ('ALLOCATED', 'WORKER_LEFT') AND ${happenedOn('e')} <= $3
  ORDER BY e.version DESC LIMIT 1) held ON true
LEFT JOIN officer o ON o.authority = c.authority
  AND o.id::text = CASE WHEN $5::boolean THEN c.owner_id::text WHEN held.type = 'ALLOCATED' THEN held.worker END
LEFT JOIN team t ON t.id = c.team_id
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn
LEFT JOIN LATERAL (
  SELECT jsonb_object_agg(d.adviser, d.times) FILTER (WHERE d.adviser IS NOT NULL) AS chased,
    jsonb_agg(DISTINCT d.ground) FILTER (WHERE d.ground IS NOT NULL) AS grounds
  FROM (
    SELECT e.payload->>'adviser' AS adviser, e.payload->>'category' AS ground, count(*)::int AS times
    FROM case_event e
    WHERE e.case_id = c.id AND e.type IN ('ADVICE_CHASED', 'EXCEPTION_CLAIMED') AND ${happenedOn('e')} <= $3
    GROUP BY 1, 2) d) done ON true
LEFT JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('code', x.code, 'subject', x.subject, 'basis', x.basis, 'rule', x.rule, 'sends', x.sends,
    'dueOn', x.due_on, 'status', CASE WHEN x.ended_on <= $3 THEN x.status ELSE 'open' END,
    'endedOn', CASE WHEN x.ended_on <= $3 THEN x.ended_on END) ORDER BY x.due_on, x.code, x.subject) AS clocks
  FROM clock x JOIN case_event e ON e.case_id = x.case_id AND e.version = x.started_version AND ${happenedOn('e')} <= $3
  WHERE x.case_id = c.id AND x.basis <> 'local') running ON true
WHERE c.authority = $1 AND c.pathway = $2 AND c.opened_on <= $3 AND (c.closed_on IS NULL OR c.closed_on > $3)
  AND ${visible}
ORDER BY c.opened_on, c.reference`;
