import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { fillSignIn } from './signed-in.ts';

describe.skipIf(!executablePath)('网络断的时候，页面还没下载的部分', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-01T02:00:00Z');
    await openRoundForTests(desk.db, desk.clock.at);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function signIn(page: Page) {
    const one = await testPerson(desk.db, desk.machine.at, 'filler');
    await page.goto(`${desk.url}/sign-in?to=/applications`);
    await fillSignIn(page, one.login);
  }

  test('页头的通知没有下载下来：正在填的页面不受影响，网络恢复后自己补上', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.route('**/assets/notice-mark-*', (route) => route.abort());
    await signIn(page);
    await page.getByRole('button', { name: '申报数据产品化项目', exact: true }).click();
    await page.getByRole('navigation', { name: '申报的各部分' }).getByText('申报事实').click();
    const total = page.locator('#fact-项目总投入').getByRole('textbox');
    await total.fill('1200');
    await page.getByText(/^已保存 /).waitFor();
    const mark = page.getByRole('banner').getByRole('link', { name: /^通知/ });
    expect(await mark.count()).toBe(0);
    await page.unroute('**/assets/notice-mark-*');
    await mark.waitFor();
    expect(await total.inputValue()).toBe('1200');
    await page.context().close();
  });

  test('要去的页面没有下载下来：说明原因，页头还在，重试就打开', async () => {
    const page = await (await browser.newContext()).newPage();
    await signIn(page);
    await page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
    await page.route('**/assets/guide-pages-*', (route) => route.abort());
    const guide = page.getByRole('banner').getByRole('link', { name: '指南', exact: true });
    await guide.click();
    await page.getByRole('heading', { level: 1, name: '这一页没有下载下来' }).waitFor();
    await looksWell(page);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '这一页没有下载下来' }).waitFor();
    await page.unroute('**/assets/guide-pages-*');
    await page.getByRole('button', { name: '重试' }).click();
    await page
      .getByRole('heading', { level: 1, name: '这一页没有下载下来' })
      .waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.context().close();
  });
});
