import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { happenedOn } from '../board/happened-on';

/** What the open review of a child has shown so far, and whether ending the plan is in question. */
export interface ReviewEvidence {
  readonly childId: string;
  /** What the report of the meeting recommends. */
  readonly recommends: string | null;
  /** Whether each outcome was looked at: all, some or none. */
  readonly outcomes: string | null;
  /** Whether the child has had the help of the plan. */
  readonly provision: string | null;
  /** The lawful ground that was named. */
  readonly ground: string | null;
  /** The open case about that question. */
  readonly question: string | null;
}

/** What reviews found, for the check that a question about ending a plan has a lawful ground. */
@Injectable()
export class ReviewEvidences {
  constructor(private readonly statements: Statements) {}

  /** What was known by the end of a day about these children, from the reviews that the actor may see. */
  async of(
    actor: Actor,
    childIds: readonly string[],
    day: CalendarDay,
  ): Promise<Map<string, ReviewEvidence>> {
    const visible = visibleCases(actor, 'c', 'k');
    const rows = await this.statements.run<ReviewEvidence & Record<string, unknown>>(
      'reviews.evidence',
      evidenceSql(visible.sql(4)),
      [actor.authority, [...childIds], day, ...visible.values],
    );
    return new Map(rows.map((row) => [row.childId, row]));
  }
}

/** $1 authority, $2 children, $3 the day, $4… who is looking. */
const evidenceSql = (visible: string) => `
WITH told AS (
  SELECT c.child_id, c.pathway, c.reference, c.open, e.type, e.payload, e.version, c.opened_on
  FROM send_case c JOIN child k ON k.id = c.child_id JOIN effective_event e ON e.case_id = c.id
  WHERE c.authority = $1 AND c.child_id = ANY ($2::uuid[]) AND c.pathway IN ('annual_review', 'cessation')
    AND c.opened_on <= $3 AND (c.closed_on IS NULL OR c.closed_on > $3) AND ${happenedOn('e')} <= $3 AND ${visible})
SELECT t.child_id AS "childId",
  (array_agg(t.payload->>'recommends' ORDER BY t.version DESC) FILTER (WHERE t.type = 'REPORT_RECEIVED'))[1] AS recommends,
  (array_agg(t.payload->>'outcomes' ORDER BY t.version DESC) FILTER (WHERE t.type = 'QUALITY_CHECKED'))[1] AS outcomes,
  (array_agg(t.payload->>'provision' ORDER BY t.version DESC) FILTER (WHERE t.type = 'QUALITY_CHECKED'))[1] AS provision,
  (array_agg(t.payload->>'ground' ORDER BY t.opened_on DESC, t.version DESC) FILTER (WHERE t.payload ? 'ground'))[1] AS ground,
  max(t.reference) FILTER (WHERE t.pathway = 'cessation') AS question
FROM told t GROUP BY t.child_id`;
