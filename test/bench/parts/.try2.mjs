import { readFileSync, mkdirSync } from 'node:fs';
import { theDoor } from './door.mjs';
import { overHttp } from './.over-prof.mjs';
import { plainSql } from './plain-sql.mjs';
import { pgbench } from './pgbench.mjs';
import { usedByServer } from './processor-time.mjs';
import { randomFrom } from './random.mjs';
import { openDatabase, Statements } from './product.mjs';
const u = new URL(readFileSync('/tmp/cwm/url', 'utf8'));
u.pathname = '/bench';
const data = readFileSync('/tmp/cwm/data', 'utf8');
const ds = await openDatabase(u.href);
const st = new Statements(ds);
const [o] = await st.run('', 'select id from officer', []);
const ROLES = ['send_manager', 'transition_lead', 'panel_coordinator', 'y6_worker', 'ehc_officer'];
const actor = {
  id: o.id,
  authority: '899',
  name: 'M',
  roles: ROLES,
  teamId: null,
  schoolUrn: null,
};
const random = randomFrom(1);
const seconds = Number(process.argv[2] || 4),
  rounds = Number(process.argv[3] || 3),
  which = (process.argv[4] || 'door,plain,pgbench').split(',');
const common = {
  url: u.href,
  actor,
  random,
  callers: 8,
  seed: 1,
  program: '/usr/bin/pgbench',
  folder: '/tmp/cwm',
};
const all = {
  http: () => overHttp({ ...common, cases: { from: 1, to: 5000 } }),
  door: () => theDoor({ ...common, cases: { from: 1, to: 5000 } }),
  plain: () => plainSql({ ...common, cases: { from: 5001, to: 10000 } }),
  pgbench: () => pgbench({ ...common, cases: { from: 5001, to: 10000 } }),
};
import { createRequire } from 'node:module';
import { inCallers, nextEvent } from './work.mjs';
import { randomUUID } from 'node:crypto';
all.old = async () => {
  const require = createRequire('/tmp/cwm/dist/apps/');
  const { openDatabase, Statements } = require('../libs/database/src');
  const { Calendars, CaseworkService } = require('../libs/casework/src');
  const { DayClock } = require('../libs/statutory-calendar/src');
  const ds = await openDatabase(u.href);
  const st = new Statements(ds);
  const door = new CaseworkService(st, new DayClock('2026-03-20'), new Calendars(st));
  return {
    name: 'old door',
    async run(sec) {
      const b = process.cpuUsage();
      const ran = await inCallers(8, sec, async () => {
        const { reference, type, occurredOn, payload } = nextEvent(random, { from: 1, to: 5000 });
        await door.record(actor, reference, {
          type,
          occurredOn,
          payload,
          commandKey: `${actor.id}:${randomUUID()}`,
        });
      });
      const d = process.cpuUsage(b);
      return { ...ran, appMs: (d.user + d.system) / 1000 };
    },
    close: () => ds.destroy(),
  };
};
const T = {};
const list = [];
for (const w of which) list.push(await all[w]());
for (const c of list) await c.run(1);
for (let r = 0; r < rounds; r++)
  for (let i = 0; i < list.length; i++) {
    const c = list[(i + r) % list.length];
    const b = usedByServer(data);
    const x = await c.run(seconds);
    const db = usedByServer(data) - b;
    (T[c.name] ??= []).push([x.events / x.seconds, x.appMs / x.events, db / x.events]);
    console.log(
      r,
      c.name.padEnd(26),
      (x.events / x.seconds).toFixed(0).padStart(6),
      '/s p50',
      x.times[x.times.length >> 1].toFixed(2),
      'p95',
      x.times[Math.floor(x.times.length * 0.95)].toFixed(2),
      'app',
      (x.appMs / x.events).toFixed(3),
      'db',
      (db / x.events).toFixed(3),
    );
  }
const med = (a) => [...a].sort((p, q) => p - q)[a.length >> 1];
for (const [n, a] of Object.entries(T))
  console.log(
    'MEDIAN',
    n.padEnd(26),
    med(a.map((x) => x[0])).toFixed(0),
    'app',
    med(a.map((x) => x[1])).toFixed(3),
    'db',
    med(a.map((x) => x[2])).toFixed(3),
    'ratio to pgbench',
    T['pgbench, 8 statements'] &&
      med(a.map((x, i) => x[0] / T['pgbench, 8 statements'][i][0])).toFixed(2),
  );
for (const c of list) await c.close();
await ds.destroy();
