import { readFileSync } from 'node:fs';
import { randomUUID, randomBytes } from 'node:crypto';
import { usedByServer } from './processor-time.mjs';
import pg from 'pg';
const u = new URL(readFileSync('/tmp/cwm/url', 'utf8'));
u.pathname = '/bench';
const data = readFileSync('/tmp/cwm/data', 'utf8');
const c = new pg.Client({ connectionString: u.href });
await c.connect();
const { KINDS } = await import('./many-cases.mjs');
const { said } = await import('./work.mjs');
const officer = (await c.query('select id from officer')).rows[0].id;
const MOVE = `UPDATE send_case SET version = $3::int + 1, state = $5, stage = $6, open = $7, closed_on = $8, owner_id = $9, cover_id = $10, cover_until = $11, restricted = $12, next_due_at = $13, due_day = $14, head_hash = $25 WHERE authority = $1 AND id = $2 AND version = $3::int RETURNING id`;
const MOVE_LESS = `UPDATE send_case SET version = $3::int + 1, state = $5, stage = $6, next_due_at = $13, due_day = $14, head_hash = $25 WHERE authority = $1 AND id = $2 AND version = $3::int AND $7::boolean AND $8::date IS NULL AND $9::uuid IS NOT NULL AND $10::uuid IS NULL AND $11::date IS NULL AND NOT $12::boolean RETURNING id`;
const RECORD = `INSERT INTO case_event (case_id, version, authority, occurred_on, type, payload, facts, stages, actor_id, actor_role, recorded_at, command_key, body_hash, definition_hash, hash) SELECT id, $3::int + 1, $1, $4, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25 FROM moved`;
const ENDED = `UPDATE clock k SET status = e.status, ended_on = e."endedOn", ended_version = e.version FROM moved, jsonb_to_recordset($26::jsonb) AS e(code text, subject text, occurrence int, status text, "endedOn" date, version int) WHERE k.case_id = moved.id AND k.code = e.code AND k.subject = e.subject AND k.occurrence = e.occurrence`;
const OPENED = `INSERT INTO clock (case_id, code, subject, occurrence, authority, rule, basis, anchor, due_on, fires_at, sends, status, started_version, calendar_version) SELECT moved.id, n.code, n.subject, n.occurrence, $1, n.rule, n.basis, n.anchor, n."dueOn", n."firesAt", n.sends, n.status, n.version, n."calendarVersion" FROM moved, jsonb_to_recordset($27::jsonb) AS n(code text, subject text, occurrence int, rule text, basis text, anchor date, "dueOn" date, "firesAt" timestamptz, sends text, status text, version int, "calendarVersion" text)`;
const ENDED_V = `UPDATE clock k SET status = e.status, ended_on = $4, ended_version = $3::int + 1 FROM moved, (VALUES ($26::text, $27::text, $28::int, $29::text)) AS e(code, subject, occurrence, status) WHERE k.case_id = moved.id AND k.code = e.code AND k.subject = e.subject AND k.occurrence = e.occurrence`;
const ENDED_ID = `UPDATE clock k SET status = e.status, ended_on = $4, ended_version = $3::int + 1 FROM (VALUES ($26::text, $27::text, $28::int, $29::text)) AS e(code, subject, occurrence, status) WHERE k.case_id = $2 AND k.code = e.code AND k.subject = e.subject AND k.occurrence = e.occurrence AND EXISTS (SELECT 1 FROM moved)`;
const OPENED_V = `INSERT INTO clock (case_id, code, subject, occurrence, authority, rule, basis, anchor, due_on, fires_at, sends, status, started_version, calendar_version) SELECT moved.id, n.code, n.subject, n.occurrence, $1, n.rule, n.basis, n.anchor, n.due, n.fires, n.sends, 'open', $3::int + 1, n.cal FROM moved, (VALUES ($30::text, $31::text, $32::int, $33::text, $34::text, $35::date, $36::date, $37::timestamptz, $38::text, $39::text)) AS n(code, subject, occurrence, rule, basis, anchor, due, fires, sends, cal)`;
const kind = KINDS[0];
const payload = JSON.stringify(said(kind).payload);
const base = (r, day) => [
  '899',
  r.id,
  r.version,
  day,
  JSON.stringify(r.state),
  r.stage,
  true,
  null,
  r.owner_id,
  null,
  null,
  false,
  new Date(day + 'T23:59:00Z'),
  day,
  'VISIT_LOGGED',
  payload,
  '{}',
  JSON.stringify(r.state.value),
  officer,
  'y6_worker',
  new Date(),
  `${officer}:${randomUUID()}`,
  randomBytes(32),
  randomBytes(32),
  randomBytes(32),
];
const variants = {
  json: {
    text: `WITH moved AS (${MOVE}), recorded AS (${RECORD}), ended AS (${ENDED}), opened AS (${OPENED}) SELECT id FROM moved`,
    rest: (r, day, o) => [
      JSON.stringify([
        {
          code: 'visit_gap',
          subject: '',
          occurrence: o,
          rule: null,
          basis: 'local',
          anchor: day,
          dueOn: day,
          sends: null,
          status: 'met',
          endedOn: day,
          calendarVersion: 'calendar x',
          version: r.version + 1,
          firesAt: null,
        },
      ]),
      JSON.stringify([
        {
          code: 'visit_gap',
          subject: '',
          occurrence: o + 1,
          rule: null,
          basis: 'local',
          anchor: day,
          dueOn: day,
          sends: null,
          status: 'open',
          endedOn: null,
          calendarVersion: 'calendar a02a4ad6',
          version: r.version + 1,
          firesAt: null,
        },
      ]),
    ],
  },
  values: {
    text: `WITH moved AS (${MOVE}), recorded AS (${RECORD}), ended AS (${ENDED_V}), opened AS (${OPENED_V}) SELECT id FROM moved`,
    rest: (r, day, o) => [
      'visit_gap',
      '',
      o,
      'met',
      'visit_gap',
      '',
      o + 1,
      null,
      'local',
      day,
      day,
      null,
      null,
      'calendar a02a4ad6',
    ],
  },
  valuesLess: {
    text: `WITH moved AS (${MOVE_LESS}), recorded AS (${RECORD}), ended AS (${ENDED_V}), opened AS (${OPENED_V}) SELECT id FROM moved`,
    rest: (r, day, o) => [
      'visit_gap',
      '',
      o,
      'met',
      'visit_gap',
      '',
      o + 1,
      null,
      'local',
      day,
      day,
      null,
      null,
      'calendar a02a4ad6',
    ],
  },
  valuesId: {
    text: `WITH moved AS (${MOVE}), recorded AS (${RECORD}), ended AS (${ENDED_ID}), opened AS (${OPENED_V}) SELECT id FROM moved`,
    rest: (r, day, o) => [
      'visit_gap',
      '',
      o,
      'met',
      'visit_gap',
      '',
      o + 1,
      null,
      'local',
      day,
      day,
      null,
      null,
      'calendar a02a4ad6',
    ],
  },
  noClocks: {
    text: `WITH moved AS (${MOVE}), recorded AS (${RECORD}) SELECT id FROM moved`,
    rest: () => [],
  },
  moveOnly: {
    text: `${MOVE.replace('RETURNING id', 'RETURNING id, $4::date, $15::text,$16::text,$17::text,$18::text,$19::uuid,$20::text,$21::timestamptz,$22::text,$23::bytea,$24::bytea')}`,
    rest: () => [],
  },
  readOnly: null,
};
const sum = {};
const B = 150;
const day = () =>
  '2026-0' + (1 + Math.floor(Math.random() * 3)) + '-1' + Math.floor(Math.random() * 10);
