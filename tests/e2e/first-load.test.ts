import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, openBrowser, type Portal, startPortal } from './browser.ts';

/** Compressed bytes of script that a page may need before it can be used. */
const MOST = 350_000;

describe.skipIf(!executablePath)('第一次打开要下载的脚本', () => {
  let portal: Portal;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    ({ portal, url } = await startPortal());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  test.each([
    '/',
    '/lines/tech-upgrade',
    '/lines/merger',
    '/report',
    '/guide',
    '/guide/lines/tech-upgrade',
    '/guide/search?q=贴息',
    '/guide/compare?a=smart-factory&b=data-product',
    '/guide/versions',
    '/interface',
    '/forms',
    '/forms/1-8',
  ])('%s', async (path) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const bytes = (await Promise.all(scripts)).reduce((a, b) => a + b, 0);
    await context.close();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(MOST);
  });
});
