/** Actions of open cases, and those agreed with a school, that are due soon, or overdue and somebody is still to hear: the owner, or managers of the owner's team, else all. */
export const PRESSING_ACTIONS = `
SELECT a.id, a.due_on AS "dueOn", c.reference, au.name AS council, a.owner_id AS "ownerId",
  coalesce(o.name, a.owner_name) AS "ownerName", a.owner_email AS "ownerEmail", h.name AS "holderName", h.email AS "holderEmail",
  a.state, a.owner_told_on AS "ownerToldOn", a.manager_told_on AS "managerToldOn",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]') FROM officer m
   WHERE m.authority = a.authority AND m.active AND 'send_manager' = ANY (m.roles)
     AND (m.team_id = t.id OR NOT EXISTS (
       SELECT 1 FROM officer x WHERE x.authority = a.authority AND x.active AND 'send_manager' = ANY (x.roles) AND x.team_id = t.id))
  ) AS managers
FROM action a
JOIN send_case c ON c.id = a.case_id
JOIN authority au ON au.code = a.authority
LEFT JOIN officer o ON o.id = a.owner_id
LEFT JOIN officer h ON h.id = c.owner_id
LEFT JOIN team t ON t.id = coalesce(o.team_id, c.team_id)
WHERE a.authority = $1 AND c.open AND (
  (a.state = 'open' AND a.due_on BETWEEN $2::date AND $2::date + 14)
  OR (a.state = 'overdue' AND (a.owner_told_on IS NULL OR a.manager_told_on IS NULL)))
UNION ALL
SELECT a.id, a.due_on, s.name, au.name, a.owner_id, coalesce(o.name, a.owner_name), a.owner_email, NULL, NULL, a.state, a.owner_told_on, a.lead_told_on,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.id), '[]') FROM officer m
   WHERE m.authority = a.authority AND m.active AND 'panel_coordinator' = ANY (m.roles)) AS managers
FROM school_action a JOIN sitting_item i ON i.id = a.item_id JOIN school s ON s.authority = a.authority AND s.urn = i.school_urn
JOIN authority au ON au.code = a.authority LEFT JOIN officer o ON o.id = a.owner_id
WHERE a.authority = $1 AND (
  (a.state = 'open' AND a.due_on BETWEEN $2::date AND $2::date + 14)
  OR (a.state = 'overdue' AND (a.owner_told_on IS NULL OR a.lead_told_on IS NULL)))
ORDER BY "dueOn", reference, id`;

export const TOLD = `
WITH schools AS (
  UPDATE school_action SET owner_told_on = coalesce(owner_told_on, $2::date),
    lead_told_on = CASE WHEN id = ANY ($3::uuid[]) THEN $2::date ELSE lead_told_on END
  WHERE id = ANY ($1::uuid[]) OR id = ANY ($3::uuid[]))
UPDATE action SET owner_told_on = coalesce(owner_told_on, $2::date),
  manager_told_on = CASE WHEN id = ANY ($3::uuid[]) THEN $2::date ELSE manager_told_on END
WHERE id = ANY ($1::uuid[]) OR id = ANY ($3::uuid[])`;
