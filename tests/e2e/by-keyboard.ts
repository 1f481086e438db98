import type { FileChooser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page has. */
const MOST_STOPS = 250;

/**
 * Somebody who has no mouse. Every action ends with the expectation that the keyboard still stands on something, and
 * that it can be seen where.
 * @example
 * const keys = byKeyboard(page);
 * await keys.press(page.getByRole('button', { name: '登录' }));
 */
export function byKeyboard(page: Page) {
  // Without a listener the dialogs aren't caught, and each new one would race with the key that opens them.
  page.on('filechooser', () => undefined);
  const isThere = (target: Locator) =>
    target.first().evaluate((at) => at === document.activeElement);

  /** What the keyboard stands on, and whether that is seen; undefined where it stands on nothing. */
  const stands = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return undefined;
      // A file's input is hidden; the box around it is drawn.
      const drawn = [at, at.closest('.file-drop-box')].some((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        const { width, height } = one.getBoundingClientRect();
        const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
        // In a field of text the cursor is seen.
        const field = one.matches(
          'textarea, select, input:not([type=file], [type=checkbox], [type=radio])',
        );
        return width > 1 && height > 1 && (ring || field);
      });
      return { drawn, text: at.outerHTML.slice(0, 120) };
    });
  const expectSeen = async () => {
    const at = await stands();
    expect(at, 'the keyboard stands on nothing').toBeDefined();
    expect(at?.drawn, at?.text).toBe(true);
  };

  async function to(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await target.first().waitFor({ state: 'attached' });
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isThere(target)) return expectSeen();
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard doesn't reach ${target}`);
  }

  async function press(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await to(target, key);
    await page.keyboard.press('Enter');
  }

  async function write(target: Locator, text: string): Promise<void> {
    await to(target);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
    expect(await target.first().inputValue()).toBe(text);
  }

  /** Opens the dialog in which files are chosen. @param target the input that the keyboard reaches */
  async function choose(target: Locator): Promise<FileChooser> {
    await to(target);
    const [chosen] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.keyboard.press('Enter'),
    ]);
    return chosen;
  }

  /** The keyboard was brought to where it goes on, after what it stood on went away. */
  async function expectAt(target: Locator): Promise<void> {
    await target.first().waitFor();
    await expect.poll(() => isThere(target)).toBe(true);
    await expectSeen();
  }

  return { to, press, write, choose, expectAt };
}
