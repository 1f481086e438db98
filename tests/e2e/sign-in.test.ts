import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { totpCode } from '@fuchi/record-person/totp';
import type { Role } from '@fuchi/workflow/role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

describe.skipIf(!executablePath)('登录', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  /** Refusals the test asks for; the browser tells of each on its console. */
  let refusals: RegExp | undefined;

  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    await desk.db.deleteFrom('sign_in_failure').execute();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    faults.length = 0;
    refusals = undefined;
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !refusals?.test(message.text()))
        faults.push(message.text());
    });
  });
  afterEach(async () => {
    await context.close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  const person = (role?: Role) => testPerson(desk.db, desk.machine.at, role);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const signIn = async (login: string, path = '/sign-in?to=/account') => {
    await page.goto(desk.url + path);
    await field('账号').fill(login);
    await field('密码').fill(TEST_PASSWORD);
    await press('登录');
  };

  test('只用键盘：填错、改正、登录、退出', async () => {
    refusals = /status of 401/;
    const who = await person();
    await page.goto(desk.url);
    const entry = page.getByRole('banner').getByRole('link', { name: '登录' });
    await entry.focus();
    await page.keyboard.press('Enter');
    await heading('登录');
    await field('账号').focus();
    await page.keyboard.press('Enter');
    await page.getByText('请输入密码').waitFor();
    await looksWell(page);
    await field('账号').focus();
    await page.keyboard.type(who.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Wrong-Bridge-1');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('账号或密码不正确').waitFor();
    await looksWell(page);
    await field('密码').focus();
    await page.keyboard.type(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await heading('工作台');
    await page.getByText('提交人示例单位 · 提交人').first().waitFor();
    await looksWell(page);
    await page.getByRole('banner').getByRole('button', { name: '退出' }).focus();
    await page.keyboard.press('Enter');
    await entry.waitFor();
    expect(await context.cookies()).toEqual([]);
  });

  test('官员第一次登录：选岗位、设两步验证、保存恢复码，下次要验证码', async () => {
    const [who, other] = [await person('planning'), await person('line-officer')];
    await desk.db
      .insertInto('appointment')
      .values({
        account_id: who.account,
        organisation_id: other.organisation.id,
        role: 'office-head',
        valid_from: '2022-01-01',
      })
      .execute();
    await signIn(who.login);
    await heading('选择岗位');
    await looksWell(page);
    await page.getByRole('button', { name: /^综合规划处经办人/ }).click();
    await heading('设置两步验证');
    await looksWell(page);
    await field('当前密码').fill(TEST_PASSWORD);
    await press('开始设置');
    await page.getByRole('img', { name: /二维码/ }).waitFor();
    await looksWell(page);
    const secret = secretOf((await page.locator('.sign-in-steps code').textContent()) ?? '');
    await field('输入验证器显示的6位数字').fill(totpCode(secret, desk.machine.at));
    await press('确认');
    const codes = page.getByRole('list', { name: '恢复码' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    await looksWell(page);
    await press('已经保存好，继续');
    await heading('我的账号');
    await page.getByText(/还有10个恢复码。您的岗位必须使用，不能关闭。/).waitFor();

    await press('换岗位');
    const dialog = page.getByRole('dialog', { name: '换岗位' });
    await dialog.waitFor();
    await looksWell(page);
    await dialog.getByRole('button', { name: /^处室负责人/ }).click();
    await page.getByRole('banner').getByText('· 处室负责人').waitFor();
    await heading('工作台');

    await page.getByRole('banner').getByRole('button', { name: '退出' }).click();
    await page.getByRole('banner').getByRole('link', { name: '登录' }).waitFor();
    desk.machine.at = new Date(desk.machine.at.getTime() + 60_000);
    await signIn(who.login);
    await heading('两步验证');
    await looksWell(page);
    await field('验证码').fill(totpCode(secret, desk.machine.at));
    await press('继续');
    await heading('选择岗位');
  });

  test('想看的页面，登录以后回到那里；不带人去别的网站', async () => {
    const who = await person();
    await page.goto(`${desk.url}/guide/quotas`);
    await page.getByRole('banner').getByRole('link', { name: '登录' }).click();
    await field('账号').fill(who.login);
    await field('密码').fill(TEST_PASSWORD);
    await press('登录');
    await page.waitForURL(`${desk.url}/guide/quotas`);
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^示例人员/ })
      .waitFor();
    // The page may just be asking for something of its own.
    refusals = /status of 401/;
    await context.clearCookies();
    await signIn(who.login, '/sign-in?to=//evil.example/');
    await heading('工作台');
    expect(new URL(page.url()).origin).toBe(desk.url);
  });

  test('很久没有操作：先提醒，可以继续；结束以后本页还在，另开窗口登录，本页自己继续', async () => {
    const who = await person();
    await signIn(who.login);
    await heading('我的账号');
    const later = (minutes: number) => {
      desk.machine.at = new Date(desk.machine.at.getTime() + minutes * 60_000);
    };
    await page.goto(`${desk.url}/guide/search?q=%E8%AE%BE%E5%A4%87`);
    later(29);
    await page.reload();
    const warning = page.getByRole('dialog', { name: '很久没有操作了' });
    await warning.waitFor();
    await looksWell(page);
    await warning.getByRole('button', { name: '继续使用' }).click();
    await warning.waitFor({ state: 'hidden' });
    later(29);
    await page.reload();
    await warning.waitFor();
    // What the page asks while it opens is still asked by a session that lasts.
    await page.waitForLoadState('networkidle');
    later(5);
    refusals = /status of 401/;
    await warning.getByRole('button', { name: '继续使用' }).click();
    const ended = page.getByRole('dialog', { name: '登录已经结束' });
    await ended.waitFor();
    await looksWell(page);
    // Said too early: nobody has signed in yet, and the page goes on waiting.
    await ended.getByRole('button', { name: '已重新登录，继续' }).click();
    await page.waitForLoadState('networkidle');
    await ended.waitFor();
    const [fresh] = await Promise.all([
      context.waitForEvent('page'),
      ended.getByRole('link', { name: '在新窗口登录' }).click(),
    ]);
    await fresh.getByLabel('账号', { exact: true }).fill(who.login);
    await fresh.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await fresh.getByRole('button', { name: '登录', exact: true }).click();
    await fresh.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    // This page hears of it and goes on by itself.
    await ended.waitFor({ state: 'hidden' });
    expect(page.url()).toContain('/guide/search');
  });

  test('别的窗口换了人，本页不再以新的人办事', async () => {
    const [first, second] = [await person(), await person()];
    await signIn(first.login);
    await heading('我的账号');
    const fresh = await context.newPage();
    await fresh.goto(`${desk.url}/account`);
    await fresh.getByRole('banner').getByRole('button', { name: '退出' }).click();
    await fresh.getByRole('banner').getByRole('link', { name: '登录' }).click();
    await fresh.getByLabel('账号', { exact: true }).fill(second.login);
    await fresh.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await fresh.getByRole('button', { name: '登录', exact: true }).click();
    await fresh.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    refusals = /status of 409/;
    await page.getByRole('button', { name: /^让其他程序.*退出$/ }).click();
    await page.getByRole('alert').getByText('您已在另一个页面换了岗位，请刷新本页').waitFor();
    const dialog = page.getByRole('dialog', { name: '登录的人或岗位已经换了' });
    await dialog.waitFor();
    await looksWell(page);
    await dialog.getByRole('button', { name: '离开本页' }).click();
    await heading('工作台');
  });

  test('忘记密码：邮件里的链接设新密码，用过就失效', async () => {
    const who = await person();
    await page.goto(`${desk.url}/sign-in`);
    await page.getByRole('link', { name: '忘记密码' }).click();
    await heading('忘记密码');
    await field('账号').fill(who.login);
    await looksWell(page);
    await press('发送邮件');
    await page.getByText('如果有这个账号').waitFor();
    await looksWell(page);
    await page.getByRole('link', { name: '查看写好的邮件' }).click();
    await heading('写好的邮件');
    await looksWell(page);
    const link = page.getByRole('link', { name: /new-password#/ }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    await heading('设置新密码');
    expect(new URL(page.url()).hash).toBe('');
    await looksWell(page);
    await field('新密码').fill('aaaaa');
    await field('再输入一次').fill('aaaab');
    await press('保存');
    await page.getByText('两次输入的不一样').waitFor();
    refusals = /status of 4\d\d/;
    await field('再输入一次').fill('aaaaa');
    await press('保存');
    await page.getByText('密码至少12位').waitFor();
    await looksWell(page);
    await field('新密码').fill('New-Bridge-4178');
    await field('再输入一次').fill('New-Bridge-4178');
    await press('保存');
    await page.getByText('密码已经设好，请用它登录。').waitFor();
    await page.goto(desk.url + href);
    await page.getByText('链接已经用过或已过期，请重新申请').waitFor();
    await looksWell(page);
  });

  test('改密码、让别的设备退出', async () => {
    const who = await person();
    await signIn(who.login);
    await heading('我的账号');
    const devices = page.getByRole('region', { name: '登录的设备' }).getByRole('listitem');
    await devices.nth(1).waitFor();
    await page.getByRole('button', { name: /^让其他程序.*退出$/ }).click();
    await devices.nth(1).waitFor({ state: 'detached' });
    await press('修改密码');
    await field('当前密码').fill(TEST_PASSWORD);
    await field('新密码').fill('New-Bridge-4178');
    await field('再输入一次').fill('New-Bridge-4178');
    await looksWell(page);
    await press('保存');
    await page.getByText('密码已修改，其他设备都已退出。').waitFor();
    expect(await devices.count()).toBe(1);
  });

  test('外出请同事代办', async () => {
    const filler = await person('filler');
    await signInForTests(desk.db, {
      role: 'submitter',
      organisation: filler.organisation.id,
      name: '示例同事',
      machine: desk.machine.at,
    });
    await signIn(filler.login);
    await press('请人代办');
    await press('请他代办');
    await page.getByText('请选择代办的同事').waitFor();
    await looksWell(page);
    await field('代办人').selectOption({ label: '示例同事（提交人）' });
    await field('结束日期').fill('2022-03-20');
    await field('原因').fill('出差');
    await press('请他代办');
    await page.getByText('2022-03-16 至 2022-03-20 · 填报人 · 出差').waitFor();
    await looksWell(page);
    await press('收回示例同事的代办');
    await page.getByText('没有请人代办。').waitFor();
  });

  test('没有登录的人，页面不问是谁，也不下载登录后的部分', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(desk.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /api\/session|account-menu|sign-in-pages/.test(path))).toEqual(
      [],
    );
  });
});

function secretOf(shown: string): Buffer {
  const bits = [...shown.replaceAll(' ', '')]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
