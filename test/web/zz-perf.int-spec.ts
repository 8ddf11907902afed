// @ts-nocheck
import { aWebApp, Browser } from '../support/a-web-app';
import { aTestDatabase } from '../support/database';
import { aCaseload, TODAY } from './cases-given';
import { WorklistRepository } from '../../libs/casework/src/reading/worklist.repository';
import { workFrom, Calendars } from '@app/casework';
it('is quick', async () => {
  const db = await aTestDatabase();
  const given = await aCaseload(db.statements);
  // many more cases: 5000 copies
  await db.statements.run('', `ALTER TABLE case_event DISABLE TRIGGER ALL`, []);
  await db.statements.run('', `INSERT INTO child (id, authority, legal_forename, legal_surname, dob, urn, created_at) SELECT gen_random_uuid(), authority, 'C'||n, 'Many', dob, urn, created_at FROM child, generate_series(1, 600) n`, []);
  await db.statements.run('', `WITH src AS (SELECT * FROM send_case WHERE open), kids AS (SELECT id, row_number() OVER () AS n FROM child WHERE legal_surname='Many'), made AS (
   INSERT INTO send_case (authority, reference, child_id, pathway, pathway_version, version, state, stage, open, opened_on, owner_id, team_id, cohort, next_due_at, due_day, head_hash)
   SELECT s.authority, s.reference||'-'||k.n, k.id, s.pathway, s.pathway_version, s.version, s.state, s.stage, true, s.opened_on, CASE WHEN k.n % 25 = 0 THEN s.owner_id END, s.team_id, s.cohort, s.next_due_at, s.due_day, s.head_hash
   FROM kids k JOIN (SELECT *, row_number() OVER () AS r FROM src) s ON s.r = k.n % 8 + 1 RETURNING id, reference)
   INSERT INTO clock SELECT m.id, c.code, c.subject, c.occurrence, c.authority, c.rule, c.basis, c.anchor, c.due_on, c.fires_at, c.sends, c.status, c.ended_on, c.started_version, c.ended_version, c.calendar_version FROM made m JOIN send_case s ON s.reference = regexp_replace(m.reference, '-\\d+$', '') JOIN clock c ON c.case_id = s.id`, []);
  await db.statements.run('', 'ANALYZE', []);
  console.log(await db.statements.run('', 'SELECT count(*) FROM send_case', []), await db.statements.run('', 'SELECT count(*) FROM clock', []));
  const app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  const repo = new WorklistRepository(db.statements);
  for (const [n, a] of [['touching tamsin', given.tamsin], ['touching marguerite', given.marguerite]]) { const t = performance.now(); const rows = await repo.touching(a); const t2 = performance.now(); const cal = await new Calendars(db.statements).forAuthority(a.authority); const t3 = performance.now(); workFrom(rows, { officerId: a.id, roles: a.roles, today: TODAY, calendar: cal }); console.log(n, rows.length, 'sql', t2 - t, 'js', performance.now() - t3); }
  const { Session } = require('node:inspector/promises'); const session = new Session(); session.connect();
  const rows = await repo.touching(given.marguerite); const cal = await new Calendars(db.statements).forAuthority('899'); const seat = { officerId: given.marguerite.id, roles: given.marguerite.roles, today: TODAY, calendar: cal };
  workFrom(rows, seat);
  await session.post('Profiler.enable'); await session.post('Profiler.start');
  for (let i = 0; i < 5; i++) { const t = performance.now(); workFrom(rows, seat); console.log('run', performance.now() - t); }
  const { profile } = await session.post('Profiler.stop');
  const self = new Map(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  profile.samples.forEach((id, k) => { const n = byId.get(id); const key = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').slice(-2).join('/') + ':' + n.callFrame.lineNumber; self.set(key, (self.get(key) ?? 0) + dt[k]); });
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => `${(v / 1000).toFixed(1)} ${k}`).join('\n'));
  await app.close(); await db.drop();
}, 300000);
