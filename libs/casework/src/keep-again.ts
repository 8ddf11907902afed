import { type Runner } from '@app/database';
import { type Clock } from '@app/pathways';
import { londonInstant } from '@app/statutory-calendar';
import { type CaseRow } from './case-row';
import { type Derivation } from './derivation';

interface Again {
  /** How each of them was counted. */
  readonly derive: (clock: Clock) => Derivation;
  readonly forget?: boolean;
}

/**
 * Writes every clock of a case as its history now gives it. One that no longer exists is void and stays visible, or
 * forgotten when the step that started it was taken back: it never ran.
 */
export async function keepAgain(
  runner: Runner,
  subject: CaseRow,
  clocks: readonly Clock[],
  { derive, forget = false }: Again,
): Promise<void> {
  const rows = clocks.map(({ firesOn, ...clock }) => ({
    ...clock,
    ...derive({ ...clock, firesOn }),
    firesAt: firesOn ? londonInstant(firesOn, '00:05') : null,
  }));
  await runner.run(forget ? 'clocks-undone' : 'clocks-again', keptAgain(forget), [
    subject.id,
    JSON.stringify(rows),
    subject.version + 1,
  ]);
}

const keptAgain = (forget: boolean) => `
WITH kept AS (
  SELECT * FROM jsonb_to_recordset($2::jsonb) AS n(code text, subject text, occurrence int, rule text, basis text, anchor date, "dueOn" date,
    "firesAt" timestamptz, sends text, status text, "endedOn" date, "calendarVersion" text, counted text, "ruleVersion" text, "workTo" date)
), gone AS (
  ${forget ? 'DELETE FROM clock k WHERE k.case_id = $1 AND $3::int > 0' : "UPDATE clock k SET status = 'void', ended_version = $3 WHERE k.case_id = $1 AND k.status <> 'void'"}
  AND NOT EXISTS (SELECT 1 FROM kept n WHERE (n.code, n.subject, n.occurrence) = (k.code, k.subject, k.occurrence))
)
INSERT INTO clock (case_id, code, subject, occurrence, authority, rule, basis, anchor, due_on, fires_at, sends, status, ended_on, started_version, calendar_version,
  counted, rule_version, work_to)
SELECT $1, n.code, n.subject, n.occurrence, c.authority, n.rule, n.basis, n.anchor, n."dueOn", n."firesAt", n.sends, n.status, n."endedOn", $3, n."calendarVersion",
  n.counted, n."ruleVersion", n."workTo"
FROM kept n, send_case c WHERE c.id = $1
ON CONFLICT (case_id, code, subject, occurrence) DO UPDATE
SET anchor = excluded.anchor, due_on = excluded.due_on, fires_at = excluded.fires_at, status = excluded.status, ended_on = excluded.ended_on,
  ended_version = CASE WHEN excluded.status <> 'open' THEN clock.ended_version END,
  counted = CASE WHEN ${SAME_DAY} THEN clock.counted ELSE excluded.counted END,
  rule_version = CASE WHEN ${SAME_DAY} THEN clock.rule_version ELSE excluded.rule_version END,
  work_to = CASE WHEN ${SAME_DAY} THEN clock.work_to ELSE excluded.work_to END`;

/** A clock that keeps its day keeps how that was found. */
const SAME_DAY =
  'clock.due_on = excluded.due_on AND clock.anchor = excluded.anchor AND clock.counted IS NOT NULL';
