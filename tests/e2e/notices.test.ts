import { tell } from '@fuchi/record-notice/tell';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { fillSignIn } from './signed-in.ts';

describe.skipIf(!executablePath)('通知', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    desk = await startDesk({ sms: true });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterEach(async () => {
    await page.context().close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  test('页头有几条未读；打开就是读过；怎样收到自己定', { timeout: 120_000 }, async () => {
    const who = await testPerson(desk.db, desk.machine.at, 'filler');
    const told = (n: number, urgent: boolean) =>
      desk.db.transaction().execute((work) =>
        tell(
          work,
          [who.account],
          {
            kind: 'deadline',
            title: `“数据产品化项目”的申报还没有提交，不到${n}天就截止`,
            body: '申报截止时间是2022-04-15 17:00。这份申报现在是“填报中”，逾期不能提交。',
            leadsTo: '/applications',
            about: `deadline-${n}`,
            urgent,
          },
          desk.clock.at,
        ),
      );
    await page.goto(`${desk.url}/sign-in?to=/notices`);
    await fillSignIn(page, who.login);
    await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
    await page.getByText('还没有通知。').waitFor();
    await looksWell(page, 'notices-none');
    for (const [n, urgent] of [
      [7, false],
      [3, false],
      [1, true],
    ] as const) {
      await told(n, urgent);
    }
    await page.reload();
    const mark = page.getByRole('banner').getByRole('link', { name: '通知，3条未读' });
    await mark.waitFor();
    await looksWell(page, 'notices');
    await page.getByRole('link', { name: /不到1天就截止$/ }).click();
    await page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
    await page.getByRole('link', { name: '通知，2条未读' }).click();
    await page.getByText('收到的通知（2条未读）').waitFor();
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByRole('heading', { name: '收到的通知', exact: true }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: '通知', exact: true }).waitFor();
    await page.getByLabel('邮件', { exact: true }).selectOption('只发紧急的');
    await page.getByLabel('紧急的发短信').check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存。').waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('邮件', { exact: true }).inputValue()).toBe('urgent');
    expect(await page.getByLabel('紧急的发短信').isChecked()).toBe(true);
  });
});
