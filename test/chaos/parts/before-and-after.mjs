/** Pictures of every case and all that belongs to it, and what differs between two of them. */
import { isDeepStrictEqual } from 'node:util';

/** What going over writes; everything else must stay as it is. */
const OF_THE_MOVE = ['version', 'pathway_version', 'head_hash', 'next_due_at', 'due_day'];
const KEPT_ELSEWHERE = ['case_event', 'clock', 'version_move', 'access_log'];

/** A picture of every case, by reference. */
export async function picture(run) {
  const beside = await allBeside(run);
  const rows = await run(CASES, [OF_THE_MOVE]);
  return new Map(rows.map((row) => [row.reference, { ...row, beside: beside.get(row.id) }]));
}

const CASES = `
SELECT c.id, c.reference, c.version, c.pathway_version AS "pathwayVersion", to_jsonb(c) - $1::text[] AS rest,
  json_build_array(c.next_due_at, c.due_day) AS next,
  (SELECT json_agg(json_build_array(k.code || '|' || k.subject || '|' || k.occurrence, k.due_on, k.fires_at, to_jsonb(k) - 'due_on' - 'fires_at')
     ORDER BY k.code, k.subject, k.occurrence) FROM clock k WHERE k.case_id = c.id) AS clocks,
  (SELECT array_agg(encode(e.hash, 'hex') ORDER BY e.version) FROM case_event e WHERE e.case_id = c.id) AS lines,
  (SELECT array_agg(e.type ORDER BY e.version) FROM case_event e WHERE e.case_id = c.id) AS types
FROM send_case c`;

/** Everything that other tables hold of a case, as one mark for each. */
async function allBeside(run) {
  const tables = await run(TABLES, [KEPT_ELSEWHERE]);
  const beside = new Map();
  for (const { name } of tables)
    for (const { id, mark } of await run(
      `SELECT t.case_id AS id, md5(string_agg(t::text, '|' ORDER BY t::text)) AS mark FROM ${name} t WHERE t.case_id IS NOT NULL GROUP BY 1`,
    ))
      beside.set(id, { ...beside.get(id), [name]: mark });
  return beside;
}

const TABLES = `
SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
WHERE c.table_schema = 'public' AND c.column_name = 'case_id' AND t.table_type = 'BASE TABLE' AND NOT c.table_name = ANY ($1) ORDER BY 1`;

/** The same but for what going over writes: no line of history is another one, and nothing beside it has changed. */
export function isSameBeside(before, after) {
  const old = after.lines.slice(0, before.lines.length);
  return (
    isDeepStrictEqual(before.rest, after.rest) &&
    isDeepStrictEqual(before.beside, after.beside) &&
    isDeepStrictEqual(before.lines, old)
  );
}

/** The same also in all that going over writes, apart from the lines that say so. */
export function isAsBefore(before, after) {
  return (
    isSameBeside(before, after) &&
    before.pathwayVersion === after.pathwayVersion &&
    isDeepStrictEqual(before.next, after.next) &&
    isDeepStrictEqual(before.clocks, after.clocks)
  );
}

/** How a clock was counted is told with its day: another day has another count. */
const HOW_COUNTED = ['counted', 'rule_version', 'work_to'];
const butHowCounted = (clock) =>
  Object.fromEntries(Object.entries(clock).filter(([name]) => !HOW_COUNTED.includes(name)));

/** The clocks whose day is another, or that differ in anything else: `code|subject|occurrence`, from, to. */
export function clockChanges(before, after) {
  const was = new Map(before.clocks.map((clock) => [clock[0], clock]));
  const is = new Map(after.clocks.map((clock) => [clock[0], clock]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    if (isDeepStrictEqual(one, other)) return [];
    const onlyDates =
      one && other && isDeepStrictEqual(butHowCounted(one[3]), butHowCounted(other[3]));
    return [{ key, from: one?.[1] ?? null, to: other?.[1] ?? null, onlyDates }];
  });
}
