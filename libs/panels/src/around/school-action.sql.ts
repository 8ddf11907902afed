import { sitsOnDay } from '../series/panels.service';

/**
 * Who sees an action agreed with a school: those who see every panel, members who come to every item of its panel, whoever
 * has the action, and the people of that school. $1 authority, $2 actor, $3 today, $4 sees all panels, $5 the actor's school.
 */
const VISIBLE = `
  a.authority = $1 AND ($4::boolean OR a.owner_id = $2::uuid OR i.school_urn = $5 OR EXISTS (
    SELECT FROM panel_member m WHERE m.panel_id = p.id AND m.core AND m.officer_id = $2::uuid AND ${sitsOnDay('m', '$3::date')}))`;

const FROM = `
FROM school_action a JOIN sitting_item i ON i.id = a.item_id JOIN sitting s ON s.id = i.sitting_id JOIN panel p ON p.id = s.panel_id
JOIN school h ON h.authority = a.authority AND h.urn = i.school_urn LEFT JOIN officer o ON o.id = a.owner_id`;

const COLUMNS = `
SELECT a.id, a.text, a.state, a.version, a.owner_id AS "ownerId", coalesce(o.name, a.owner_name) AS "ownerName", a.owner_email AS "ownerEmail",
  a.due_on AS "dueOn", a.evidence, a.done_by AS "doneBy", i.school_urn AS urn, h.name AS school, p.name AS panel, p.id AS "panelId", s.sits_on AS "agreedOn"
${FROM}`;

const TO_DO = `a.state NOT IN ('done', 'cancelled')`;

export const LIST = `${COLUMNS} WHERE ${VISIBLE} AND ${TO_DO} ORDER BY a.due_on, h.name, a.id`;
export const ONE = `${COLUMNS} WHERE ${VISIBLE} AND a.id::text = $6`;
export const OWN = `${COLUMNS} WHERE a.authority = $1 AND a.owner_id = $2::uuid AND a.state IN ('open', 'overdue', 'blocked') ORDER BY a.due_on, a.id`;
/** Those of one panel, agreed before this sitting. */
export const LAST = `
${COLUMNS} WHERE p.id = $1 AND (s.sits_on, s.id) < ($2::date, $3::uuid) AND ${TO_DO} ORDER BY a.due_on, h.name, a.id`;
export const HOLD = `SELECT version FROM school_action WHERE id = $1 FOR UPDATE`;

export const TRAIL = `
SELECT e.type, e.state, e.owner, e.due_on AS "dueOn", e.words, e.at, coalesce(o.name, 'Causeway') AS by
FROM school_action_event e LEFT JOIN officer o ON o.id = e.actor_id WHERE e.action_id = $1 ORDER BY e.version DESC`;

/** Whoever has it now, and by the day that holds now, has not been reminded yet. */
export const MOVE = `
WITH moved AS (
  UPDATE school_action SET state = $2, version = version + 1, due_on = $3, owner_id = $4, owner_name = $5, owner_email = $6, evidence = $7,
    done_by = $8, changed_by = $9, changed_at = $10,
    owner_told_on = CASE WHEN due_on = $3 THEN owner_told_on END, lead_told_on = CASE WHEN due_on = $3 THEN lead_told_on END
  WHERE id = $1 RETURNING id, authority, version, state, due_on)
INSERT INTO school_action_event (action_id, version, authority, type, state, owner, due_on, words, actor_id, at)
SELECT id, version, authority, $11, state, $5, due_on, $12, $9, $10 FROM moved`;

export const OVERDUE = `
WITH moved AS (
  UPDATE school_action SET state = $3, version = version + 1, changed_by = NULL, changed_at = $2
  WHERE state = 'open' AND due_on < $1::date RETURNING id, authority, version, state, owner_name, due_on)
INSERT INTO school_action_event (action_id, version, authority, type, state, owner, due_on, at)
SELECT id, version, authority, 'DUE_PASSED', state, owner_name, due_on, $2 FROM moved RETURNING action_id`;

export const OFFICER = `SELECT id, name, email FROM officer WHERE authority = $1 AND id::text = $2 AND active`;

/** A blocked action waits for the chair: told as a task. */
export const TELL_CHAIR = `
INSERT INTO task (authority, case_id, source_key, text, why, for_role, opened_on)
VALUES ($1, NULL, $2, 'Decide about an action for a school that is blocked', $3, 'panel_chair', $4) ON CONFLICT (source_key) DO NOTHING`;
export const DECIDED = `
UPDATE task SET done_on = $2, done_by = $3, outcome = 'The action was decided'
WHERE starts_with(source_key, 'school-action:' || $1::text || ':') AND done_on IS NULL`;
