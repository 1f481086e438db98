import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser, type Portal, startPortal } from './browser.ts';

/** What a test of the pages works on; context and page are new for each test. */
export interface Site {
  readonly url: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** A page opened by the test itself: its faults count as well. */
  watch(page: Page): void;
  /** What the browser will tell of on its console, because the test asks for a refusal. */
  allow(told: RegExp): void;
}

/**
 * A portal and a browser for the tests of a `describe`, and after each test the expectation that no page had a fault
 * and nothing unforeseen stood on a console.
 * @returns the site of the test that runs; ask for it in a hook or a test
 * @example
 * const site = openSite();
 * beforeEach(() => ({ page, url } = site()));
 */
export function openSite(): () => Site {
  let portal: Portal | undefined;
  let browser: Browser | undefined;
  let url = '';
  let site: Site | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    ({ portal, url } = await startPortal());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });
  beforeEach(async () => {
    if (!browser) throw new Error('the browser did not start');
    const allowed: RegExp[] = [];
    faults.length = 0;
    const watch = (page: Page) => {
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        const text = message.text();
        if (message.type() === 'error' && !allowed.some((a) => a.test(text))) faults.push(text);
      });
    };
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    watch(page);
    site = { url, browser, context, page, watch, allow: (told) => allowed.push(told) };
  });
  afterEach(async () => {
    await site?.context.close();
    expect(faults).toEqual([]);
  });
  return () => {
    if (!site) throw new Error('no test runs');
    return site;
  };
}

/** How far a page reaches beyond the right edge of the screen: 0 when nothing has to be scrolled sideways. */
export async function beyondEdge(page: Page): Promise<number> {
  return await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
