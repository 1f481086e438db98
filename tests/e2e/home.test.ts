import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openBrowser, openGuide, type Portal, startPortal } from './browser.ts';

describe.skipIf(!executablePath)('the home page', () => {
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

  test('lists every line by category, without a fault in the console', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: '选择项目类别' }).waitFor();
    const { guide, lines } = await openGuide();
    const listed = await page.getByRole('main').getByRole('listitem').getByRole('link').all();
    expect(listed).toHaveLength(lines.length);
    const shown = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(shown).toEqual(guide.categories.map((c) => `${c.number}、${c.title}`));
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a line that can not be applied for says what to do instead', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByText('切块下达，不由单位申报').first().waitFor();
    await page.getByRole('link', { name: '免费诊断' }).click();
    await page.getByRole('heading', { name: '本类别不由单位申报' }).waitFor();
    expect(page.url()).toBe(`${url}/lines/free-diagnosis`);
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { name: '选择项目类别' }).waitFor();
    await page.close();
  });

  test('an address that names nothing leads back to the list', async () => {
    const page = await browser.newPage();
    await page.goto(`${url}/lines/no-such-line`);
    await page.getByRole('alert').getByText('没有这个地址').waitFor();
    await page.close();
  });

  test('has no fault by WCAG A and AA', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: '选择项目类别' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });
});
