import { type RowsToWrite } from '../step-rows';
import { type StepToWrite } from '../step-to-write';
import { type PlanChange, planChangeOf } from './plan-change';

export const COLUMNS =
  'r(child, what, on_day, urn, met_on, outcome, reason, other_council, made_on)';
export const TYPES = [
  'uuid',
  'text',
  'date',
  'text',
  'date',
  'text',
  'text',
  'text',
  'date',
] as const;

/** Rows by which the child's plan follows the step; none where the step is not about the plan. */
export function planRows({ pathway, event, step, subject }: StepToWrite): RowsToWrite[] {
  const change = planChangeOf({ pathway: pathway.name, event, state: step.state });
  if (!change) return [];
  const rows = [planValues(subject.childId, change)];
  const [write, log] = WRITTEN[change.what] ?? [KEPT, logged(KEPT.name)];
  return [
    { ...write, rows },
    { ...log, rows },
  ];
}

/** The values of one change in the order of the statements. */
export const planValues = (childId: string, change: PlanChange): unknown[] => [
  childId,
  change.what,
  change.onDay,
  change.urn ?? null,
  change.metOn ?? null,
  change.outcome ?? null,
  change.reason ?? null,
  change.otherCouncil ?? null,
  change.madeOn ?? null,
];

/** What each kind of change sets; a plan never ends before it was made. */
export const SET = `
    amended_on = CASE r.what WHEN 'amended' THEN r.on_day ELSE p.amended_on END,
    named_urn = coalesce(r.urn, p.named_urn),
    last_met_on = CASE r.what WHEN 'reviewed' THEN r.met_on ELSE p.last_met_on END,
    last_concluded_on = CASE r.what WHEN 'reviewed' THEN r.on_day ELSE p.last_concluded_on END,
    last_outcome = CASE r.what WHEN 'reviewed' THEN r.outcome ELSE p.last_outcome END,
    ceased_on = CASE r.what WHEN 'ceased' THEN greatest(r.on_day, p.made_on) ELSE p.ceased_on END,
    cease_reason = CASE r.what WHEN 'ceased' THEN r.reason ELSE p.cease_reason END,
    moved_to = CASE r.what WHEN 'ceased' THEN r.other_council ELSE p.moved_to END`;

/** A second final plan for the same child, after an order or a reassessment, amends the one that stands. */
const MADE = {
  name: 'plan_made',
  types: TYPES,
  sql: `
  INSERT INTO ehc_plan (authority, child_id, made_on, from_case, named_urn, primary_need, secondary_need)
  SELECT $1, r.child, r.on_day, moved.id, r.urn, k.primary_need, k.secondary_need
  FROM moved, $rows AS ${COLUMNS} JOIN child k ON k.id = r.child
  ON CONFLICT (child_id) WHERE ceased_on IS NULL
  DO UPDATE SET amended_on = excluded.made_on, named_urn = coalesce(excluded.named_urn, ehc_plan.named_urn)
  RETURNING id`,
};

/** One that is on the register already stays as it is. */
const MOVED_IN = {
  name: 'plan_moved_in',
  types: TYPES,
  sql: `
  INSERT INTO ehc_plan (authority, child_id, made_on, transferred_in_on, transferred_from, primary_need, secondary_need)
  SELECT $1, r.child, r.made_on, r.on_day, r.other_council, k.primary_need, k.secondary_need
  FROM moved, $rows AS ${COLUMNS} JOIN child k ON k.id = r.child
  ON CONFLICT (child_id) WHERE ceased_on IS NULL DO NOTHING RETURNING id`,
};

const KEPT = {
  name: 'plan_kept',
  types: TYPES,
  sql: `
  UPDATE ehc_plan p SET ${SET}
  FROM moved, $rows AS ${COLUMNS} WHERE p.child_id = r.child AND p.ceased_on IS NULL
  RETURNING p.id`,
};

/** The plan as it was: the statement still sees the row from before. */
const logged = (from: string) => ({
  name: `${from}_logged`,
  types: TYPES,
  sql: `
  INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, case_id, version, officer_id, at, before)
  SELECT k.id, $1, r.what, r.on_day, moved.id, $3::int + 1, $19, $21, (SELECT to_jsonb(p) FROM ehc_plan p WHERE p.id = k.id)
  FROM moved, ${from} k, $rows AS ${COLUMNS}`,
});

const WRITTEN: Readonly<Partial<Record<PlanChange['what'], readonly [typeof KEPT, typeof KEPT]>>> =
  {
    made: [MADE, logged(MADE.name)],
    moved_in: [MOVED_IN, logged(MOVED_IN.name)],
  };
