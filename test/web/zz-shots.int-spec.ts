// @ts-nocheck
import { readFileSync, mkdirSync } from 'node:fs';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { chromium, type Browser } from 'playwright-core';
import { aWebApp } from '../support/a-web-app';
import { aTestDatabase, type TestDatabase } from '../support/database';
import { aCaseload, type Caseload, TODAY } from './cases-given';

let db: TestDatabase; let app: NestFastifyApplication; let given: Caseload; let browser: Browser; let base: string;
const OUT = '/tmp/w2/shots';
beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  db = await aTestDatabase();
  given = await aCaseload(db.statements);
  app = await aWebApp(db.url, { CAUSEWAY_TODAY: TODAY });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
}, 60_000);
afterAll(async () => { await browser?.close(); await app?.close(); await db?.drop(); });

const axe = readFileSync('/work/main/node_modules/axe-core/axe.min.js', 'utf8');
const only = process.env['ONLY'];
it('shoots', async () => {
  const c = (key: string, rest = '') => `/cases/${given.cases[key]}${rest}`;
  const all: [string, string, string][] = [
    ['my-work', 'tamsin', '/my-work'], ['my-work-all', 'tamsin', '/my-work?view=all'], ['my-work-rhys', 'rhys', '/my-work'], ['my-work-manager', 'marguerite', '/my-work'], ['team', 'marguerite', '/my-work?whose=team'], ['order', 'tamsin', '/my-work/how-the-order-works'],
    ['cases', 'marguerite', '/cases'], ['case', 'tamsin', c('ellis')], ['case-manager', 'marguerite', c('idris')], ['case-y6', 'rhys', c('rafi')], ['case-y6-new', 'lowri', c('mabel')], ['case-closed', 'tamsin', c('gwen')], ['case-final', 'marguerite', c('zofia')],
    ['advice', 'tamsin', c('ellis', '/advice')], ['dates', 'tamsin', c('ellis', '/dates')], ['timeline', 'tamsin', c('ellis', '/timeline')], ['notes', 'tamsin', c('ellis', '/notes')], ['people', 'tamsin', c('ellis', '/people')], ['messages', 'tamsin', c('ellis', '/messages')], ['looked', 'tamsin', c('ellis', '/who-has-looked')], ['summary', 'tamsin', c('ellis', '/summary')],
    ['why', 'tamsin', c('ellis', '/why/w20/1')], ['why-ep', 'tamsin', c('ellis', '/why/advice_due/1/ep')], ['why-y6', 'rhys', c('rafi', '/why/handover_due/1')],
    ['not-yet', 'tamsin', c('ellis', '/do/advice-complete')], ['form', 'tamsin', c('ellis', '/do/advice-received?adviser=slt')], ['form-basis', 'tamsin', c('ellis', '/do/advice-complete?basis=existing_reused')], ['form-long', 'rhys', c('rafi', '/do/handover-held?form=open')], ['consult', 'marguerite', c('zofia', '/do/consultation-sent')], ['claim', 'tamsin', c('ellis', '/do/exception-claimed')], ['score', 'rhys', c('mabel', '/do/score-confirmed')], ['not-yours', 'tamsin', c('idris', '/do/agreed-to-assess')], ['correct', 'tamsin', c('ellis', '/correct/1')],
    ['add-case', 'tamsin', '/add-a-case'], ['add-child', 'tamsin', '/children/add'], ['child', 'tamsin', `/children/${given.children['ellis']}`], ['child-edit', 'tamsin', `/children/${given.children['ellis']}/edit`], ['contact', 'tamsin', `/children/${given.children['ellis']}/contacts/add`], ['open-ehc', 'tamsin', `/children/${given.children['gwen']}/open/ehc-request`], ['hand-over', 'marguerite', `/hand-over?from=${given.tamsin.id}`],
  ];
  const wanted = all.filter(([name]) => !only || only.split(',').includes(name));
  const bad: string[] = [];
  for (const width of [1280, 390]) {
    const contexts = new Map<string, Awaited<ReturnType<Browser['newPage']>>>();
    for (const [name, who, url] of wanted) {
      let page = contexts.get(who);
      if (!page) {
        const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
        page = await context.newPage();
        await page.goto(`${base}/sign-in`);
        await Promise.all([page.waitForURL((u) => !u.pathname.includes('sign-in')), page.evaluate((p) => { (document.querySelector(`[name=persona][value="${p}"]`) as HTMLElement).click(); }, who)]);
        contexts.set(who, page);
      }
      const answer = await page.goto(base + url);
      const status = answer?.status();
      await page.screenshot({ path: `${OUT}/${name}-${width}.png`, fullPage: true });
      await page.evaluate(axe);
      const result = await page.evaluate(async () => {
        const r = await (window as unknown as { axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
        return r.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' || ')}`);
      });
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (status !== 200 && !(name === 'not-yours' && status === 403)) bad.push(`${name} ${width} STATUS ${status}`);
      if (result.length) bad.push(`${name} ${width} AXE ${result.join('\n   ')}`);
      if (sideways > 0) bad.push(`${name} ${width} SIDEWAYS ${sideways}`);
    }
    for (const page of contexts.values()) await page.context().close();
  }
  console.log(bad.join('\n') || 'no violation');
}, 300_000);
