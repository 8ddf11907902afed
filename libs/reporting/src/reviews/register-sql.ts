import { happenedOn } from '../board/happened-on';
import {
  AGE_GROUPS,
  type Dimension,
  type RegisterFilter,
  TRANSFER_GROUPS,
} from './register-filter';

/** Reviews are opened this many days before their year ends: 14 weeks. */
const OPENED_BEFORE = 98;
/** Four weeks for the decision. */
const TO_DECIDE = 28;
const TO_FINAL_FROM_NOTICE = 56;
const TO_FINAL_FROM_MEETING = 84;
/** Everybody invited has two weeks' notice. */
const NOTICE = 14;
const SOON = 7;

/** Last day of so many months that begin with a day: the day before the same day, or the month's last where it has none. */
const lastDayOf = (day: string, months: number) => `
  ((${day} + interval '${months} months')::date
    - CASE WHEN extract(day FROM ${day}) < 29 OR extract(day FROM ${day} + interval '${months} months') = extract(day FROM ${day}) THEN 1 ELSE 0 END)`;

/** Reviews that are open today, as the case rows stand. */
const OPEN_TODAY = `
  SELECT c.id, c.child_id, c.reference, c.version, c.stage, c.owner_id, c.cover_id, x.*
  FROM send_case c
  CROSS JOIN LATERAL jsonb_to_record(c.state->'context') AS x("meetingOn" date, "heldOn" date, "noticeOn" date,
    "reviewKind" text, "arrangedBy" text, "transferType" text, "transferOn" date)
  WHERE c.authority = $1 AND c.pathway = 'annual_review' AND c.open AND c.opened_on <= $2`;

/** How the past is read: what is known of it now, or what had been written by a moment. */
interface Known {
  readonly events: string;
  readonly happenedOn: (alias: string) => string;
  readonly plans: string;
  /** Which cases may have been open at the end of the day. */
  readonly mayBeOpen: string;
}

const KNOWN_NOW: Known = {
  events: 'effective_event',
  happenedOn,
  plans: 'ehc_plan',
  mayBeOpen: '(c.closed_on IS NULL OR c.closed_on > $2)',
};

/** $7 is the moment. A step taken back afterwards still counted then; a plan changed afterwards was as it was before that. */
const KNOWN_THEN: Known = {
  events: `(
    SELECT v.* FROM case_event v WHERE v.recorded_at < $7 AND v.type <> 'STEP_UNDONE' AND NOT EXISTS (
      SELECT FROM case_event u WHERE u.case_id = v.case_id AND u.type = 'STEP_UNDONE' AND u.recorded_at < $7
        AND (u.payload->>'version')::int = v.version))`,
  happenedOn: (alias) => happenedOn(alias, '$7'),
  plans: `(
    SELECT (jsonb_populate_record(NULL::ehc_plan, l.before)).* FROM later l WHERE l.before IS NOT NULL
    UNION ALL SELECT n.* FROM ehc_plan n WHERE n.authority = $1 AND NOT EXISTS (SELECT FROM later l WHERE l.plan_id = n.id))`,
  mayBeOpen: `(c.closed_on IS NULL OR c.closed_on > $2
    OR EXISTS (SELECT FROM case_event z WHERE z.case_id = c.id AND z.recorded_at >= $7))`,
};

/** The first change of each plan that was written since. */
const LATER = `
later AS (
  SELECT DISTINCT ON (plan_id) plan_id, before FROM ehc_plan_change
  WHERE authority = $1 AND at >= $7 ORDER BY plan_id, number),`;

/** Reviews that were open at the end of a day, as history tells it. */
const openOnDay = ({ events, happenedOn: on, mayBeOpen }: Known) => `
  SELECT c.id, c.child_id, c.reference, c.version, past.stage, past.owner_id, NULL::uuid AS cover_id,
    past."meetingOn", past."heldOn", past."noticeOn", x."reviewKind", x."arrangedBy", x."transferType", x."transferOn"
  FROM send_case c
  CROSS JOIN LATERAL jsonb_to_record(c.state->'context') AS x("reviewKind" text, "arrangedBy" text, "transferType" text, "transferOn" date)
  JOIN LATERAL (
    SELECT (array_agg(e.stages->>'work' ORDER BY e.version DESC) FILTER (WHERE e.type <> 'FACT_CORRECTED'))[1] AS stage,
      (array_agg((e.payload->>'workerId')::uuid ORDER BY e.version DESC) FILTER (WHERE e.type IN ('ALLOCATED', 'WORKER_LEFT')))[1] AS owner_id,
      (array_agg((e.payload->>'meetingOn')::date ORDER BY e.version DESC)
        FILTER (WHERE e.type IN ('MEETING_ARRANGED', 'MEETING_MOVED', 'MEETING_NOT_HELD')))[1] AS "meetingOn",
      max(${on('e')}) FILTER (WHERE e.type = 'MEETING_HELD') AS "heldOn",
      max(${on('e')}) FILTER (WHERE e.type = 'DECISION_AMEND') AS "noticeOn"
    FROM ${events} e WHERE e.case_id = c.id AND ${on('e')} <= $2) past
    ON past.stage IN ('due', 'arranged', 'held', 'report_in', 'amending', 'cease_considering')
  WHERE c.authority = $1 AND c.pathway = 'annual_review' AND c.opened_on <= $2 AND ${mayBeOpen}`;

