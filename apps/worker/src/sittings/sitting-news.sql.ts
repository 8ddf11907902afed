import { type CalendarDay } from '@app/statutory-calendar';

/** Something about a sitting that people have not been told. */
export interface SittingNews {
  readonly [column: string]: unknown;
  readonly authority: string;
  readonly panelId: string;
  readonly sittingId: string;
  readonly what: string;
  readonly kind: 'AGENDA_LOCKED' | 'MEETING_CANCELLED' | 'RELISTED' | 'MOVED' | 'ASKED' | 'AGREED';
  /** The day from which it moved. */
  readonly was: CalendarDay | null;
  readonly itemId: string | null;
  readonly lacks: 'papers' | 'person' | null;
}

/**
 * What the steps and moves of sittings have left behind, oldest first. $1 is today: agenda and moves of sittings that are
 * over are news to nobody. $2 is the moment from which a school hears what was agreed with it.
 */
export const SITTING_NEWS = `
WITH news AS (
  SELECT e.sitting_id, 'step:' || e.version AS what, e.type AS kind, NULL::date AS was, NULL::uuid AS item_id, NULL::text AS lacks, e.at
  FROM sitting_event e JOIN sitting s ON s.id = e.sitting_id
  WHERE e.type IN ('AGENDA_LOCKED', 'MEETING_CANCELLED', 'RELISTED') AND s.sits_on >= $1::date
  UNION ALL
  SELECT m.sitting_id, 'move:' || m.number, 'MOVED', m.from_on, NULL, NULL, m.at
  FROM sitting_move m JOIN sitting s ON s.id = m.sitting_id WHERE m.from_on IS NOT NULL AND s.sits_on >= $1::date
  UNION ALL
  SELECT i.sitting_id, 'asked:' || q.id, 'ASKED', NULL, i.id, q.lacks, q.asked_on::timestamptz FROM school_asked q JOIN sitting_item i ON i.id = q.item_id
  UNION ALL
  SELECT i.sitting_id, 'agreed:' || i.id, 'AGREED', NULL, i.id, NULL, i.settled_at FROM sitting_item i
  WHERE i.kind = 'school' AND i.status = 'decided' AND i.settled_at >= $2)
SELECT s.authority, s.panel_id AS "panelId", n.sitting_id AS "sittingId", n.what, n.kind, n.was, n.item_id AS "itemId", n.lacks
FROM news n JOIN sitting s ON s.id = n.sitting_id
WHERE NOT EXISTS (SELECT FROM sitting_told t WHERE t.sitting_id = n.sitting_id AND t.what = n.what)
ORDER BY s.panel_id, n.at, n.sitting_id, n.what`;

/** Of two workers the second waits here for the first, and then has nothing left to tell. */
export const CLAIM = `
INSERT INTO sitting_told (sitting_id, what, authority, told_at)
SELECT g.id, g.what, $3, $4 FROM unnest($1::uuid[], $2::text[]) AS g(id, what)
ON CONFLICT DO NOTHING RETURNING sitting_id AS "sittingId", what`;

export const COUNCIL = `
SELECT a.name, a.settings, (SELECT coalesce(jsonb_agg(o.id ORDER BY o.id), '[]') FROM officer o
  WHERE o.authority = a.code AND o.active AND 'send_manager' = ANY (o.roles)) AS managers
FROM authority a WHERE a.code = $1`;

/** The school of an item, and by which name or number its item goes. */
export const ITEM_SCHOOL = `
SELECT s.urn, s.name, coalesce(s.email, (
  SELECT o.email FROM officer o WHERE o.authority = s.authority AND o.school_urn = s.urn AND o.active AND 'school_senco' = ANY (o.roles)
  ORDER BY o.name, o.id LIMIT 1)) AS email, coalesce(c.reference, s.name) AS reference, i.outcome
FROM sitting_item i LEFT JOIN send_case c ON c.id = i.case_id LEFT JOIN child h ON h.id = c.child_id
JOIN school s ON s.authority = i.authority AND s.urn = coalesce(i.school_urn, h.urn) WHERE i.id = $1`;
