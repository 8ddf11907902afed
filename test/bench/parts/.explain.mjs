import { readFileSync } from 'node:fs';
import {
  openDatabase,
  Statements,
  CaseworkService,
  Calendars,
  DayClock,
  pathwayNamed,
} from './product.mjs';
const u = new URL(readFileSync('/tmp/cwm/url', 'utf8'));
u.pathname = '/bench';
const ds = await openDatabase(u.href, { poolSize: 1 });
const st = new Statements(ds);
const [o] = await st.run('', 'select id from officer', []);
const actor = {
  id: o.id,
  authority: '899',
  name: 'M',
  roles: ['send_manager', 'transition_lead', 'y6_worker', 'ehc_officer'],
  teamId: null,
  schoolUrn: null,
};
let cap;
const pool = ds.driver.master;
const orig = st.run.bind(st);
st.run = async (n, t, v) => {
  if (n.startsWith('step')) {
    cap = { n, t, v };
    if (globalThis.explain) {
      const lit = v
        .map((x) =>
          x === null
            ? 'NULL'
            : Buffer.isBuffer(x)
              ? `'\\x${x.toString('hex')}'::bytea`
              : x instanceof Date
                ? `'${x.toISOString()}'`
                : typeof x === 'object'
                  ? `'${JSON.stringify(x)}'`
                  : typeof x === 'boolean' || typeof x === 'number'
                    ? String(x)
                    : `'${String(x).replaceAll("'", "''")}'`,
        )
        .join(',');
      const c = await pool.connect();
      await c.query('SET plan_cache_mode=force_generic_plan');
      await c.query(`PREPARE z AS ${t}`).catch(() => {});
      for (let i = 0; i < 5; i++) {
        await c.query('BEGIN');
        const r = await c.query(
          `EXPLAIN (ANALYZE, BUFFERS, TIMING ${i == 4 ? 'ON' : 'OFF'}) EXECUTE z(${lit})`,
        );
        await c.query('ROLLBACK');
        if (i >= 3) console.log(r.rows.map((x) => x['QUERY PLAN']).join('\n'));
      }
      c.release();
      process.exit();
    }
  }
  return orig(n, t, v);
};
const door = new CaseworkService(st, new DayClock('2026-03-20'), new Calendars(st));
const ex = pathwayNamed('y6_transition').events.VISIT_LOGGED.example;
for (let i = 0; i < 10; i++)
  await door.record(actor, 'Y6-90000' + ((i % 9) + 1), {
    type: 'VISIT_LOGGED',
    occurredOn: '2026-02-2' + (i % 9),
    payload: ex,
    commandKey: 'k' + Math.random(),
  });
console.log(cap.n);
console.log(cap.t.length, JSON.stringify(cap.v).length);
globalThis.explain = true;
await door.record(actor, 'Y6-900077', {
  type: 'VISIT_LOGGED',
  occurredOn: '2026-02-25',
  payload: ex,
  commandKey: 'k' + Math.random(),
});
