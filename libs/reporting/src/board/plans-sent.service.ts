import { type Actor, visibleCases } from '@app/access';
import { excuseOf } from '@app/casework';
import { Statements } from '@app/database';
import { addMonths, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT } from './assessments.service';

/** A first final plan that was sent. */
export interface PlanSent {
  readonly caseId: string;
  readonly reference: string;
  readonly childId: string;
  readonly name: string;
  readonly schoolName: string | null;
  readonly ownerName: string | null;
  readonly receivedOn: CalendarDay;
  readonly sentOn: CalendarDay;
  /** The last day of the 20 weeks. */
  readonly dueOn: CalendarDay;
  readonly inTime: boolean;
  /** The lawful exception that was recorded, in words; it never makes a late plan an early one. */
  readonly exception: string | null;
}

/** Timeliness of a set of plans (KPI 1 and 2 of the handbook). */
export interface Timeliness {
  readonly sent: number;
  readonly inTime: number;
  /** Per cent with one decimal; null when no plan was sent. */
  readonly share: number | null;
}

/** Final plans of the 12 months up to a day. */
@Injectable()
export class PlansSent {
  constructor(private readonly statements: Statements) {}

  /** The first final plan of each child sent in the 12 months up to and including this day, newest first. */
  async inYearTo(actor: Actor, day: CalendarDay): Promise<PlanSent[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, ASSESSMENT, addMonths(day, -12), day, ...visible.values];
    const rows = await this.statements.run<SentRow>(
      'board.plans-sent',
      sentSql(visible.sql(5)),
      values,
    );
    return rows.map(({ grounds, ...row }) => ({
      ...row,
      inTime: row.sentOn <= row.dueOn,
      exception: excuseOf('w20', grounds),
    }));
  }
}

type SentRow = Omit<PlanSent, 'inTime' | 'exception'> & { readonly grounds: readonly string[] };

/** How many went out in time. */
export function timelinessOf(plans: readonly PlanSent[]): Timeliness {
  const inTime = plans.filter((plan) => plan.inTime).length;
  const share = plans.length ? Math.round((inTime / plans.length) * 1000) / 10 : null;
  return { sent: plans.length, inTime, share };
}

/** $1 authority, $2 pathway, $3 after this day, $4 up to this day, $5… who is looking. */
const sentSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.child_id AS "childId", c.opened_on AS "receivedOn", sent.day AS "sentOn", w.due_on AS "dueOn",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName", o.name AS "ownerName",
  coalesce((SELECT jsonb_agg(DISTINCT e.payload->>'category') FROM effective_event e
    WHERE e.case_id = c.id AND e.type = 'EXCEPTION_CLAIMED' AND e.occurred_on <= $4), '[]') AS grounds
FROM send_case c
JOIN child k ON k.id = c.child_id
JOIN clock w ON w.case_id = c.id AND w.code = 'w20' AND w.occurrence = 1
JOIN LATERAL (
  SELECT CASE WHEN w.status = 'met' THEN w.ended_on ELSE (c.state->'context'->>'finalOn')::date END AS day) sent ON true
LEFT JOIN school s ON s.authority = c.authority AND s.urn = k.urn
LEFT JOIN officer o ON o.id = c.owner_id
WHERE c.authority = $1 AND c.pathway = $2 AND sent.day > $3 AND sent.day <= $4 AND ${visible}
ORDER BY sent.day DESC, c.reference`;
