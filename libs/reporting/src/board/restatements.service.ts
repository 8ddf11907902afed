import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT } from './assessment';

/** Something that changed figures of days gone by: a correction, or a step recorded late. */
export interface Restatement {
  readonly reference: string;
  readonly name: string;
  readonly recordedAt: Date;
  readonly by: string;
  /** The type of the event whose date or facts were put right, or that was recorded late. */
  readonly type: string;
  /** The day as it stood before; null when it was not recorded at all, or did not change. */
  readonly wasOn: CalendarDay | null;
  readonly isOn: CalendarDay;
  readonly reason: string | null;
}

/** A step recorded more than this many days after it happened is named as late. */
export const RECORDED_LATE = 7;

/** What was put right: newest first. */
@Injectable()
export class Restatements {
  constructor(private readonly statements: Statements) {}

  /** Corrections and late entries recorded since this day, on cases of one pathway that the actor may see. */
  async since(actor: Actor, day: CalendarDay, pathway = ASSESSMENT): Promise<Restatement[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, pathway, day, RECORDED_LATE, ...visible.values];
    return this.statements.run<Restatement & Record<string, unknown>>(
      'board.restated',
      restatedSql(visible.sql(5)),
      values,
    );
  }
}

/** $1 authority, $2 pathway, $3 since, $4 days that count as late, $5… who is looking. */
const restatedSql = (visible: string) => `
SELECT c.reference, coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, e.recorded_at AS "recordedAt",
  coalesce(o.name, 'Causeway') AS by, coalesce(was.type, e.type) AS type,
  CASE WHEN was.version IS NOT NULL THEN coalesce((e.payload->'occurredOn'->>'from')::date, was.occurred_on) END AS "wasOn",
  CASE WHEN was.version IS NOT NULL THEN coalesce((e.payload->'occurredOn'->>'to')::date, was.occurred_on) ELSE e.occurred_on END AS "isOn",
  e.payload->>'reason' AS reason
FROM case_event e
JOIN send_case c ON c.id = e.case_id
JOIN child k ON k.id = c.child_id
LEFT JOIN case_event was ON e.type = 'FACT_CORRECTED' AND was.case_id = e.case_id AND was.version = (e.payload->>'version')::int
LEFT JOIN officer o ON o.id = e.actor_id
WHERE c.authority = $1 AND c.pathway = $2 AND e.recorded_at >= $3::date - 1 AND (e.recorded_at AT TIME ZONE 'Europe/London')::date >= $3
  AND (e.type = 'FACT_CORRECTED' OR (e.actor_role <> 'system' AND (e.recorded_at AT TIME ZONE 'Europe/London')::date - e.occurred_on > $4))
  AND ${visible}
ORDER BY e.recorded_at DESC, c.reference, e.version LIMIT 500`;
