const COLUMNS = `
SELECT a.id, a.text, a.source, a.state, a.version, a.owner_id AS "ownerId", coalesce(o.name, a.owner_name) AS "ownerName",
  a.owner_email AS "ownerEmail", a.opened_on AS "openedOn", a.due_on AS "dueOn", a.evidence
FROM action a LEFT JOIN officer o ON o.id = a.owner_id
WHERE a.authority = $1 AND a.case_id = $2`;

/** Those that still ask for something come first. */
export const ACTIONS = `${COLUMNS} ORDER BY a.state IN ('done', 'cancelled'), a.due_on, a.id`;

export const ACTION = `${COLUMNS} AND a.id::text = $3`;

export const TRAIL = `
SELECT e.type, e.state, e.owner, e.due_on AS "dueOn", e.words, e.occurred_on AS "occurredOn", coalesce(o.name, 'Causeway') AS by
FROM action_event e LEFT JOIN officer o ON o.id = e.actor_id
WHERE e.action_id::text = $1 ORDER BY e.version DESC`;

export const ADD = `
WITH added AS (
  INSERT INTO action (authority, case_id, text, source, state, version, owner_id, owner_name, owner_email, opened_on, due_on)
  VALUES ($1, $2, $3, $4, 'open', 1, $5, $6, $7, $8, $9) RETURNING id, authority, state, due_on, opened_on)
INSERT INTO action_event (action_id, version, authority, type, state, owner, due_on, occurred_on, actor_id, at)
SELECT id, 1, authority, 'ADDED', state, $10, due_on, opened_on, $11, $12 FROM added RETURNING action_id AS id`;

/** Whoever is to do it now, and by the date that holds now, has not been reminded yet. */
export const MOVE = `
WITH moved AS (
  UPDATE action SET state = $2, version = version + 1, due_on = $3, owner_id = $4, owner_name = $5, owner_email = $6, evidence = $7,
    owner_told_on = CASE WHEN due_on = $3 THEN owner_told_on END, manager_told_on = CASE WHEN due_on = $3 THEN manager_told_on END
  WHERE id = $1 RETURNING id, authority, version, state, due_on)
INSERT INTO action_event (action_id, version, authority, type, state, owner, due_on, words, occurred_on, actor_id, at)
SELECT id, version, authority, $8, state, $9, due_on, $10, $11, $12, $13 FROM moved`;

export const TELL_LEAD = `
INSERT INTO task (authority, case_id, source_key, text, why, for_role, opened_on)
SELECT authority, id, $2, 'Decide about an action that is blocked', $3, $4, $5 FROM send_case WHERE id = $1
ON CONFLICT (source_key) DO NOTHING`;

/** A blocked action was given to somebody or given up: nothing is left to decide. */
export const DECIDED = `
UPDATE task SET done_on = $2, done_by = $3, outcome = 'The action was decided'
WHERE starts_with(source_key, 'action:' || $1::text || ':') AND done_on IS NULL`;

/** What is still to be done on a case, in words. */
export const OPEN_WORDS = `
SELECT a.text FROM action a WHERE a.authority = $1 AND a.case_id = $2::uuid AND a.state IN ('open', 'overdue', 'blocked') ORDER BY a.due_on, a.id`;
