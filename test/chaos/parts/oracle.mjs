/** Compares what the product kept with what was acknowledged outside it. Every count should be nought. */
import {
  Calendars,
  asCorrected,
  brokenAt,
  historyOf,
  pathwayNamed,
  replayed,
} from '../../bench/parts/product.mjs';

/** What became of acknowledged commands. */
export async function checkLedger(run, lines) {
  const rows = await run(
    'SELECT e.command_key AS key, e.version, e.type, e.occurred_on, c.reference FROM case_event e JOIN send_case c ON c.id = e.case_id WHERE e.command_key IS NOT NULL',
  );
  const kept = new Map();
  for (const row of rows) kept.set(row.key, [...(kept.get(row.key) ?? []), row]);
  const asSaid = ({ key, reference, version, type, occurredOn }) =>
    kept
      .get(key)
      ?.some(
        (row) =>
          row.reference === reference &&
          row.version === version &&
          row.type === type &&
          row.occurred_on === occurredOn,
      );
  return {
    lost: lines.filter((line) => !asSaid(line)).length,
    doubled:
      [...kept.values()].filter((all) => all.length > 1).length +
      (lines.length - new Set(lines.map(({ key }) => key)).size),
  };
}

/** Whether each case is what its history says: gapless, unbroken, and the same when it is played again. */
export async function checkCases(statements) {
  const run = (sql, values = []) => statements.run('', sql, values);
  const calendars = new Calendars(statements);
  const counts = { cases: 0, events: 0, gaps: 0, broken: 0, otherState: 0, otherClocks: 0 };
  for (const row of await run(CASES)) {
    const rows = await historyOf(statements, row.id);
    counts.cases += 1;
    counts.events += rows.length;
    if (rows.length !== row.version || rows.some(({ version }, at) => version !== at + 1))
      counts.gaps += 1;
    if (brokenAt(rows) !== undefined || !rows.at(-1).hash.equals(row.head_hash)) counts.broken += 1;
    const pathway = pathwayNamed(row.pathway, row.pathway_version);
    const again = replayed(
      pathway,
      asCorrected(rows),
      await calendars.forSchool(row.authority, row.urn),
    );
    if (!same(again.state, row.state)) counts.otherState += 1;
    if (
      !same(again.clocks.map(clockLine).sort(), row.clocks.map((clock) => clock.join('|')).sort())
    )
      counts.otherClocks += 1;
  }
  return counts;
}

const CASES = `
SELECT c.*, h.urn, (SELECT coalesce(json_agg(json_build_array(k.code, k.subject, k.occurrence, k.anchor, k.due_on, k.status, k.ended_on)), '[]')
  FROM clock k WHERE k.case_id = c.id) AS clocks
FROM send_case c JOIN child h ON h.id = c.child_id ORDER BY c.reference`;

const clockLine = ({ code, subject, occurrence, anchor, dueOn, status, endedOn }) =>
  [code, subject, occurrence, anchor, dueOn, status, endedOn].join('|');

function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** The ledger of messages beside the provider's own log. */
export async function checkMessages(run, taken) {
  const rows = await run("SELECT key, status FROM message WHERE channel IN ('email', 'letter')");
  const inStatus = (...statuses) => rows.filter(({ status }) => statuses.includes(status));
  const [waiting] = await run('SELECT count(*)::int AS n FROM instruction WHERE done_at IS NULL');
  return {
    written: rows.length,
    sent: inStatus('sent').length,
    doubled: [...taken.values()].filter((times) => times > 1).length,
    lost: inStatus('sent').filter(({ key }) => !taken.has(key)).length + waiting.n,
    unknown: [...taken.keys()].filter((key) => !rows.some((row) => row.key === key)).length,
    inDoubt: inStatus('in_doubt').length,
    waiting: inStatus('due', 'sending').length,
  };
}
