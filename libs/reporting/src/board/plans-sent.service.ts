import { type Actor, visibleOf } from '@app/access';
import { excuseOf } from '@app/casework';
import { Statements } from '@app/database';
import { addMonths, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { ASSESSMENT } from './assessment';
import { excusedDates } from './excused-dates';

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

/** Plans that are alike: what the two rates are counted from. */
export interface PlanTally {
  readonly inTime: boolean;
  readonly exception: string | null;
  /** How many; one where a single plan is meant. */
  readonly count?: number;
}

/** Timeliness of a set of plans (KPI 1 and 2 of the handbook). */
export interface Timeliness {
  readonly sent: number;
  readonly inTime: number;
  /** Per cent with one decimal; null when no plan was sent. */
  readonly share: number | null;
}

const TWENTY_WEEKS = { code: 'w20', subject: '' } as const;

/** Final plans of the 12 months up to a day. */
@Injectable()
export class PlansSent {
  constructor(private readonly statements: Statements) {}

  /** The first final plan of each child sent in the 12 months up to and including this day, newest first. */
  async inYearTo(actor: Actor, day: CalendarDay): Promise<PlanSent[]> {
    const { name, text, values } = asked(actor, day, sentSql);
    const rows = await this.statements.run<SentRow>(`board.plans-sent.${name}`, text, values);
    return rows.map(({ grounds, ...row }) => ({
      ...row,
      inTime: row.sentOn <= row.dueOn,
      exception: excuseOf(TWENTY_WEEKS, grounds),
    }));
  }

  /** The same plans, counted. */
  async countedInYearTo(actor: Actor, day: CalendarDay): Promise<PlanTally[]> {
    const { name, text, values } = asked(actor, day, countedSql);
    const rows = await this.statements.run<{ inTime: boolean; grounds: string[]; count: number }>(
      `board.plans-counted.${name}`,
      text,
      values,
    );
    return rows.map(({ grounds, ...row }) => ({
      ...row,
      exception: excuseOf(TWENTY_WEEKS, grounds),
    }));
  }
}

function asked(actor: Actor, day: CalendarDay, sql: (visible: string) => string) {
  const visible = visibleOf(ASSESSMENT, actor);
  const values = [actor.authority, ASSESSMENT, addMonths(day, -12), day, ...visible.values];
  return { name: visible.name, text: sql(visible.sql(5)), values };
}

type SentRow = Omit<PlanSent, 'inTime' | 'exception'> & { readonly grounds: readonly string[] };

/** How many went out in time. */
export function timelinessOf(plans: readonly PlanTally[]): Timeliness {
  const sum = (some: readonly PlanTally[]) => some.reduce((all, { count = 1 }) => all + count, 0);
  const sent = sum(plans);
  const inTime = sum(plans.filter((plan) => plan.inTime));
  return { sent, inTime, share: sent ? Math.round((inTime / sent) * 1000) / 10 : null };
}

/**
 * $1 authority, $2 pathway, $3 after this day, $4 up to this day, $5… who is looking. A plan that the Tribunal ordered
 * was sent although its 20 weeks no longer run.
 */
const sent = (visible: string) => `
FROM (
  SELECT w.case_id, w.ended_on AS day, w.due_on FROM clock w
  WHERE w.authority = $1 AND w.code = 'w20' AND w.occurrence = 1 AND w.status = 'met' AND w.ended_on > $3 AND w.ended_on <= $4
  UNION ALL
  SELECT w.case_id, (v.state->'context'->>'finalOn')::date, w.due_on FROM clock w JOIN send_case v ON v.id = w.case_id
  WHERE w.authority = $1 AND w.code = 'w20' AND w.occurrence = 1 AND w.status = 'void'
    AND (v.state->'context'->>'finalOn')::date > $3 AND (v.state->'context'->>'finalOn')::date <= $4) sent
JOIN send_case c ON c.id = sent.case_id AND c.pathway = $2
JOIN child k ON k.id = c.child_id
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(DISTINCT named.excused), '[]') AS grounds FROM effective_event e CROSS JOIN LATERAL (${excusedDates('e')}) named
  WHERE e.case_id = c.id AND e.type = 'EXCEPTION_CLAIMED' AND e.occurred_on <= $4) excused
WHERE ${visible}`;

const countedSql = (visible: string) => `
SELECT sent.day <= sent.due_on AS "inTime", excused.grounds, count(*)::int AS count ${sent(visible)} GROUP BY 1, 2`;

const sentSql = (visible: string) => `
SELECT c.id AS "caseId", c.reference, c.child_id AS "childId", c.opened_on AS "receivedOn", sent.day AS "sentOn", sent.due_on AS "dueOn",
  coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name,
  (SELECT s.name FROM school s WHERE s.authority = c.authority AND s.urn = k.urn) AS "schoolName",
  (SELECT o.name FROM officer o WHERE o.id = c.owner_id) AS "ownerName", excused.grounds ${sent(visible)}
ORDER BY sent.day DESC, c.reference`;
