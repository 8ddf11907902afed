/** Panels of a council with every version of their terms, by the day from which each holds. */
export const PANELS = `
SELECT p.id, (SELECT json_agg(json_build_object('from', t.valid_from, 'terms', t.terms) ORDER BY t.valid_from)
  FROM panel_terms t WHERE t.panel_id = p.id) AS terms
FROM panel p WHERE p.authority = $1 ORDER BY p.code`;

export const LOCK_SITTINGS = `
SELECT id FROM sitting WHERE panel_id = $1 AND planned_for >= $2::date ORDER BY id FOR UPDATE`;

/** Whether the last to move a sitting was a person. $3 is the system. */
const MOVED_BY_HAND = `
  coalesce((SELECT m.by_id <> $3::uuid FROM sitting_move m WHERE m.sitting_id = s.id ORDER BY m.number DESC LIMIT 1), false)`;

/** $1 panel, $2 from which planned day, $3 the system, $4 today. A day that the series itself called off does not stand. */
export const STANDING = `
SELECT s.id, s.planned_for AS "plannedFor", s.sits_on AS "sitsOn", s.moved_because AS "movedBecause", s.starts_at AS "startsAt", s.minutes,
  s.papers_due_at AS "papersDueAt", s.papers_out_at AS "papersOutAt", s.extra AS "isExtra",
  s.stage = 'scheduled' AND NOT s.extra AND s.sits_on > $4::date AND NOT ${MOVED_BY_HAND}
    AND NOT EXISTS (SELECT FROM sitting_item i WHERE i.sitting_id = s.id) AS "isFree"
FROM sitting s
WHERE s.panel_id = $1 AND s.planned_for >= $2::date AND NOT (s.extra AND s.stage = 'cancelled')
  AND NOT EXISTS (SELECT FROM sitting_event e WHERE e.sitting_id = s.id AND e.type = 'MEETING_CANCELLED' AND e.actor_id = $3::uuid)
ORDER BY s.planned_for`;

const GIVEN = (json: string) => `
  jsonb_to_recordset(${json}::jsonb) AS g(id uuid, "plannedFor" date, "sitsOn" date, "movedBecause" text, "startsAt" timestamptz, minutes int,
    "papersDueAt" timestamptz, "papersOutAt" timestamptz, "fromOn" date, because text, "isHeard" boolean)`;

export const ADD = `
INSERT INTO sitting (authority, panel_id, planned_for, sits_on, moved_because, starts_at, minutes, papers_due_at, papers_out_at, stage, version, calendar_at)
SELECT $1, $2, g."plannedFor", g."sitsOn", g."movedBecause", g."startsAt", g.minutes, g."papersDueAt", g."papersOutAt", 'scheduled', 0, $4
FROM ${GIVEN('$3')}`;

export const MOVE = `
UPDATE sitting s SET planned_for = g."plannedFor", sits_on = g."sitsOn", moved_because = g."movedBecause", starts_at = g."startsAt",
  minutes = g.minutes, papers_due_at = g."papersDueAt", papers_out_at = g."papersOutAt",
  calendar_sequence = s.calendar_sequence + g."isHeard"::int, calendar_at = CASE WHEN g."isHeard" THEN $2 ELSE s.calendar_at END
FROM ${GIVEN('$1')} WHERE s.id = g.id`;

export const LOG_MOVES = `
INSERT INTO sitting_move (sitting_id, number, authority, from_on, to_on, because, by_id, at)
SELECT g.id, 1 + (SELECT count(*) FROM sitting_move m WHERE m.sitting_id = g.id), $2, g."fromOn", g."sitsOn", g.because, $3, $4
FROM ${GIVEN('$1')}`;

/** Who answered for another day is asked again. */
export const ASK_AGAIN = `DELETE FROM sitting_register WHERE sitting_id = ANY($1::uuid[])`;

export const CALL_OFF = `
WITH gone AS (
  UPDATE sitting SET stage = 'cancelled', version = version + 1, calendar_sequence = calendar_sequence + 1, calendar_at = $2,
    moved_because = 'TERMS_CHANGED'
  WHERE id = ANY($1::uuid[]) RETURNING id, version, authority)
INSERT INTO sitting_event (sitting_id, version, authority, type, payload, actor_id, actor_role, at)
SELECT id, version, authority, 'MEETING_CANCELLED', $4::jsonb, $3, 'system', $2 FROM gone`;
