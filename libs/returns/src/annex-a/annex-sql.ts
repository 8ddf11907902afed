/**
 * Values: authority, the day, a year before it, the terms whose absence counts. Children with a plan in force, and
 * children with SEN support; an exclusion that was cancelled or quashed is not counted.
 */
export const ANNEX_SQL = `
SELECT k.id AS "childId", p.id AS "planId", k.upn, k.uln, k.dob, k.sex, k.ethnicity,
  p.made_on AS "firstIssuedOn", p.amended_on AS "updatedOn", p.last_concluded_on AS "reviewedOn",
  CASE WHEN p.id IS NULL THEN k.primary_need ELSE coalesce(p.primary_need, k.primary_need) END AS need,
  main.urn, s.phase, b.phase AS "secondPhase", coalesce(placed.home, false) AS "isHomeEducated",
  coalesce(gone.suspensions, 0)::int AS suspensions, coalesce(gone.exclusions, 0)::int AS exclusions,
  coalesce(seen.possible, 0)::int AS possible, coalesce(seen.absent, 0)::int AS absent,
  k.pupil_premium AS "pupilPremium", k.care_status AS "careStatus", k.social_care_team AS "careTeam", k.disabled
FROM child k
LEFT JOIN ehc_plan p ON p.child_id = k.id AND p.made_on <= $2 AND (p.ceased_on IS NULL OR p.ceased_on > $2)
LEFT JOIN LATERAL (
  SELECT max(o.urn) FILTER (WHERE o.rank = 1) AS urn, max(o.urn) FILTER (WHERE o.rank = 2) AS second, bool_or(o.setting = 'EHE') AS home, count(*) AS places
  FROM ehc_plan_placement o WHERE o.plan_id = p.id AND (o.entry_on IS NULL OR o.entry_on <= $2) AND (o.left_on IS NULL OR o.left_on > $2)) placed ON true
CROSS JOIN LATERAL (
  SELECT CASE WHEN coalesce(placed.places, 0) = 0 THEN k.urn ELSE placed.urn END AS urn,
    CASE WHEN coalesce(placed.places, 0) = 0 THEN k.second_urn ELSE placed.second END AS second) main
LEFT JOIN school s ON s.authority = k.authority AND s.urn = main.urn
LEFT JOIN school b ON b.authority = k.authority AND b.urn = main.second
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE x.category = 'SUSP') AS suspensions, count(*) FILTER (WHERE x.category = 'PERM') AS exclusions
  FROM pupil_on_record r JOIN suspension x ON x.pupil_id = r.pupil_id
  WHERE r.child_id = k.id AND x.start_on > $3 AND x.start_on <= $2 AND x.outcome IS DISTINCT FROM 'cancelled' AND x.outcome IS DISTINCT FROM 'quashed') gone ON true
LEFT JOIN LATERAL (
  SELECT sum(f.possible) AS possible, sum(f.authorised + f.unauthorised) AS absent
  FROM pupil_on_record r JOIN attendance_summary f ON f.pupil_id = r.pupil_id
  WHERE r.child_id = k.id AND f.term = ANY ($4::text[])) seen ON true
WHERE k.authority = $1 AND k.merged_into IS NULL AND (p.id IS NOT NULL OR k.sen_provision = 'K')
  AND NOT EXISTS (SELECT FROM send_case d WHERE d.child_id = k.id AND d.stage = 'closed_deceased')
ORDER BY k.id`;
