import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bladeIn } from '../returns/blade-folder';
import { faultsIn } from '../returns/sen2-specification';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { PanelMembers, quorumGaps, type Terms } from '@app/panels';
import { pathways } from '@app/pathways';
import { FixedClock } from '@app/statutory-calendar';
import { aWebsite } from '../support/a-website';
import { runCauseway } from './run-causeway';

const FEW = ['--plans', '10'];
const TODAY = '2026-11-23';

let db: TestDatabase;
const before = { ...process.env };

beforeAll(async () => {
  db = await aTestDatabase();
  process.env['DATABASE_URL'] = db.url;
  process.env['CAUSEWAY_TODAY'] = TODAY;
});
afterAll(async () => {
  process.env = before;
  await db.drop();
});

const count = async (what: string) =>
  Number(
    (await db.statements.run<{ n: number }>('', `SELECT count(*)::int AS n FROM ${what}`, []))[0]
      ?.n,
  );

describe('the demonstration', () => {
  it('is made anew when an earlier load was cut off', async () => {
    await db.statements.run(
      '',
      `INSERT INTO authority (code, name, is_demo, settings) VALUES ('899', 'Wendmoor Council', true, '{"demo":{"state":"loading","loadedFor":"2026-11-23"}}')`,
      [],
    );
    const doctor = await runCauseway('doctor');
    expect(doctor.out).toContain('was cut off while it was being loaded');
    const { code, out, err } = await runCauseway('demo', 'load', ...FEW);
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/Loading Wendmoor: \d+ of \d+ children/);
    expect(err).not.toContain('Left out');
  }, 240_000);

  it('has its schools, teams, people and children', async () => {
    expect(await count('school')).toBe(25);
    expect(await count('team')).toBe(6);
    expect(await count('child')).toBeGreaterThan(400);
    expect(await count("contact WHERE has_pr = 'yes'")).toBeGreaterThan(400);
    expect(await count('send_case WHERE NOT open')).toBeGreaterThan(50);
  });

  it('holds 31 of the 32 places of the cohort, with six children waiting for the free one', async () => {
    const held = `place p JOIN place_holding h ON h.place_id = p.id AND h.during @> DATE '${TODAY}' WHERE p.cohort = '2027'`;
    expect(await count(held)).toBe(31);
    expect(await count("send_case WHERE cohort = '2027' AND stage = 'waitlisted'")).toBe(6);
  });

  it('keeps seven places of the two units, an eighth for a child who went back, and ranks who waits', async () => {
    const held = `place p JOIN place_holding h ON h.place_id = p.id AND h.during @> DATE '${TODAY}' WHERE p.programme = 'hd_unit'`;
    expect(await count(held)).toBe(8);
    expect(await count(`${held} AND NOT upper_inf(h.during)`)).toBe(1);
    expect(await count("send_case WHERE pathway = 'hd_referral' AND stage = 'waitlisted'")).toBe(3);
  });

  it('has a plan for every child under review, some of them never held, and reviews that are closed', async () => {
    const unplanned = `send_case c WHERE c.pathway = 'annual_review' AND c.open
      AND NOT EXISTS (SELECT FROM ehc_plan p WHERE p.child_id = c.child_id AND p.ceased_on IS NULL)`;
    expect(await count(unplanned)).toBe(0);
    expect(await count('ehc_plan WHERE ceased_on IS NULL')).toBeGreaterThan(90);
    expect(
      await count(
        `ehc_plan WHERE ceased_on IS NULL AND coalesce(last_concluded_on, made_on) < DATE '${TODAY}' - 366`,
      ),
    ).toBeGreaterThan(3);
  });

  it('has open cases of every pathway at three stages or more', async () => {
    for (const { name } of pathways) {
      const open = `(SELECT DISTINCT stage FROM send_case WHERE open AND pathway = '${name}') s`;
      expect([name, (await count(open)) >= 3]).toEqual([name, true]);
    }
  });

  it('lists twelve children for the coming Wednesday: six new, six again', async () => {
    const coming = `state->'context'->>'meetingOn' = '2026-11-25'`;
    const listed = `send_case WHERE pathway = 'tats_case' AND open AND ${coming}`;
    expect(await count(`${listed} AND stage = 'listed'`)).toBe(6);
    expect(await count(`${listed} AND stage = 'review_listed'`)).toBe(6);
  });

  it('has seven panels that can make a quorum, with half a year of sittings behind them and ahead', async () => {
    const panels = await db.statements.run<{ id: string; code: string; quorum: Terms['quorum'] }>(
      '',
      "SELECT p.id, p.code, t.terms->'quorum' AS quorum FROM panel p JOIN panel_terms t ON t.panel_id = p.id",
      [],
    );
    expect(panels).toHaveLength(7);
    const members = new PanelMembers(db.statements, new FixedClock(`${TODAY}T09:00:00Z`));
    for (const { id, code, quorum } of panels) {
      expect([code, quorumGaps(quorum, await members.on({ id }, TODAY))]).toEqual([code, []]);
      const ahead = await count(`sitting WHERE panel_id = '${id}' AND sits_on > '${TODAY}'`);
      expect([code, ahead > 0]).toEqual([code, true]);
    }
    expect(await count("sitting WHERE stage = 'closed'")).toBeGreaterThan(40);
    expect(await count("sitting WHERE stage = 'agenda_open'")).toBeGreaterThan(3);
    expect(await count(`sitting WHERE sits_on < '${TODAY}' AND stage = 'scheduled'`)).toBe(0);
  });

  it('shows its panels to those who sit on them, each page of them', async () => {
    const site = await aWebsite(db.url, TODAY);
    const officers = await db.statements.run<{ id: string; persona: string }>(
      '',
      "SELECT id, persona FROM officer WHERE persona IN ('imogen', 'hal', 'lorcan')",
      [],
    );
    for (const officer of officers) {
      const person = await site.signedIn(officer);
      const { text } = await person.get('/panels');
      const links = new Set([...text.matchAll(/href="(\/panels\/\w[^"]*)"/g)].map(([, to]) => to!));
      expect([officer.persona, links.size > 2]).toEqual([officer.persona, true]);
      for (const href of links)
        expect([officer.persona, href, (await person.get(href)).status]).toEqual([
          ...[officer.persona, href, 200],
        ]);
    }
    await site.close();
  }, 60_000);

  it('finds children in what schools sent, puts forward those who are not at the meeting, and sets rows aside', async () => {
    const found = await count('(SELECT DISTINCT child_id FROM rule_hit WHERE ended_on IS NULL) h');
    expect(found).toBeGreaterThan(20);
    expect(found).toBeLessThan(40);
    const rules = await count('(SELECT DISTINCT rule FROM rule_hit) r');
    expect(rules).toBeGreaterThan(7);
    expect(
      await count('(SELECT DISTINCT case_id FROM rule_hit WHERE opened_case) c'),
    ).toBeGreaterThan(15);
    expect(await count('rule_hit WHERE case_id IS NULL AND ended_on IS NULL')).toBe(0);
    expect(await count("import_row WHERE status = 'error'")).toBe(3);
    expect(await count("feed_pupil WHERE match = 'waiting'")).toBe(1);
  });

  it('joins cases that led to one another, and leaves some referrals to be opened', async () => {
    const led = (from: string, to: string) =>
      count(
        `referral r JOIN send_case f ON f.id = r.from_case JOIN send_case t ON t.id = r.opened_case WHERE f.pathway = '${from}' AND t.pathway = '${to}' AND f.child_id = t.child_id`,
      );
    expect(await led('tats_case', 'hd_referral')).toBe(1);
    expect(await led('tats_case', 'ehc_needs_assessment')).toBe(1);
    expect(await led('ehc_needs_assessment', 'annual_review')).toBeGreaterThan(0);
    expect(await led('annual_review', 'cessation')).toBe(1);
    expect(await led('placement_request', 'eotas_package')).toBe(1);
    expect(await count('referral WHERE opened_case IS NULL')).toBeGreaterThan(2);
  });

  it('keeps plans, visits, measures and views beside some cases, and actions of which some are late', async () => {
    for (const table of ['support_plan', 'visit', 'measure', 'view_sought'])
      expect([table, (await count(table)) > 5]).toEqual([table, true]);
    expect(await count("action WHERE state = 'overdue'")).toBeGreaterThan(5);
    expect(await count("action WHERE state = 'open'")).toBeGreaterThan(10);
    const ofSenco = "action JOIN officer o ON o.id = owner_id WHERE 'school_senco' = ANY (o.roles)";
    expect(await count(ofSenco)).toBeGreaterThan(0);
    expect(await count("contact WHERE relation = 'Young person'")).toBeGreaterThan(0);
  });

  it('gives everyone who works with cases a My work of their own, whose pages open', async () => {
    const site = await aWebsite(db.url, TODAY);
    const officers = await db.statements.run<{ id: string; persona: string }>(
      '',
      'SELECT id, persona FROM officer WHERE persona IS NOT NULL AND NOT roles && $1',
      [['data_analyst', 'programme_manager', 'dpo', 'administrator', 'school_senco']],
    );
    for (const officer of officers) {
      const person = await site.signedIn(officer);
      const { text } = await person.get('/my-work');
      const links = [...text.matchAll(/href="(\/cases\/[^"/]+)"/g)].map(([, href]) => href!);
      expect([officer.persona, new Set(links).size >= 3]).toEqual([officer.persona, true]);
      for (const href of [...new Set(links)].slice(0, 2))
        expect([officer.persona, href, (await person.get(href)).status]).toEqual([
          officer.persona,
          href,
          200,
        ]);
    }
    await site.close();
  }, 120_000);

  it('gives the open assessments officers of both teams, and leaves no timer behind', async () => {
    const open = `send_case WHERE open AND pathway = 'ehc_needs_assessment'`;
    expect(await count(`${open} AND owner_id IS NOT NULL`)).toBeGreaterThan(200);
    expect(
      await count(
        `clock WHERE status = 'open' AND sends IS NOT NULL AND fires_at <= TIMESTAMP '${TODAY}'`,
      ),
    ).toBe(0);
  });

  it('sends letters only for what has just happened', async () => {
    const waiting = await count('instruction');
    expect(waiting).toBeGreaterThan(8);
    expect(waiting).toBeLessThan(60);
    expect(await count(`instruction WHERE not_before < DATE '${TODAY}' - 30`)).toBe(0);
  });

  it('can be sent: returns without an error, and lists of an inspection that ask little', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wendmoor-'));
    for (const year of ['2026', '2027']) {
      const { code, out } = await runCauseway('sen2', '--year', year, '--out', folder);
      expect([code, out]).toEqual([0, expect.stringMatching(/ 0 errors, \d+ warnings/)]);
      expect(out).not.toMatch(/^error/m);
    }
    expect(faultsIn(await bladeIn(folder))).toEqual([]);
    const lists = await runCauseway('annex-a', '--out', join(folder, 'annex-a.xlsx'));
    expect(lists.code).toBe(0);
    expect(Number(/(\d+) answers/.exec(lists.out)?.[1])).toBeLessThan(40);
    await rm(folder, { recursive: true });
  });

  it('has histories that are as written', async () => {
    const { code, err } = await runCauseway('verify-history');
    expect(code).toBe(0);
    expect(err).toMatch(/^\d{3} histories are as written/);
  });

  it('names everyone who can be signed in as, and nobody in production', async () => {
    const { out } = await runCauseway('personas');
    expect(out).toContain(
      'Tamsin Adeyemi, Transition support worker and EHC case officer: sign in as tamsin\n',
    );
    expect(out.trimEnd().split('\n')).toHaveLength(22);
    process.env['NODE_ENV'] = 'production';
    const inProduction = await runCauseway('personas');
    const { code, out: said } = await runCauseway('doctor');
    process.env['NODE_ENV'] = 'test';
    expect(inProduction.out).toBe('');
    expect(code).toBe(1);
    expect(said).toContain('can sign in without a password, and this is production');
  });

  it('takes the 41 nominations: first on trial, then for good, then as known', async () => {
    const file = 'test/samples/nominations-41.csv';
    const cases = await count('send_case');
    const dry = await runCauseway('import', 'nominations', file, '--dry-run');
    expect(dry).toMatchObject({ code: 0, out: '' });
    expect(dry.err).toContain('41 rows: 41 can be added.');
    expect(await count('send_case')).toBe(cases);
    expect((await runCauseway('import', 'nominations', file)).err).toContain('41 rows: 41 added.');
    expect(await count('send_case')).toBe(cases + 41);
    expect((await runCauseway('import', 'nominations', file)).code).toBe(0);
    expect(await count('send_case')).toBe(cases + 41);
  }, 60_000);

  it('prints what is wrong with a broken file row by row, and adds nothing of it', async () => {
    const children = await count('child');
    const { code, out } = await runCauseway(
      'import',
      'nominations',
      'test/samples/nominations-broken.csv',
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^Row 3: UPN: /);
    expect(await count('child')).toBe(children);
    const refused = await runCauseway('import', 'nominations', 'test/samples/README.md');
    expect(refused).toMatchObject({ code: 2, out: '' });
    const school = await runCauseway(
      'import',
      'schools',
      'test/samples/register-of-schools.csv',
      '--as',
      'femi',
    );
    expect(school.code).toBe(0);
    expect(await runCauseway('import', 'schools', 'nowhere.csv')).toMatchObject({ code: 2 });
    expect(
      await runCauseway(
        'import',
        'nominations',
        'test/samples/nominations-41.csv',
        '--as',
        'lorcan',
      ),
    ).toMatchObject({ code: 1 });
  });

  it('refuses to be set up over, and says that it is loaded already', async () => {
    expect(await runCauseway('setup')).toMatchObject({ code: 1 });
    const again = await runCauseway('demo', 'load');
    expect(again.code).toBe(0);
    expect(again.err).toContain('loaded already, for 2026-11-23');
    expect(await runCauseway('prepare')).toMatchObject({ code: 0, out: '' });
  });

  it('is removed whole: history, log and all, and leaves a database that can be set up', async () => {
    expect(await runCauseway('demo', 'remove')).toMatchObject({ code: 0 });
    for (const table of ['authority', 'case_event', 'access_log', 'child', 'officer', 'import_row'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect((await runCauseway('demo', 'remove')).err).toContain(
      'no demonstration in this database',
    );
  });
});
