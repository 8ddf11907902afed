import { hdPolicy } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';

/** A school that may look at a case, and its last day for it; null where none is set. */
export interface SchoolStay {
  readonly urn: string;
  readonly until: CalendarDay | null;
}

/** Whether one of these stays lets the school look on this day. */
export function isOpenTo(
  stays: readonly SchoolStay[] | undefined,
  school: string | null,
  day: CalendarDay | undefined,
): boolean {
  return (stays ?? []).some(
    ({ urn, until }) => urn === school && (until === null || (day !== undefined && until >= day)),
  );
}

const UNIT_PLACES = (alias: string) => `
  place_holding o JOIN place p ON p.id = o.place_id
  WHERE o.case_id = ${alias}.id AND p.programme = '${hdPolicy.programme}'`;

/** The stays of a case as columns: a unit looks while it holds a place for the child, a second school for good, a former school for some days more. */
export const staysOf = (alias: string) => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('urn', p.cohort, 'until', upper(o.during) - 1)), '[]')
   FROM ${UNIT_PLACES(alias)} AND NOT isempty(o.during)) AS "unitStays",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('urn', f.urn, 'until', f.until)), '[]')
   FROM (SELECT urn, seen_until AS until FROM former_school WHERE child_id = ${alias}.child_id
     UNION ALL SELECT second_urn, NULL FROM child WHERE id = ${alias}.child_id AND second_urn IS NOT NULL) f) AS "otherSchools"`;

/** The same rule as `isOpenTo`, as SQL; unit, school and day are parameters that may be null. */
export const openToSql = (is: Record<'alias' | 'child' | 'unit' | 'school' | 'day', string>) => `
  ${is.unit}::text IS NOT NULL AND EXISTS (SELECT FROM ${UNIT_PLACES(is.alias)}
    AND p.cohort = ${is.unit} AND (upper_inf(o.during) OR upper(o.during) > ${is.day}::date))
  OR ${is.school}::text IS NOT NULL AND EXISTS (SELECT FROM former_school f
    WHERE f.child_id = ${is.alias}.child_id AND f.urn = ${is.school} AND f.seen_until >= ${is.day}::date)
  OR ${is.child}.second_urn = ${is.school}`;
