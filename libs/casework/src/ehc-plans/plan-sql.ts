import { COLUMNS, type PlanDetails } from './ehc-plan';

const DETAILS = Object.entries(COLUMNS) as [keyof PlanDetails, readonly [string, string]][];
const columns = DETAILS.map(([, [column]]) => column).join(', ');
const recordset = DETAILS.map(([name, [, type]]) => `"${name}" ${type}`).join(', ');
const given = DETAILS.map(([name, [, type]]) =>
  type === 'boolean' ? `coalesce(g."${name}", false)` : `g."${name}"`,
).join(', ');

/** $1 authority, $2 plans as JSON with their ids, $3 officer, $4 now. A child who has a plan keeps it. */
export const LOAD = `
WITH g AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, "childId" uuid, ${recordset}, placements jsonb)),
loaded AS (
  INSERT INTO ehc_plan (id, authority, child_id, ${columns})
  SELECT g.id, $1, g."childId", ${given} FROM g JOIN child k ON k.id = g."childId" AND k.authority = $1
  ON CONFLICT (child_id) WHERE ceased_on IS NULL DO NOTHING RETURNING id),
placed AS (
  INSERT INTO ehc_plan_placement (plan_id, authority, rank, urn, ukprn, setting, setting_other, entry_on, left_on, sen_unit, resourced)
  SELECT l.id, $1, coalesce(o.rank, 1), o.urn, o.ukprn, o.setting, o."settingOther", o."entryOn", o."leftOn", coalesce(o."senUnit", false), coalesce(o.resourced, false)
  FROM loaded l JOIN g ON g.id = l.id CROSS JOIN LATERAL jsonb_to_recordset(coalesce(g.placements, '[]')) AS o(rank int, urn text, ukprn text, setting text,
    "settingOther" text, "entryOn" date, "leftOn" date, "senUnit" boolean, resourced boolean)),
logged AS (
  INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, officer_id, at)
  SELECT l.id, $1, 'loaded', g."madeOn", $3, $4 FROM loaded l JOIN g ON g.id = l.id)
SELECT id FROM loaded`;

const ONE = DETAILS.map(([name, [column]]) => `p.${column} AS "${name}"`).join(', ');

/** $1 authority, $2 child: the plan that stands, else the one that ended last. */
export const OF_CHILD = `
SELECT p.id, p.child_id AS "childId", p.from_case AS "fromCase", ${ONE},
  coalesce((SELECT jsonb_agg(jsonb_build_object('rank', o.rank, 'urn', o.urn, 'ukprn', o.ukprn, 'setting', o.setting, 'settingOther', o.setting_other,
    'entryOn', o.entry_on, 'leftOn', o.left_on, 'senUnit', o.sen_unit, 'resourced', o.resourced) ORDER BY o.left_on DESC NULLS FIRST, o.rank)
    FROM ehc_plan_placement o WHERE o.plan_id = p.id), '[]') AS placements
FROM ehc_plan p WHERE p.authority = $1 AND p.child_id = $2
ORDER BY p.ceased_on DESC NULLS FIRST LIMIT 1`;

/** $1 authority, $2 plan, $3 officer, $4 now, $5 today, $6 reason, $7… the new values of these details. */
export function mendSql(details: readonly (keyof PlanDetails)[]): string {
  const set = details.map((name, at) => `${COLUMNS[name][0]} = $${at + 7}::${COLUMNS[name][1]}`);
  return `
WITH was AS (SELECT p.* FROM ehc_plan p WHERE p.id = $2 AND p.authority = $1 FOR UPDATE),
mended AS (UPDATE ehc_plan p SET ${set.join(', ') || 'made_on = p.made_on'} FROM was WHERE p.id = was.id RETURNING p.*)
INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, officer_id, at, reason, before, after)
SELECT mended.id, $1, 'mended', $5, $3, $4, $6, to_jsonb(was), to_jsonb(mended) FROM mended, was RETURNING plan_id`;
}

/** $1 authority, $2 plan, $3 the places as JSON: they take the place of those on record. */
export const REPLACE_PLACES = `
WITH gone AS (DELETE FROM ehc_plan_placement WHERE plan_id = $2 AND authority = $1)
INSERT INTO ehc_plan_placement (plan_id, authority, rank, urn, ukprn, setting, setting_other, entry_on, left_on, sen_unit, resourced)
SELECT $2, $1, coalesce(o.rank, 1), o.urn, o.ukprn, o.setting, o."settingOther", o."entryOn", o."leftOn", coalesce(o."senUnit", false), coalesce(o.resourced, false)
FROM jsonb_to_recordset($3::jsonb) AS o(rank int, urn text, ukprn text, setting text, "settingOther" text, "entryOn" date, "leftOn" date, "senUnit" boolean, resourced boolean)`;