for (let round = 0; round < Number(process.argv[2] || 14); round++)
  for (const [n, v] of Object.entries(variants)) {
    const b = usedByServer(data),
      t = performance.now(),
      cpu = process.cpuUsage();
    for (let i = 0; i < B; i++) {
      const ref = 'Y6-9' + String(5001 + Math.floor(Math.random() * 5000)).padStart(5, '0');
      const r = (
        await c.query({
          name: 'rd',
          text: "SELECT c.id,c.version,c.state,c.stage,c.owner_id,(SELECT max(occurrence) FROM clock k WHERE k.case_id=c.id AND k.code='visit_gap') o FROM send_case c WHERE authority=$1 AND reference=$2",
          values: ['899', ref],
        })
      ).rows[0];
      if (v) {
        const d = day();
        const x = await c.query({
          name: n,
          text: v.text,
          values: [...base(r, d), ...v.rest(r, d, r.o)],
        });
        if (x.rowCount !== 1) throw new Error(n);
      }
    }
    if (round < 2) continue;
    const d = process.cpuUsage(cpu);
    const s = (sum[n] ??= [0, 0, 0, 0]);
    s[0] += usedByServer(data) - b;
    s[1] += (d.user + d.system) / 1000;
    s[2] += performance.now() - t;
    s[3] += B;
  }
const rd = sum.readOnly;
for (const [n, s] of Object.entries(sum))
  console.log(
    n.padEnd(12),
    'db us',
    (1000 * (s[0] / s[3] - (n === 'readOnly' ? 0 : rd[0] / rd[3]))).toFixed(0),
    'client us',
    (1000 * (s[1] / s[3] - (n === 'readOnly' ? 0 : rd[1] / rd[3]))).toFixed(0),
    'wall us',
    ((1000 * s[2]) / s[3]).toFixed(0),
  );
await c.end();
