import { type Actor, visibleCases } from '@app/access';
import { Statements } from '@app/database';
import { addMonths, type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type PlanInReview } from './plan-in-review';
import { PlanRegister } from './plan-register.service';

/** Dates in law that are counted, each by the code of its clock. */
export const REVIEW_TIMES = {
  concluded: 'Concluded within 12 months',
  report: 'Report within 2 weeks',
  decision: 'Decided within 4 weeks',
  amended: 'Changed plan within 12 weeks',
} as const;

export type ReviewTime = keyof typeof REVIEW_TIMES;

/** What became of a date in law by the day of the figures. */
export const TIME_OUTCOMES = { in: 'In time', late: 'Late', waiting: 'Passed, not done' } as const;

export type TimeOutcome = keyof typeof TIME_OUTCOMES;

/** How often a date in law was met. */
export interface TimeCount {
  readonly time: ReviewTime;
  readonly outcome: TimeOutcome;
  readonly count: number;
}

/** One review and one of its dates. */
export interface TimedReview {
  readonly childId: string;
  /** Null where no review was opened. */
  readonly reference: string | null;
  readonly name: string;
  readonly schoolName: string | null;
  readonly ownerName: string | null;
  readonly heldOn: CalendarDay | null;
  readonly dueOn: CalendarDay;
  readonly endedOn: CalendarDay | null;
  readonly outcome: TimeOutcome;
}

const CODES: Readonly<Record<ReviewTime, string>> = {
  concluded: 'ar_conclude_by',
  report: 'report',
  decision: 'decision',
  amended: 'final_longstop',
};

/** Dates of reviews that fell in the 12 months up to a day, and whether they were met. */
@Injectable()
export class ReviewTimes {
  constructor(
    private readonly statements: Statements,
    private readonly register: PlanRegister,
  ) {}

  /** Counts of each date that a meeting sets, and outcome. */
  inYearTo(actor: Actor, day: CalendarDay): Promise<TimeCount[]> {
    const { report, decision, amended } = CODES;
    return this.read<TimeCount>(actor, day, 'reviews.times', COUNTED, [report, decision, amended]);
  }

  /**
   * The reviews behind the counts of one date, the latest date first. A review that nobody opened is late too: its 12
   * months are told by the register of plans.
   */
  async list(actor: Actor, day: CalendarDay, time: ReviewTime): Promise<TimedReview[]> {
    const opened = await this.read<TimedReview>(actor, day, 'reviews.times-list', LISTED, [
      CODES[time],
    ]);
    if (time !== 'concluded') return opened;
    const filter = { stage: 'never_held', step: 'none' } as const;
    const { rows } = await this.register.list(actor, { day, filter });
    return [
      ...opened,
      ...rows.filter(({ dueBy }) => dueBy > addMonths(day, -12)).map(neverOpened),
    ].sort((a, b) => b.dueOn.localeCompare(a.dueOn));
  }

  private async read<Row>(
    actor: Actor,
    day: CalendarDay,
    name: string,
    rest: string,
    codes: readonly string[],
  ): Promise<Row[]> {
    const visible = visibleCases(actor, 'c', 'k');
    const values = [actor.authority, day, addMonths(day, -12), codes, ...visible.values];
    return (await this.statements.run(
      name,
      `${timesSql(visible.sql(5))} ${rest}`,
      values,
    )) as Row[];
  }
}

const neverOpened = (plan: PlanInReview): TimedReview => ({
  childId: plan.childId,
  reference: null,
  name: plan.name,
  schoolName: plan.schoolName,
  ownerName: null,
  heldOn: null,
  dueOn: plan.dueBy,
  endedOn: null,
  outcome: 'waiting',
});

/**
 * $1 authority, $2 the day, $3 twelve months before it, $4 codes of clocks, $5… who is looking. A date counts in the 12 months
 * in which it fell; a changed plan counts once the council has decided to change it.
 */
const timesSql = (visible: string) => `
WITH timed AS (
  SELECT x.code, c.reference, c.child_id, c.owner_id, x.due_on,
    CASE WHEN x.code = 'ar_conclude_by' THEN CASE WHEN (c.state->'context'->>'heldOn')::date <= $2 THEN (c.state->'context'->>'heldOn')::date END ELSE x.anchor END AS held_on, CASE WHEN x.ended_on <= $2 THEN x.ended_on END AS ended_on,
    CASE WHEN x.status <> 'met' OR x.ended_on > $2 THEN 'waiting' WHEN x.ended_on <= x.due_on THEN 'in' ELSE 'late' END AS outcome
  FROM clock x JOIN send_case c ON c.id = x.case_id JOIN child k ON k.id = c.child_id
  WHERE x.authority = $1 AND c.pathway = 'annual_review' AND x.code = ANY ($4::text[])
    AND x.due_on > $3 AND x.due_on < $2 AND NOT (x.status = 'void' AND x.ended_on <= $2)
    AND (x.code <> 'final_longstop' OR EXISTS (SELECT FROM clock f WHERE f.case_id = c.id AND f.code = 'final')) AND ${visible})`;

const COUNTED = `
SELECT CASE t.code WHEN 'final_longstop' THEN 'amended' ELSE t.code END AS time, t.outcome, count(*)::int AS count FROM timed t GROUP BY 1, 2`;

const LISTED = `
SELECT t.child_id AS "childId", t.reference, coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name, s.name AS "schoolName", o.name AS "ownerName",
  t.held_on AS "heldOn", t.due_on AS "dueOn", t.ended_on AS "endedOn", t.outcome
FROM timed t
JOIN child k ON k.id = t.child_id
LEFT JOIN school s ON s.authority = $1 AND s.urn = k.urn
LEFT JOIN officer o ON o.id = t.owner_id
ORDER BY t.due_on DESC, t.reference`;
