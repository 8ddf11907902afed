import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { Keyboard } from './keyboard';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SHOTS = join(__dirname, '../../.cache/screenshots');

/** The browser that the run found (CHROME_PATH); undefined when there is none: then the run says so and counts it as skipped. */
export const chromePath = [process.env['CHROME_PATH']].find((path) => path && existsSync(path));

/** A real Chromium. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromePath, args: FLAGS });
}

/** What a form is given: text, the value of a radio or list, or several ticks. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** How somebody works: with scripts or without, with a mouse or by keys alone. */
export interface Working {
  readonly withoutScripts?: boolean;
  readonly byKeys?: boolean;
}

/** One person at a browser, doing what officers do and keeping a picture of each page at 1280 and 390 pixels. */
export class Seat {
  private readonly keys: Keyboard | undefined;

  constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly journey: string,
    private readonly working: Working = {},
  ) {
    mkdirSync(SHOTS, { recursive: true });
    this.keys = working.byKeys ? new Keyboard(page) : undefined;
  }

  /** Signs in as one of the invented people. */
  async signIn(persona: string): Promise<void> {
    await this.open('/sign-in');
    await this.press(this.page.locator(`button[name=persona][value=${persona}]`));
    await this.page.waitForURL(/my-work/);
  }

  /** Leaves the session. */
  async signOut(): Promise<void> {
    await this.page.context().clearCookies();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
  }

  /** Follows the link of this name; one inside something folded is unfolded first. */
  async follow(name: string): Promise<void> {
    const link = this.page.getByRole('link', { name, includeHidden: true }).first();
    const folded = this.page.locator('details:not([open])').filter({ has: link });
    if (await folded.count()) await this.unfold(folded.first());
    await this.press(link);
  }

  private unfold(details: Locator): Promise<void> {
    const summary = details.locator('summary');
    return this.keys ? this.keys.unfold(summary) : summary.click();
  }

  /** Moves the day of the demonstration. */
  async moveTo(day: string): Promise<void> {
    const session = await this.page.request.get(`${this.address}/api/session`);
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    const [year = '', month = '', date = ''] = day.split('-');
    const answer = await this.page.request.post(`${this.address}/demo-clock`, {
      form: { _csrf: csrfToken, 'day-day': date, 'day-month': month, 'day-year': year },
      maxRedirects: 0,
    });
    if (answer.status() >= 400) throw new Error(`The day did not move: ${answer.status()}`);
    await this.open('/account');
  }

  private async press(target: Locator): Promise<void> {
    await (this.keys ? this.keys.enter(target) : target.click());
    await this.page.waitForLoadState();
  }

  /** Answers a form and sends it with its green button. */
  async send(typed: Typed = {}): Promise<void> {
    const form = this.page.locator('main form.cw-form').last();
    if (!(await form.count()))
      throw new Error(`There is no form on ${this.page.url()}: ${await this.words()}`);
    for (const [name, given] of Object.entries(typed)) {
      for (const value of [given].flat()) await this.answer(name, value);
    }
    await this.press(form.locator('.cw-buttons button[type=submit]').first());
  }

  private async answer(name: string, value: string): Promise<void> {
    const all = this.page.locator(`main [name="${name}"]`);
    if (!(await all.count())) await this.oneMoreFor(name);
    const folded = this.page
      .locator('main details:not([open])')
      .filter({ has: this.page.locator(`[name="${name}"]`) });
    if (await folded.count()) await this.unfold(folded.first());
    if (this.keys) return this.keys.answer(all, value);
    const field = all.first();
    const type = await field.getAttribute('type');
    if (type === 'radio' || type === 'checkbox')
      return this.page.locator(`main [name="${name}"][value="${value}"]`).check();
    const isList = await this.page.locator(`main select[name="${name}"]`).count();
    await (isList ? field.selectOption(value) : field.fill(value));
  }

  /** A row that the form does not have yet is asked for with its button. */
  private async oneMoreFor(name: string): Promise<void> {
    const [list = ''] = name.split('.');
    const button = this.page.locator(`main button[name=another][value="${list}"]`);
    if (!(await button.count()))
      throw new Error(`There is no field ${name}: ${await this.words()}`);
    await this.press(button);
  }

  /** The words of the page, in one line. */
  async words(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /** Keeps pictures of the page at both widths and returns what axe and a narrow screen have against it. */
  async look(name: string): Promise<string[]> {
    const wide: string[] = [];
    for (const width of [390, 1280]) {
      await this.page.setViewportSize({ width, height: 900 });
      if (await this.scrollsSideways()) wide.push(`wider than ${width} pixels`);
      await this.page.screenshot({
        path: join(SHOTS, `${this.journey}-${name}-${width}.png`),
        fullPage: true,
      });
    }
    if (this.working.withoutScripts) return wide;
    await this.page.evaluate(AXE);
    const ask = `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))`;
    return [...wide, ...(await this.page.evaluate<string[]>(ask))];
  }

  /** Keeps a picture of the page on paper, and returns the words that would be printed. */
  async onPaper(name: string): Promise<string> {
    await this.page.emulateMedia({ media: 'print' });
    await this.page.setViewportSize({ width: 794, height: 1123 });
    await this.page.screenshot({
      path: join(SHOTS, `${this.journey}-${name}-paper.png`),
      fullPage: true,
    });
    const words = await this.page.locator('body').innerText();
    await this.page.emulateMedia({ media: null });
    await this.page.setViewportSize({ width: 1280, height: 900 });
    return words.replace(/\s+/g, ' ');
  }

  /** Whether the page is wider than the screen. */
  async scrollsSideways(): Promise<boolean> {
    return this.page.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
  }
}
