import { waitingLetters } from '@fuchi/platform-server/mail/outbox';
import { createLink, linkPath } from '@fuchi/record-person/one-time-link-store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

describe.skipIf(!executablePath)('联系方式和第二个岗位', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    desk = await startDesk();
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
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  test('改手机；换邮箱要到新邮箱里确认', { timeout: 120_000 }, async () => {
    const who = await testPerson(desk.db, desk.machine.at, 'filler');
    await page.goto(`${desk.url}/sign-in?to=/account`);
    await field('账号').fill(who.login);
    await field('密码').fill(TEST_PASSWORD);
    await press('登录');
    await page.getByRole('heading', { level: 1, name: '我的账号' }).waitFor();
    await press('修改手机');
    await field('新手机').fill('13900001111');
    await field('登录密码').fill(TEST_PASSWORD);
    await looksWell(page, 'contact-phone');
    await press('保存');
    await page.getByText('139****1111').waitFor();
    await press('更换邮箱');
    await field('新邮箱').fill('new-1@example.com');
    await field('登录密码').fill(TEST_PASSWORD);
    await press('发送确认邮件');
    await page.getByText(/^确认邮件已发往n\*\*\*@example\.com/).waitFor();
    const [letter] = await waitingLetters(desk.db, desk.box, 1);
    const path = /\/sign-in\/confirm-email#[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? '';
    await page.goto(`${desk.url}${path}`);
    await page.getByRole('heading', { level: 1, name: '确认新邮箱' }).waitFor();
    await looksWell(page, 'confirm-email');
    await press('确认');
    await page.getByText('邮箱已更换为n***@example.com。').waitFor();
  });

  test('已有账号的人用它接受第二个岗位', { timeout: 120_000 }, async () => {
    const who = await testPerson(desk.db, desk.machine.at, 'filler');
    const other = await testPerson(desk.db, desk.machine.at, 'applicant-admin');
    const secret = await desk.db
      .transaction()
      .execute((work) =>
        createLink(
          work,
          { purpose: 'invite', organisation: other.organisation.id, role: 'submitter' },
          desk.machine.at,
        ),
      );
    await page.goto(`${desk.url}${linkPath(secret)}`);
    await press('我已经有账号，用它接受');
    await field('已有的账号').fill(who.login);
    await field('它的密码').fill(TEST_PASSWORD);
    await looksWell(page, 'accept-invitation');
    await press('接受邀请');
    await page.getByText(/^已接受邀请。/).waitFor();
  });
});
