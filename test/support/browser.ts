import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

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

/** One person at a browser, doing what officers do and keeping a picture of each page at 1280 and 390 pixels. */
export class Seat {
  constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly journey: string,
  ) {
    mkdirSync(SHOTS, { recursive: true });
  }

  /** Signs in as one of the invented people. */
  async signIn(persona: string): Promise<void> {
    await this.open('/sign-in');
    await this.page.locator(`button[name=persona][value=${persona}]`).click();
    await this.page.waitForURL(/my-work/);
  }

  /** Leaves the session. */
  async signOut(): Promise<void> {
    await this.page.context().clearCookies();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.address + path);
  }

  /** Answers a form and sends it with its green button. */
  async send(typed: Typed = {}): Promise<void> {
    const form = this.page.locator('main form.cw-form').last();
    if (!(await form.count()))
      throw new Error(`There is no form on ${this.page.url()}: ${await this.words()}`);
    for (const [name, given] of Object.entries(typed)) {
      for (const value of [given].flat()) await this.answer(name, value);
    }
    await form.locator('button[type=submit]').first().click();
    await this.page.waitForLoadState();
  }

  private async answer(name: string, value: string): Promise<void> {
    const field = this.page.locator(`main [name="${name}"]`).first();
    const type = await field.getAttribute('type');
    if (type === 'radio' || type === 'checkbox')
      return this.page.locator(`main [name="${name}"][value="${value}"]`).check();
    const isList = await this.page.locator(`main select[name="${name}"]`).count();
    await (isList ? field.selectOption(value) : field.fill(value));
  }

  /** The words of the page, in one line. */
  async words(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  /** Keeps pictures of the page at both widths and returns what axe has against it. */
  async look(name: string): Promise<string[]> {
    for (const width of [390, 1280]) {
      await this.page.setViewportSize({ width, height: 900 });
      await this.page.screenshot({
        path: join(SHOTS, `${this.journey}-${name}-${width}.png`),
        fullPage: true,
      });
    }
    await this.page.evaluate(AXE);
    const ask = `axe.run({ runOnly: ${JSON.stringify(RULES)} }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' ')))`;
    return this.page.evaluate<string[]>(ask);
  }

  /** Whether the page is wider than the screen. */
  async scrollsSideways(): Promise<boolean> {
    return this.page.evaluate<boolean>(
      'document.documentElement.scrollWidth > document.documentElement.clientWidth',
    );
  }
}
