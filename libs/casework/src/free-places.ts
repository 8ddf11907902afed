import { hdPolicy } from '@app/pathways';
import { settingOf } from './policy/policy-sql';

/** A free place is one in use that nobody holds from this day on; the numbers are those of the parameters. */
export const freePlace = ({
  programme,
  cohort,
  day,
}: {
  programme: string;
  cohort: string;
  day: string;
}) => `
  p.authority = $1 AND p.programme = ${programme} AND p.cohort = ${cohort} AND p.closed_on IS NULL AND p.suspended_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM place_holding o WHERE o.place_id = p.id AND o.during && daterange(${day}::date, NULL))`;

/** Rank of the Year 6 waiting list: score, then care status, no named school, nomination day, drawn order (handbook 4.3). */
export const WAITING_ORDER = `
  coalesce((w.state->'context'->>'tvs')::int, 0) DESC, (h.care_status IN ('cp', 'cla')) DESC,
  (w.state->'value'->>'destination' = 'unknown') DESC, w.opened_on,
  (SELECT (n.payload->>'drawnNumber')::int FROM case_event n WHERE n.case_id = w.id AND n.version = 1) NULLS LAST, w.reference`;

/** $1 authority, $4 pathway, $5 cohort: the case that is first on a cohort's waiting list. */
const FIRST_OF_COHORT = `
  SELECT w.id FROM send_case w JOIN child h ON h.id = w.child_id
  WHERE w.authority = $1 AND w.pathway = $4 AND w.cohort = $5 AND w.open AND w.stage = 'waitlisted'
  ORDER BY ${WAITING_ORDER} LIMIT 1`;

type Rank = typeof hdPolicy.rank;
const rank = (name: keyof Rank) => settingOf('w', `rank.${name}`, hdPolicy.rank[name]);
const remembered = (name: string) => `w.state->'context'->>'${name}'`;
const unitPlace = (unit: string, day: string) =>
  freePlace({ programme: `'${hdPolicy.programme}'`, cohort: unit, day });

/** Years before the school year of the day in which somebody in Year 11 was born. */
const born = (day: string, years: number, month: number, date: number) =>
  `make_date(extract(year FROM ${day}::date - interval '8 months')::int - ${years}, ${month}, ${date})`;
const inYear11 = (day: string) =>
  `coalesce(h.nc_year = '11', h.dob BETWEEN ${born(day, 16, 9, 1)} AND ${born(day, 15, 8, 31)})`;
const firstTwoTerms = (day: string) => `extract(month FROM ${day}::date) NOT BETWEEN 4 AND 8`;

/** What gives a case w of a child h its points on the waiting list of a unit (handbook 7.7), each as SQL. */
export const unitPoints = (day: string) => ({
  exclusion: `CASE ${remembered('exclusion')} WHEN 'issued' THEN ${rank('excluded')} WHEN 'intended' THEN ${rank('exclusionIntended')} ELSE 0 END`,
  priority: `least(${rank('mostForPriority')}, coalesce((${remembered('tatsPriority')})::numeric, 0) * ${rank('priorityShare')})`,
  care: `CASE WHEN h.care_status IN ('cp', 'cla') THEN ${rank('inCareOrProtected')} ELSE 0 END`,
  year11: `CASE WHEN ${firstTwoTerms(day)} AND ${inYear11(day)} THEN ${rank('yearEleven')} ELSE 0 END`,
  waiting: `least(${rank('mostForWaiting')}, (${day}::date - (${remembered('waitingSince')})::date) / 7)`,
});

/** The order in which a unit offers its free places: most points, then the earlier referral. */
export const unitOrder = (day: string) =>
  `${Object.values(unitPoints(day)).join(' + ')} DESC, ${remembered('referredOn')}, w.reference`;

/** The day on which the newest of the free places of the unit came free. */
const freedOn = (unit: string, day: string) => `
  (SELECT max(upper(o.during)) FROM place p JOIN place_holding o ON o.place_id = p.id WHERE ${unitPlace(unit, day)})`;

/** Left out for the place that is free now: keeps the rank, and is asked again for the next place. */
export const leftOut = (unit: string, day: string) => `
  ${remembered('skippedOn')} IS NOT NULL AND (${remembered('skippedOn')})::date >= coalesce(${freedOn(unit, day)}, '-infinity')`;

/** $1 authority, $4 pathway, $6 day: the case that is first on a unit's waiting list, but for those left out this time. */
const firstOfUnit = (unit: string) => `
  SELECT w.id FROM send_case w JOIN child h ON h.id = w.child_id
  WHERE w.authority = $1 AND w.pathway = $4 AND w.open AND w.stage = 'waitlisted' AND ${remembered('unitUrn')} = ${unit}
    AND NOT (${leftOut(unit, '$6')})
  ORDER BY ${unitOrder('$6')} LIMIT 1`;

/** The case at the top of its own list: of its unit, where it waits for a unit's place, else of its cohort. */
export const topOfList = (unit: string) =>
  `$2::uuid = CASE WHEN ${unit}::text IS NULL THEN (${FIRST_OF_COHORT}) ELSE (${firstOfUnit(unit)}) END`;

/** Whether the unit of the programme has a place that nobody holds from $6 on. */
export const placeVacant = (unit: string, programme: string) =>
  `EXISTS (SELECT 1 FROM place p WHERE ${freePlace({ programme, cohort: unit, day: '$6' })})`;
