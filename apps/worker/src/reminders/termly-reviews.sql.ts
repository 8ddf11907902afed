import { type CalendarDay } from '@app/statutory-calendar';

/** A review whose meeting was not held yet, with its child's school. */
export interface ReviewRow {
  readonly reference: string;
  readonly urn: string;
  /** Last safe day for the meeting, where the review is open. */
  readonly dueOn: CalendarDay | null;
  /** What is known of a review that nobody has opened yet. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Reviews that are open and not held, and those that wait to be opened after the last one; these go by its reference. */
export const REVIEWS = `
SELECT c.reference, h.urn, k.due_on AS "dueOn", '{}'::jsonb AS answers
FROM send_case c JOIN child h ON h.id = c.child_id
JOIN clock k ON k.case_id = c.id AND k.code = 'meeting_by' AND k.status = 'open'
WHERE c.authority = $1 AND c.open AND c.pathway = 'annual_review' AND h.urn IS NOT NULL
UNION ALL
SELECT c.reference, h.urn, NULL, r.answers
FROM referral r JOIN send_case c ON c.id = r.from_case JOIN child h ON h.id = r.child_id
WHERE r.authority = $1 AND r.pathway = 'annual_review' AND r.opened_case IS NULL AND r.set_aside_on IS NULL AND h.urn IS NOT NULL
ORDER BY reference`;

export const SCHOOLS = `
SELECT s.urn, s.name, s.email,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) ORDER BY o.id), '[]') FROM officer o
   WHERE o.authority = s.authority AND o.active AND o.school_urn = s.urn AND 'school_senco' = ANY (o.roles)) AS sencos
FROM school s WHERE s.authority = $1 AND s.urn = ANY ($2::text[]) ORDER BY s.urn`;

export const COUNCIL = `SELECT name, settings FROM authority WHERE code = $1`;
