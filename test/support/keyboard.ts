import { type Locator, type Page } from 'playwright-core';

const MOST_STOPS = 500;
const FOCUS_IS_SEEN = `(() => {
  const ringed = (style) => style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  const at = document.activeElement;
  const drawn = at.matches('input[type=radio], input[type=checkbox]');
  return drawn ? ringed(getComputedStyle(at.nextElementSibling, '::before')) : ringed(getComputedStyle(at));
})()`;

/** Somebody who never touches a mouse: Tab, arrows, Space, Enter and letters. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until one of these has the focus. @throws if none can be reached, or nobody could see that it was */
  async reach(target: Locator): Promise<void> {
    const focused = target.and(this.page.locator(':focus'));
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if (await focused.count()) {
        if (!(await this.page.evaluate<boolean>(FOCUS_IS_SEEN)))
          throw new Error(`Nobody sees the focus on ${await focused.innerText()}`);
        return;
      }
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`No key leads to ${String(target)}`);
  }

  /** Goes to a link or button and presses Enter, which leads to another page. */
  async enter(target: Locator): Promise<void> {
    await this.reach(target);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  /** Unfolds something. */
  async unfold(summary: Locator): Promise<void> {
    await this.reach(summary);
    await this.page.keyboard.press('Enter');
  }

  /** Types an answer, or chooses it. */
  async answer(field: Locator, value: string): Promise<void> {
    const type = await field.first().getAttribute('type');
    if (type === 'checkbox') return this.tick(field, value);
    await this.reach(field);
    if (type === 'radio') return this.press('ArrowDown', { on: field, until: value });
    if ((await field.first().locator('option').count()) > 0)
      return this.press('ArrowDown', { on: field, until: value });
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(value);
  }

  private async tick(field: Locator, value: string): Promise<void> {
    const box = field.and(this.page.locator(`[value="${value}"]`));
    await this.reach(box);
    if (!(await box.isChecked())) await this.page.keyboard.press('Space');
  }

  private async press(key: string, { on, until }: { on: Locator; until: string }): Promise<void> {
    const there = this.page.locator(':focus');
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      if ((await there.inputValue()) === until) {
        if ((await on.first().getAttribute('type')) === 'radio')
          await this.page.keyboard.press('Space');
        return;
      }
      await this.page.keyboard.press(key);
    }
    throw new Error(`The keys do not reach ${until}`);
  }
}
