/**
 * Cases of which something about a day was written after it: a correction, a step taken back, a step recorded late.
 * $1 authority, $2 pathway, $3 the day, $4 its end, $5 at most so many, $6… who is looking.
 */
export const changedSql = (visible: string) => `
SELECT c.id, c.reference FROM send_case c JOIN child k ON k.id = c.child_id
WHERE c.authority = $1 AND c.pathway = $2 AND ${visible} AND EXISTS (
  SELECT FROM case_event e WHERE e.case_id = c.id AND e.recorded_at >= $4
    AND (e.occurred_on <= $3::date OR e.type IN ('FACT_CORRECTED', 'STEP_UNDONE')))
ORDER BY c.reference LIMIT $5`;

/** $1 cases, $2 the end of the day: their history as far as it was written by then. */
export const HISTORIES = `
SELECT case_id AS "caseId", version, type, occurred_on AS "occurredOn", payload, facts, stages, actor_id AS "actorId",
  actor_role AS "actorRole", recorded_at AS "recordedAt", definition_hash AS "definitionHash", hash
FROM case_event WHERE case_id = ANY ($1::uuid[]) AND recorded_at < $2 ORDER BY case_id, version`;

/**
 * Plans in force at the end of a day, as known now and as known then. The first change written since says what a plan
 * was before it; one that takes a change back says what was before that change.
 */
export const PLANS = `
WITH later AS (
  SELECT DISTINCT ON (plan_id) plan_id, what, on_day, before FROM ehc_plan_change
  WHERE authority = $1 AND at >= $3 ORDER BY plan_id, number),
held AS (
  SELECT p.id, p.made_on <= $2::date AND (p.ceased_on IS NULL OR p.ceased_on > $2::date) AS is_held FROM ehc_plan p WHERE p.authority = $1)
SELECT (SELECT count(*) FROM held WHERE is_held)::int AS now,
  (SELECT count(*) FROM held JOIN later ON later.plan_id = held.id WHERE is_held AND what = 'loaded')::int AS loaded,
  ((SELECT count(*) FROM held WHERE is_held AND NOT EXISTS (SELECT FROM later WHERE later.plan_id = held.id))
   + (SELECT count(*) FROM later WHERE CASE
      WHEN what = 'taken_back' AND before IS NULL THEN on_day <= $2::date
      WHEN before IS NULL THEN false
      WHEN what = 'taken_back' AND EXISTS (
        SELECT FROM ehc_plan_change x WHERE x.plan_id = later.plan_id AND x.what = 'ceased' AND x.on_day = later.on_day AND x.at < $3) THEN on_day > $2::date
      ELSE (before->>'made_on')::date <= $2::date AND coalesce((before->>'ceased_on')::date > $2::date, true) END))::int AS then`;
