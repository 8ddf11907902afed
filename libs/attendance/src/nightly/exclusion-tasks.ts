import { type Runner } from '@app/database';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';

/** Something that the data asks of a person. Opening the same again changes nothing. */
export interface DataTask {
  readonly authority: string;
  readonly caseId: string;
  readonly sourceKey: string;
  readonly text: string;
  readonly why: string;
  readonly officerId: string | null;
  readonly forRole: string | null;
  readonly openedOn: CalendarDay;
  readonly dueOn: CalendarDay;
  readonly doneBy?: readonly string[];
}

type About =
  | 'excluded'
  | 'cancelled_after_meeting'
  | 'cancelled_education'
  | 'cancelled_exclusion'
  | 'first_suspension_in_care'
  | 'first_suspension_with_plan';

interface AskRow {
  about: About;
  id: string;
  caseId: string;
  startOn: CalendarDay;
  officerId: string | null;
}

/** What a person checks, records or is told because of what schools sent, as it stands today. */
export async function dataTasks(
  runner: Runner,
  authority: string,
  on: CalendarDay,
): Promise<DataTask[]> {
  const rows = await runner.run<AskRow>('data-tasks', ASKS_SQL, [authority, on]);
  return rows.map((row) => ({
    authority,
    caseId: row.caseId,
    sourceKey: `data:${row.about}:${row.id}`,
    openedOn: on,
    dueOn: on,
    ...ASKS[row.about](row),
  }));
}

/** An exclusion that was cancelled or quashed asks for no record any more. */
export async function dropTasks(runner: Runner, authority: string, on: CalendarDay): Promise<void> {
  await runner.run('data-tasks-dropped', DROP_SQL, [authority, on]);
}

type Words = Pick<DataTask, 'text' | 'why' | 'officerId' | 'forRole' | 'doneBy'>;

const ASKS: Readonly<Record<About, (row: AskRow) => Words>> = {
  excluded: ({ startOn }) => ({
    text: 'Check the permanent exclusion with the school, and record it',
    why: `The school’s data says that the child was permanently excluded on ${plainDay(startOn)}. Nothing is recorded before a person has checked it.`,
    officerId: null,
    forRole: 'panel_coordinator',
    doneBy: ['PERMANENTLY_EXCLUDED'],
  }),
  cancelled_after_meeting: ({ startOn }) => ({
    text: 'Open this work again: the exclusion no longer stands',
    why: `The school’s data says that the exclusion of ${plainDay(startOn)} was cancelled, quashed or not upheld. Check it with the school.`,
    officerId: null,
    forRole: 'panel_coordinator',
    doneBy: ['CASE_REOPENED'],
  }),
  cancelled_education: ({ startOn, officerId }) => ({
    text: 'Record that the exclusion no longer stands',
    why: `The school’s data says that the exclusion of ${plainDay(startOn)} was cancelled, quashed or not upheld. The sixth-day date is then crossed out.`,
    officerId,
    forRole: officerId ? null : 'send_manager',
    doneBy: ['EXCLUSION_CANCELLED'],
  }),
  cancelled_exclusion: ({ startOn, officerId }) => ({
    text: 'Record what became of the exclusion',
    why: `The school’s data says that the exclusion of ${plainDay(startOn)} was cancelled, quashed or not upheld. Check it with the school. Its dates are then crossed out.`,
    officerId,
    forRole: officerId ? null : 'send_manager',
    doneBy: ['EXCLUSION_CANCELLED', 'GOVERNORS_REINSTATED', 'PANEL_QUASHED'],
  }),
  first_suspension_in_care: ({ startOn }) => ({
    text: 'Suspended for the first time this school year',
    why: `The child is in care, and was suspended on ${plainDay(startOn)}.`,
    officerId: null,
    forRole: 'virtual_school',
  }),
  first_suspension_with_plan: ({ startOn, officerId }) => ({
    text: 'Suspended for the first time this school year',
    why: `The child has an EHC plan, and was suspended on ${plainDay(startOn)}.`,
    officerId,
    forRole: null,
  }),
};

const STANDS = `(x.outcome IS NULL OR x.outcome NOT IN ('cancelled', 'quashed', 'reinstated'))`;

/** Values: authority, the day. Exclusions of the last 400 days, and first suspensions that a rule found. */
const ASKS_SQL = `
WITH perm AS (
  SELECT x.id, x.start_on, p.child_id, ${STANDS} AS stands
  FROM suspension x JOIN pupil_on_record p ON p.pupil_id = x.pupil_id
  WHERE x.authority = $1 AND x.category = 'PERM' AND x.start_on BETWEEN $2::date - 400 AND $2::date),
first AS (
  SELECT h.id, h.child_id, (h.found->>'startOn')::date AS start_on, h.case_id, k.care_status, k.sen_provision
  FROM rule_hit h JOIN child k ON k.id = h.child_id
  WHERE h.authority = $1 AND h.rule = 'T8' AND h.ended_on IS NULL)
SELECT 'excluded' AS about, e.id, c.id AS "caseId", e.start_on AS "startOn", NULL::uuid AS "officerId"
FROM perm e JOIN send_case c ON c.child_id = e.child_id AND c.pathway = 'tats_case' AND c.open WHERE e.stands
UNION ALL
SELECT 'cancelled_after_meeting', e.id, c.id, e.start_on, NULL
FROM perm e JOIN send_case c ON c.child_id = e.child_id AND c.pathway = 'tats_case' AND c.stage = 'permanently_excluded'
JOIN effective_event v ON v.case_id = c.id AND v.type = 'PERMANENTLY_EXCLUDED' AND v.payload->>'exclusionFirstDay' = e.start_on::text
WHERE NOT e.stands AND NOT EXISTS (SELECT FROM send_case o WHERE o.reopen_of = c.id)
UNION ALL
SELECT 'cancelled_education', e.id, c.id, e.start_on, c.owner_id
FROM perm e JOIN send_case c ON c.child_id = e.child_id AND c.pathway = 's19_request' AND c.open
JOIN case_event v ON v.case_id = c.id AND v.version = 1 AND v.payload->>'exclusionFirstDay' = e.start_on::text
WHERE NOT e.stands
UNION ALL
SELECT 'cancelled_exclusion', e.id, c.id, e.start_on, c.owner_id
FROM perm e JOIN send_case c ON c.child_id = e.child_id AND c.pathway = 'exclusion' AND c.open
WHERE NOT e.stands AND c.state->'context'->>'firstDay' = e.start_on::text AND (c.state->'context'->>'standing')::boolean
UNION ALL
SELECT 'first_suspension_in_care', f.id, f.case_id, f.start_on, NULL FROM first f
WHERE f.case_id IS NOT NULL AND f.care_status IN ('cla', 'previously_cla')
UNION ALL
SELECT DISTINCT ON (f.id) 'first_suspension_with_plan', f.id, c.id, f.start_on, c.owner_id
FROM first f JOIN send_case c ON c.child_id = f.child_id AND c.open AND c.owner_id IS NOT NULL
  AND c.pathway IN ('annual_review', 'ehc_needs_assessment')
WHERE f.sen_provision = 'E'`;

const DROP_SQL = `
UPDATE task t SET done_on = $2::date, outcome = 'The school’s data says that the exclusion no longer stands'
FROM suspension x
WHERE x.authority = $1 AND x.category = 'PERM' AND NOT ${STANDS}
  AND t.source_key = 'data:excluded:' || x.id AND t.done_on IS NULL`;
