import { readFileSync } from 'node:fs';
import { usedByServer } from './processor-time.mjs';
import { createRequire } from 'node:module';
import pg from 'pg';
const require = createRequire('/work/main/dist/apps/');
const { READ_CASE } = require('../libs/casework/src/case-row');
const u = new URL(readFileSync('/tmp/cwm/url', 'utf8'));
u.pathname = '/bench';
const data = readFileSync('/tmp/cwm/data', 'utf8');
const c = new pg.Client({ connectionString: u.href });
await c.connect();
const noClocks = READ_CASE.replace(/,\s*\(SELECT coalesce\(jsonb_agg[\s\S]*?AS clocks/, '');
const noRep = READ_CASE.replace(
  /,\s*\(SELECT jsonb_build_object\('caseId'[\s\S]*?AS repeated/,
  ', $3::text AS repeated',
);
const arr = READ_CASE.replace(
  /\(SELECT coalesce\(jsonb_agg[\s\S]*?AS clocks/,
  `(SELECT coalesce(json_agg(json_build_array(k.code,k.subject,k.occurrence,k.rule,k.basis,k.anchor,k.due_on,(k.fires_at AT TIME ZONE 'Europe/London')::date,k.sends,k.status,k.ended_on,k.calendar_version) ORDER BY k.started_version, k.code, k.subject), '[]') FROM clock k WHERE k.case_id = c.id) AS clocks`,
);
const arrNoOrder = arr.replace(/ ORDER BY k.started_version, k.code, k.subject/, '');
const rowjson = READ_CASE.replace(
  /\(SELECT coalesce\(jsonb_agg[\s\S]*?AS clocks/,
  `ARRAY(SELECT (k.code,k.subject,k.occurrence,k.rule,k.basis,k.anchor,k.due_on,k.fires_at,k.sends,k.status,k.ended_on,k.calendar_version)::text FROM clock k WHERE k.case_id = c.id) AS clocks`,
);

const C = /\(SELECT coalesce\(jsonb_agg[\s\S]*?AS clocks/;
const v = (expr, x = '') =>
  READ_CASE.replace(
    C,
    `(SELECT json_agg(${expr}) FROM clock k WHERE k.case_id = c.id ${x}) AS clocks`,
  );
const all =
  "json_build_array(k.code,k.subject,k.occurrence,k.rule,k.basis,k.anchor,k.due_on,(k.fires_at AT TIME ZONE 'Europe/London')::date,k.sends,k.status,k.ended_on,k.calendar_version)";
const six = 'json_build_array(k.code,k.subject,k.occurrence,k.basis,k.due_on,k.status)';
const R = /\(SELECT jsonb_build_object\('caseId'[\s\S]*?AS repeated/;
const rep = (q) =>
  q.replace(
    R,
    `(SELECT e.version FROM case_event e WHERE e.authority = $1 AND e.command_key = $3) AS repeated`,
  );
const variants = {
  full: READ_CASE,
  all: v(all),
  allOpen: v(all, "AND k.status='open'"),
  six: v(six),
  sixOpen: v(six, "AND k.status='open'"),
  sixRep: rep(v(six)),
  sixConcat: READ_CASE.replace(
    C,
    `(SELECT string_agg(concat_ws('|',k.code,k.subject,k.occurrence,k.basis,k.due_on,k.status), ';') FROM clock k WHERE k.case_id = c.id) AS clocks`,
  ),
  sixSplit: READ_CASE.replace(
    C,
    `(SELECT json_agg(k.code||'|'||k.subject||'|'||k.occurrence||'|'||k.basis||'|'||k.due_on||'|'||k.status) FROM clock k WHERE k.case_id = c.id) AS clocks`,
  ),
  two: READ_CASE.replace(
    C,
    `(SELECT array_to_json(array_agg(k.code)) FROM clock k WHERE k.case_id = c.id) AS clocks`,
  ),
};
const N = 4000;
for (let r = 0; r < 2; r++)
  for (const [n, text] of Object.entries(variants)) {
    for (let i = 0; i < 20; i++)
      await c.query({ name: n, text, values: ['899', 'Y6-900001', 'k'] });
    const b = usedByServer(data),
      t = performance.now(),
      cpu = process.cpuUsage();
    for (let i = 0; i < N; i++)
      await c.query({
        name: n,
        text,
        values: [
          '899',
          'Y6-9' + String(1 + Math.floor(Math.random() * 5000)).padStart(5, '0'),
          'k' + i,
        ],
      });
    const d = process.cpuUsage(cpu);
    console.log(
      n.padEnd(12),
      'db us',
      ((1000 * (usedByServer(data) - b)) / N).toFixed(0),
      'client us',
      ((d.user + d.system) / N).toFixed(0),
      'wall us',
      ((1000 * (performance.now() - t)) / N).toFixed(0),
    );
  }
await c.end();
