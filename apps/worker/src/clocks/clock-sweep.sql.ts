/** The day a clock fires is the day in London of its instant, 00:05. */
export const RUN_OUT = `
SELECT k.authority, k.case_id AS "caseId", c.reference, c.pathway, c.pathway_version AS "pathwayVersion", c.owner_id AS "ownerId",
  k.code, k.subject, k.occurrence, k.sends, (k.fires_at AT TIME ZONE 'Europe/London')::date AS day
FROM clock k JOIN send_case c ON c.id = k.case_id
WHERE k.status = 'open' AND k.sends IS NOT NULL AND k.fires_at <= $1 AND c.open
  AND NOT (k.basis = 'local' AND c.state->'value'->>'hold' = 'on_hold')
  AND concat_ws(':', 'clock', k.case_id, k.code, k.subject, k.occurrence) <> ALL($2::text[])
ORDER BY k.fires_at, k.due_on, k.case_id, k.code, k.subject, k.occurrence LIMIT $3`;

export const HAS_FIRED = `
UPDATE clock SET fires_at = NULL
WHERE case_id = $1 AND code = $2 AND subject = $3 AND occurrence = $4 AND status = 'open' AND fires_at IS NOT NULL`;
