import { type CalendarDay } from '@app/statutory-calendar';

/** Someone already on record who may be the same child. */
export type Alike = AlikeChild | { readonly kind: 'exists'; readonly words: string };

/** One whom the asker may see. */
export interface AlikeChild {
  readonly kind: 'child';
  readonly childId: string;
  readonly name: string;
  readonly dob: CalendarDay;
  readonly schoolName: string | null;
  /** Why it may be the same child, in plain words. */
  readonly why: readonly string[];
  /** The same UPN: there cannot be two. */
  readonly certain: boolean;
}

/** One row of ALIKE_SQL. */
export interface AlikeRow {
  childId: string;
  name: string;
  dob: CalendarDay;
  schoolName: string | null;
  sameUpn: boolean;
  sameDob: boolean;
  sameName: boolean;
  likeName: boolean;
  sameSchool: boolean;
  mayOpen: boolean;
}

/**
 * Values: authority, upn, dob, surname, forename, urn, the likeliest other days for a mistyped dob.
 * Candidates come from three indexes; how alike they are is worked out for these few only.
 */
export const alikeSql = (visible: string) => `
WITH typed AS (SELECT $4::text || ' ' || $5::text AS name),
candidate AS (
  SELECT id FROM child WHERE authority = $1 AND upn = $2
  UNION SELECT id FROM child WHERE authority = $1 AND former_upns <> '{}' AND former_upns @> ARRAY[$2]
  UNION SELECT id FROM child WHERE authority = $1 AND dob = $3::date
  UNION SELECT id FROM child WHERE authority = $1 AND dob = ANY ($7::date[]) AND lower(legal_surname) = lower($4)
),
compared AS (
  SELECT k.id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS name,
    k.dob, s.name AS "schoolName",
    coalesce(k.upn = $2 OR k.former_upns @> ARRAY[$2], false) AS "sameUpn",
    k.dob = $3::date AS "sameDob",
    lower(k.legal_surname) = lower($4) AND lower(k.legal_forename) = lower($5) AS "sameName",
    coalesce(k.urn = $6, false) AS "sameSchool",
    similarity(k.legal_surname || ' ' || k.legal_forename, typed.name) AS "likeness",
    similarity(k.legal_surname || ' ' || coalesce(k.preferred_name, k.legal_forename), typed.name) AS "likenessPreferred",
    name_sounds(k.legal_surname) && name_sounds($4)
      AND name_sounds(k.legal_forename || ' ' || coalesce(k.preferred_name, '')) && name_sounds($5) AS "soundsAlike",
    ${visible} AS "mayOpen"
  FROM candidate JOIN child k ON k.id = candidate.id AND k.merged_into IS NULL
  LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
  CROSS JOIN typed
)
SELECT "childId", name, dob, "schoolName", "sameUpn", "sameDob", "sameName", "sameSchool",
  greatest(likeness, "likenessPreferred") >= 0.45 OR "soundsAlike" AS "likeName", "mayOpen"
FROM compared
WHERE "sameUpn" OR greatest(likeness, "likenessPreferred") >= 0.45 OR "soundsAlike"
ORDER BY "sameUpn" DESC, "sameDob" DESC, "sameName" DESC, "sameSchool" DESC, likeness DESC
LIMIT 10`;

/** Says why a row came up. */
export function alikeFrom(row: AlikeRow): AlikeChild {
  const { childId, name, dob, schoolName, sameUpn } = row;
  const why = [
    sameUpn && 'Same UPN',
    row.sameDob ? 'Same date of birth' : !sameUpn && 'Date of birth differs in one place',
    row.sameName ? 'Same name' : row.likeName && 'Name looks or sounds alike',
    row.sameSchool && 'Same school',
  ].filter((reason) => reason !== false);
  return { kind: 'child', childId, name, dob, schoolName, why, certain: sameUpn };
}

/** Days that a slip of the hand makes of this one: day and month changed over, one year out. */
export function slipsOf(dob: CalendarDay): CalendarDay[] {
  const [year, month, date] = dob.split('-') as [string, string, string];
  const changedOver = Number(date) <= 12 && date !== month ? [`${year}-${date}-${month}`] : [];
  const yearOut = [-1, 1].map(
    (by) => `${Number(year) + by}-${month}-${date === '29' ? '28' : date}`,
  );
  return [...changedOver, ...yearOut];
}