/** The last conclusion known on a day: a later one is set aside for what the cases and the log of the plan say. */
const concludedByDay = ({ events, happenedOn: on }: Known) => `
  CASE WHEN p.last_concluded_on > $2 THEN coalesce(
    (SELECT max(${on('e')}) FROM send_case d JOIN ${events} e ON e.case_id = d.id
      WHERE d.child_id = p.child_id AND d.pathway = 'annual_review' AND d.opened_on <= $2
        AND e.type IN ('DECISION_MAINTAIN', 'DECISION_AMEND', 'DECISION_CEASE') AND ${on('e')} <= $2),
    (SELECT max((l.before->>'last_concluded_on')::date) FROM ehc_plan_change l
      WHERE l.plan_id = p.id AND l.what = 'reviewed' AND (l.before->>'last_concluded_on')::date <= $2))
  ELSE p.last_concluded_on END`;

/** Year groups as numbers, moved back by the school years that lie between the day and now. */
const YEAR = `
  CASE WHEN k.nc_year ~ '^[0-9]{1,2}$' THEN k.nc_year::int - $4::int
    WHEN k.nc_year = 'R' THEN 0 - $4::int
    WHEN k.nc_year = 'N2' THEN -1 - $4::int
    WHEN k.nc_year = 'N1' THEN -2 - $4::int
    ELSE $3::int - extract(year FROM k.dob + interval '4 months')::int - 4 END`;

/** The move that a child of this year group makes from this school; the review may name another. */
const MOVE = `
  CASE WHEN f.year = -1 THEN 'early_years_to_school'
    WHEN f.year = 2 AND s.high_age = 7 THEN 'infant_to_junior'
    WHEN f.year IN (3, 4) AND s.high_age = f.year + 5 THEN 'primary_to_middle'
    WHEN f.year = 6 AND coalesce(s.high_age, 11) <= 11 THEN 'primary_to_secondary'
    WHEN f.year IN (7, 8) AND s.high_age = f.year + 5 THEN 'middle_to_secondary'
    WHEN f.year = 11 THEN 'secondary_to_post16' END`;

const DAY_OF_MOVE = `
  CASE j.transfer WHEN 'post16_to_post16' THEN (j."transferOn" - interval '5 months')::date
    WHEN 'secondary_to_post16' THEN make_date($3::int + 1, 3, 31)
    ELSE CASE WHEN j.transfer IS NOT NULL THEN make_date($3::int + 1, 2, 15) END END`;

/** Every plan in force with its review, judged, today or as history tells a day gone by. */
export const registerSql = (isToday: boolean) =>
  isToday
    ? judgedSql('', OPEN_TODAY, 'ehc_plan', 'p.last_concluded_on')
    : registerOn(KNOWN_NOW, '');

/** The same of a day gone by, from what had been written by the moment $7. */
export const registerKnownThenSql = () => registerOn(KNOWN_THEN, LATER);

const registerOn = (known: Known, before: string) =>
  judgedSql(before, openOnDay(known), known.plans, concludedByDay(known));

/**
 * $1 authority, $2 the day, $3 the school year of that day, $4 school years from that day to now, $5 who looks,
 * $6 whether they see restricted records.
 */
