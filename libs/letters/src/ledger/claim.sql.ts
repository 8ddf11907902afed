import { HELD } from '../recipients/address-books';

/** The columns of a line that is about to leave. */
export const COLUMNS = `
  id, authority, key, case_id AS "caseId", case_version AS "caseVersion", notice, recipient, channel, address,
  subject, body, statutory, reason_clock AS "reasonClock", attempts, released_by IS NOT NULL AS released`;

/** Most binding first: what the law asks for goes before what is kind. */
export const DUE = `
SELECT ${COLUMNS} FROM message
WHERE status = 'due' AND due_at <= $1
ORDER BY statutory DESC, due_at, id LIMIT $2
FOR UPDATE SKIP LOCKED`;

/** Held until we commit, so that no event can take a reason away between judging and claiming. */
export const CASES = `
SELECT c.id, c.version, c.open, c.stage AS work, c.owner_id AS "ownerId", ${HELD} AS held
FROM send_case c JOIN child h ON h.id = c.child_id
WHERE c.id = ANY($1::uuid[])
ORDER BY c.id FOR SHARE OF c SKIP LOCKED`;

export const CONTACTS = `
SELECT id, has_pr = 'yes' AS "hasPr", email, address FROM contact WHERE id = ANY($1::uuid[]) FOR SHARE`;

export const CLOCKS_OPEN = `
SELECT concat_ws('|', case_id, code, subject, occurrence, due_on) AS reason
FROM clock WHERE case_id = ANY($1::uuid[]) AND status = 'open'`;

export const CANCEL = `
UPDATE message m SET status = 'cancelled', trouble = r.why
FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, why text) WHERE m.id = r.id`;

export const HOLD = `UPDATE message SET status = 'for_release' WHERE id = ANY($1::uuid[])`;

export const TAKE = `
UPDATE message m SET status = 'sending', token = gen_random_uuid(), attempts = m.attempts + 1, address = r.address,
  lease_until = clock_timestamp() + make_interval(secs => $2)
FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, address text) WHERE m.id = r.id
RETURNING m.id, m.token`;
