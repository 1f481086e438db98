import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { median } from './compare.ts';

/** What it takes until a page can be used. */
export interface Opening {
  /** Bytes of script, compressed as the server may send them. */
  readonly script: number;
  /** Milliseconds from the navigation's start until the page stands there and no long task runs, median. */
  readonly interactive: number;
}

const SLOWER = 4;
const LOADS = 7;

/** @param sign a selector of what stands on the page once it can be used */
export async function opening(browser: Browser, url: string, sign: string): Promise<Opening> {
  const loads: number[] = [];
  for (let i = 0; i <= LOADS; i += 1) loads.push(await interactiveAfter(browser, url, sign));
  // The first load finds the server's own caches empty.
  return { script: await scriptBytes(browser, url, sign), interactive: median(loads.slice(1)) };
}

/** A page of a phone's width with the processor slowed down. */
export async function slowPage(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return { page, close: () => context.close() };
}

async function scriptBytes(browser: Browser, url: string, sign: string): Promise<number> {
  const { page, close } = await slowPage(browser);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url);
  await page.locator(sign).first().waitFor();
  const bytes = await Promise.all(scripts);
  await close();
  return bytes.reduce((a, b) => a + b, 0);
}

async function interactiveAfter(browser: Browser, url: string, sign: string): Promise<number> {
  const { page, close } = await slowPage(browser);
  await page.addInitScript((awaited) => {
    const seen = { sign: 0, task: 0 };
    Reflect.set(window, 'seen', seen);
    new MutationObserver(() => {
      if (seen.sign === 0 && document.querySelector(awaited)) seen.sign = performance.now();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const e of list.getEntries()) seen.task = Math.max(seen.task, e.startTime + e.duration);
    }).observe({ type: 'longtask', buffered: true });
  }, sign);
  await page.goto(url);
  await page.locator(sign).first().waitFor();
  await page.waitForTimeout(1_500);
  const at = await page.evaluate(() => {
    const seen: { sign: number; task: number } = Reflect.get(window, 'seen');
    return Math.max(seen.sign, seen.task);
  });
  await close();
  return at;
}
