import { type Runner } from '@app/database';
import { type PathwayState } from '@app/pathways';
import { type HistoryRow } from '../history';
import { planChangeOf } from './plan-change';
import { COLUMNS, planValues, SET, TYPES } from './plan-rows';

interface Corrected {
  readonly caseId: string;
  readonly childId: string;
  readonly authority: string;
  readonly pathway: string;
  /** The history as it is right now. */
  readonly known: readonly HistoryRow[];
  readonly state: PathwayState;
  readonly officerId: string;
  readonly now: Date;
  readonly reason: string;
}

/** The plan follows a correction of the case, unless a later change has replaced what this case wrote. */
export async function correctPlan(runner: Runner, corrected: Corrected): Promise<void> {
  const { caseId, childId, authority, pathway, known, state, officerId, now, reason } = corrected;
  for (const event of known) {
    const change = planChangeOf({ pathway, event, state });
    if (!change) continue;
    await runner.run('plan-corrected', CORRECT, [
      authority,
      caseId,
      event.version,
      officerId,
      now,
      reason,
      ...planValues(childId, change),
    ]);
  }
}

/** The step is taken back: the plan has what it had before it, and one that it made is gone. */
export async function planBack(
  runner: Runner,
  { caseId, version, officerId }: { caseId: string; version: number; officerId: string | null },
): Promise<void> {
  await runner.run('plan-back', BACK, [caseId, version, officerId]);
}

const ROW = TYPES.map((type, at) => `$${at + 7}::${type}`).join(', ');

/** What this step wrote last, where the plan still says so. */
const STILL_SAYS = `
  SELECT DISTINCT ON (c.plan_id) c.plan_id, c.what, c.on_day, c.before FROM ehc_plan_change c
  WHERE c.case_id = $2 AND c.version = $3 AND c.what <> 'taken_back' ORDER BY c.plan_id, c.number DESC`;

const CORRECT = `
WITH r AS (SELECT * FROM (VALUES (${ROW})) AS ${COLUMNS}),
wrote AS (${STILL_SAYS}),
kept AS (
  UPDATE ehc_plan p SET ${SET},
    made_on = CASE WHEN wrote.what = 'made' AND wrote.before IS NULL THEN r.on_day WHEN wrote.what = 'moved_in' THEN r.made_on ELSE p.made_on END,
    transferred_in_on = CASE wrote.what WHEN 'moved_in' THEN r.on_day ELSE p.transferred_in_on END,
    transferred_from = CASE wrote.what WHEN 'moved_in' THEN r.other_council ELSE p.transferred_from END
  FROM wrote, r
  WHERE p.id = wrote.plan_id AND wrote.on_day = CASE wrote.what WHEN 'made' THEN CASE WHEN wrote.before IS NULL THEN p.made_on ELSE p.amended_on END
    WHEN 'moved_in' THEN p.transferred_in_on WHEN 'amended' THEN p.amended_on WHEN 'reviewed' THEN p.last_concluded_on ELSE p.ceased_on END
  RETURNING p.id)
INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, case_id, version, officer_id, at, reason, before)
SELECT wrote.plan_id, $1, wrote.what, r.on_day, $2, $3, $4, $5, $6, wrote.before FROM kept, wrote, r
WHERE wrote.plan_id = kept.id AND wrote.on_day <> r.on_day`;

const BACK = `
WITH wrote AS (
  SELECT DISTINCT ON (c.plan_id) c.* FROM ehc_plan_change c
  WHERE c.case_id = $1 AND c.version = $2 ORDER BY c.plan_id, c.number),
places AS (DELETE FROM ehc_plan_placement o USING wrote w WHERE o.plan_id = w.plan_id AND w.before IS NULL),
gone AS (DELETE FROM ehc_plan p USING wrote w WHERE p.id = w.plan_id AND w.before IS NULL),
was AS (SELECT w.plan_id, w.what, (jsonb_populate_record(NULL::ehc_plan, w.before)).* FROM wrote w WHERE w.before IS NOT NULL),
kept AS (
  UPDATE ehc_plan p SET
    amended_on = CASE WHEN was.what IN ('made', 'amended') THEN was.amended_on ELSE p.amended_on END,
    named_urn = CASE WHEN was.what IN ('made', 'amended') THEN was.named_urn ELSE p.named_urn END,
    last_met_on = CASE was.what WHEN 'reviewed' THEN was.last_met_on ELSE p.last_met_on END,
    last_concluded_on = CASE was.what WHEN 'reviewed' THEN was.last_concluded_on ELSE p.last_concluded_on END,
    last_outcome = CASE was.what WHEN 'reviewed' THEN was.last_outcome ELSE p.last_outcome END,
    ceased_on = CASE was.what WHEN 'ceased' THEN was.ceased_on ELSE p.ceased_on END,
    cease_reason = CASE was.what WHEN 'ceased' THEN was.cease_reason ELSE p.cease_reason END,
    moved_to = CASE was.what WHEN 'ceased' THEN was.moved_to ELSE p.moved_to END
  FROM was WHERE p.id = was.plan_id)
INSERT INTO ehc_plan_change (plan_id, authority, what, on_day, case_id, version, officer_id, at, before)
SELECT w.plan_id, w.authority, 'taken_back', w.on_day, $1, $2, $3, clock_timestamp(), w.before FROM wrote w`;
