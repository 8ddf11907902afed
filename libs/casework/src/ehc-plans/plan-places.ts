/** The main place, or the second of a child at two schools. */
const RANK = `CASE f.registration WHEN 'dual_subsidiary' THEN 2 ELSE 1 END`;

/** Moves as `f(child, urn, changed_on, registration, seen_until)`, of children with a plan, to schools of the register. */
const moved = (from: string) => `
  FROM ${from} JOIN school s ON s.authority = $1 AND s.urn = f.urn
  JOIN ehc_plan p ON p.child_id = f.child AND p.authority = $1 AND p.ceased_on IS NULL`;

/** The child of a plan leaves the place where they were. */
export const LEAVES_PLACE = (from: string): string => `
  UPDATE ehc_plan_placement o SET left_on = greatest(f.changed_on, o.entry_on) ${moved(from)}
  WHERE o.plan_id = p.id AND o.left_on IS NULL AND o.rank = ${RANK} AND o.urn IS DISTINCT FROM f.urn`;

/** And is at the new one from that day. */
export const TAKES_PLACE = (from: string): string => `
  INSERT INTO ehc_plan_placement (plan_id, authority, rank, urn, entry_on)
  SELECT p.id, $1, ${RANK}, f.urn, f.changed_on ${moved(from)}
  WHERE NOT EXISTS (SELECT 1 FROM ehc_plan_placement o WHERE o.plan_id = p.id AND o.left_on IS NULL AND o.urn = f.urn)`;

/** $1 child, $2 the new school, $3 the day of a change that never was: as parts of a longer statement. */
export const BACK_TO_PLACE = `
gone_place AS (DELETE FROM ehc_plan_placement o USING ehc_plan p
  WHERE p.id = o.plan_id AND p.child_id = $1 AND o.urn = $2 AND o.entry_on = $3::date),
back_place AS (UPDATE ehc_plan_placement o SET left_on = NULL FROM ehc_plan p
  WHERE p.id = o.plan_id AND p.child_id = $1 AND o.urn <> $2 AND o.left_on = $3::date)`;
