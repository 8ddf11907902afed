import { type Statements } from '@app/database';
import { type Clock } from '@app/statutory-calendar';
import { AUTHORITY } from '../authority';
import { type Roster } from '../people/write-people';

/**
 * What became of the sittings that lie behind us: each was held and has its minutes, and the newest of a panel waits
 * for the chair to approve them. The next of each whose papers are nearly due has its agenda open, and some members
 * have answered.
 */
export async function writePastSittings(
  statements: Statements,
  clock: Clock,
  { actors }: Roster,
): Promise<void> {
  const values = [AUTHORITY, clock.today()];
  const chair = actors.get('gideon')?.id;
  await statements.run('', HELD, [...values, chair]);
  await statements.run('', EVENTS, [...values, actors.get('imogen')?.id]);
  await statements.run('', REGISTER, values);
  await statements.run('', REPLIES, [...values, clock.now()]);
}

const HELD = `
WITH past AS (
  SELECT id, row_number() OVER (PARTITION BY panel_id ORDER BY sits_on DESC) = 1 AS is_newest
  FROM sitting WHERE authority = $1 AND sits_on < $2::date),
next AS (
  SELECT DISTINCT ON (panel_id) id FROM sitting WHERE authority = $1 AND sits_on > $2::date ORDER BY panel_id, sits_on)
UPDATE sitting s SET
  stage = CASE WHEN n.id IS NOT NULL THEN 'agenda_open' WHEN p.is_newest THEN 'minutes_draft' ELSE 'closed' END,
  version = CASE WHEN n.id IS NOT NULL THEN 1 WHEN p.is_newest THEN 4 ELSE 5 END,
  ended_at = CASE WHEN p.id IS NOT NULL THEN s.starts_at + make_interval(mins => s.minutes) END,
  minutes_approved_at = CASE WHEN NOT p.is_newest THEN s.starts_at + interval '5 days' END,
  minutes_approved_by = CASE WHEN NOT p.is_newest THEN $3::uuid END,
  seen_until = CASE WHEN NOT p.is_newest THEN s.sits_on + 19 END
FROM sitting t LEFT JOIN past p ON p.id = t.id LEFT JOIN next n ON n.id = t.id
WHERE s.id = t.id AND (p.id IS NOT NULL OR (n.id IS NOT NULL AND s.papers_due_at < $2::date + 14))`;

/** The steps that led there, each at its time. */
const EVENTS = `
INSERT INTO sitting_event (sitting_id, version, authority, type, payload, actor_id, actor_role, at)
SELECT s.id, e.version, $1, e.type, '{}', CASE WHEN e.version = 5 THEN s.minutes_approved_by ELSE $3::uuid END,
  CASE WHEN e.version = 5 THEN 'chair' ELSE 'coordinator' END, e.at
FROM sitting s CROSS JOIN LATERAL (VALUES
  (1, 'AGENDA_OPENED', least(s.papers_due_at - interval '5 days', $2::date - interval '1 day')),
  (2, 'AGENDA_LOCKED', s.papers_out_at),
  (3, 'MEETING_STARTED', s.starts_at),
  (4, 'MEETING_ENDED', s.ended_at),
  (5, 'MINUTES_APPROVED', s.minutes_approved_at)) AS e(version, type, at)
WHERE s.authority = $1 AND e.version <= s.version`;

/** Members who come to every item were there; now and then one was not. */
const REGISTER = `
INSERT INTO sitting_register (sitting_id, member_id, authority, answer, said_at)
SELECT s.id, m.id, $1, CASE WHEN (extract(doy FROM s.sits_on)::int + length(m.name)) % 9 = 0 AND m.service <> 'chair' THEN 'apologies' ELSE 'here' END,
  s.starts_at
FROM sitting s JOIN panel_member m ON m.panel_id = s.panel_id AND m.core AND m.deputy_of IS NULL
  AND m.from_on <= s.sits_on AND (m.until_on IS NULL OR m.until_on >= s.sits_on)
WHERE s.authority = $1 AND s.sits_on < $2::date`;

/** For the next sittings some have answered, and one sends a deputy. */
const REPLIES = `
INSERT INTO sitting_register (sitting_id, member_id, authority, answer, deputy_name, said_at)
SELECT s.id, m.id, $1, CASE WHEN d.name IS NULL THEN 'coming' ELSE 'apologies' END, d.name, $3
FROM sitting s JOIN panel_member m ON m.panel_id = s.panel_id AND m.service IN ('chair', 'coordinator', 'mental_health')
  AND m.deputy_of IS NULL AND m.until_on IS NULL
LEFT JOIN panel_member d ON d.deputy_of = m.id AND m.service = 'mental_health'
WHERE s.authority = $1 AND s.sits_on > $2::date AND s.stage = 'agenda_open'`;