const judgedSql = (before: string, open: string, plans: string, concluded: string) => `
WITH ${before}
review AS (${open}),
held AS (
  SELECT p.id, p.child_id, p.made_on, p.amended_on, CASE WHEN p.transferred_in_on <= $2 THEN p.transferred_in_on END AS transferred_in_on,
    ${concluded} AS concluded_on, k.urn, ${YEAR} AS year, k.restricted
  FROM ${plans} p JOIN child k ON k.id = p.child_id
  WHERE p.authority = $1 AND p.made_on <= $2 AND (p.ceased_on IS NULL OR p.ceased_on > $2)),
dated AS (
  SELECT h.*, coalesce(h.concluded_on, h.made_on) AS since FROM held h),
found AS MATERIALIZED (
  SELECT d.*, greatest(${lastDayOf('d.since', 12)}, CASE WHEN d.transferred_in_on IS NOT NULL THEN ${lastDayOf('d.transferred_in_on', 3)} END) AS due_by FROM dated d),
joined AS (
  SELECT f.*, r.id AS case_id, r.reference, r.version, r.stage AS case_stage, r.owner_id, r."meetingOn", r."heldOn", r."noticeOn",
    r."reviewKind", r."arrangedBy", r."transferOn",
    CASE WHEN r."transferType" IS NOT NULL AND (r."transferType" = 'post16_to_post16' OR extract(year FROM r."transferOn") = $3::int + 1)
      THEN r."transferType" ELSE ${MOVE} END AS transfer
  FROM found f
  LEFT JOIN review r ON r.child_id = f.child_id
  LEFT JOIN school s ON s.authority = $1 AND s.urn = f.urn
  WHERE NOT f.restricted OR $6::boolean OR r.owner_id = $5 OR r.cover_id = $5),
staged AS (
  SELECT j.*, ${DAY_OF_MOVE} AS place_by,
    CASE j.case_stage WHEN 'cease_considering' THEN 'ceasing' WHEN 'amending' THEN 'amending' WHEN 'report_in' THEN 'report' WHEN 'held' THEN 'held'
      ELSE CASE WHEN j.due_by < $2 THEN 'never_held' WHEN j.case_stage = 'arranged' THEN 'invited'
        WHEN j.case_id IS NOT NULL OR j.due_by <= $2::date + ${OPENED_BEFORE} THEN 'due' ELSE 'not_yet' END END AS stage
  FROM joined j),
timed AS (
  SELECT g.*, CASE g.stage WHEN 'ceasing' THEN NULL
      WHEN 'amending' THEN least(g."noticeOn" + ${TO_FINAL_FROM_NOTICE}, g."heldOn" + ${TO_FINAL_FROM_MEETING})
      WHEN 'held' THEN least(g."heldOn" + ${TO_DECIDE}, g.due_by) WHEN 'report' THEN least(g."heldOn" + ${TO_DECIDE}, g.due_by)
      ELSE g.due_by END AS next_due,
    CASE WHEN g.stage = 'never_held' THEN CASE WHEN g.case_id IS NULL THEN 'none' WHEN g.case_stage = 'arranged' THEN 'dated' ELSE 'asked' END END AS step
  FROM staged g),
register AS (
  SELECT t.*, CASE WHEN t.next_due < $2 THEN 'late'
    WHEN t.stage IN ('due', 'invited') AND greatest($2, coalesce(t."meetingOn", $2::date + ${NOTICE})) > t.due_by - ${TO_DECIDE} THEN 'at_risk'
    WHEN t.stage IN ('held', 'report', 'amending') AND t.next_due < $2::date + ${SOON} THEN 'at_risk'
    ELSE 'on_time' END AS status
  FROM timed t)`;

const MONTH = `CASE WHEN g.due_by < date_trunc('month', $2::date - interval '11 months') THEN 'earlier' ELSE to_char(g.due_by, 'YYYY-MM') END`;
const yearAsked = (year: string) => `least(greatest(${year}, -2), 20)::text`;

/** What each breakdown groups by. */
export const GROUPED_BY: Readonly<Record<Dimension, string>> = {
  month: MONTH,
  school: `coalesce(g.urn, 'none')`,
  officer: `coalesce(g.owner_id::text, 'none')`,
  year: yearAsked('g.year'),
};

const CONDITIONS: Readonly<Record<keyof RegisterFilter, (n: number) => string>> = {
  stage: (n) => `g.stage = $${n}`,
  status: (n) => `g.status = $${n}`,
  month: (n) => `${MONTH} = $${n}`,
  school: (n) => `coalesce(g.urn, 'none') = $${n}`,
  officer: (n) => `coalesce(g.owner_id::text, 'none') = $${n}`,
  year: (n) => `${yearAsked('g.year')} = $${n}`,
  group: (n) => `g.year <@ $${n}::int4range`,
  transfer: (n) => `g.transfer = ANY ($${n}::text[])`,
  step: (n) => `g.step = $${n}`,
  long: (n) =>
    `$${n} = 'yes' AND g.stage = 'never_held' AND g.due_by < $2::date - interval '12 months'`,
};

/** What a filter asks of a row, as SQL whose parameters begin after `after`: only what is asked, so that the rest costs nothing. */
export function filteredBy(
  filter: RegisterFilter,
  after: number,
): { readonly sql: string; readonly values: unknown[]; readonly name: string } {
  const names = (Object.keys(CONDITIONS) as (keyof RegisterFilter)[]).filter(
    (name) => filter[name],
  );
  const all = names.map((name, at) => CONDITIONS[name](after + at + 1));
  return {
    sql: all.length ? all.join(' AND ') : 'true',
    values: names.map((name) => valueOf(name, filter)),
    name: names.join('-'),
  };
}

function valueOf(name: keyof RegisterFilter, filter: RegisterFilter): unknown {
  if (name === 'group' && filter.group)
    return `[${AGE_GROUPS[filter.group].from},${AGE_GROUPS[filter.group].to}]`;
  if (name === 'transfer' && filter.transfer) return [...TRANSFER_GROUPS[filter.transfer].kinds];
  return filter[name];
}

/** The day a review for the coming move was finished: the plan names the next place, or was looked at and stays. */
export const MOVED_ON = `
  SELECT min(d.closed_on) FROM send_case d
  CROSS JOIN LATERAL jsonb_to_record(d.state->'context') AS x("transferType" text, "transferOn" date)
  WHERE d.child_id = g.child_id AND d.pathway = 'annual_review' AND NOT d.open AND d.closed_on <= $2 AND d.stage IN ('amended', 'maintained')
    AND x."transferType" IS NOT NULL AND extract(year FROM x."transferOn") = $3::int + 1`;
