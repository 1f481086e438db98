import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstPageOf } from '@fuchi/desk/first/first-page';
import { PUBLIC_PLACES, placesOf } from '@fuchi/desk/places';
import { SESSION_SETTINGS } from '@fuchi/record-person/session-settings';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { ALL_ROLES, ROLES, type Role } from '@fuchi/workflow/role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { axeFaults } from './axe.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { beyondEdge } from './site.ts';

/** Where pictures of each desk are put, for who looks at them. */
const PICTURES = process.env['FUCHI_PICTURES'];
const PLACE = '320583';

describe.skipIf(!executablePath)('工作台', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    desk = await startDesk({
      mode: 'demonstration',
      signIn: { session: { ...SESSION_SETTINGS, secondFactor: 'waived' } },
    });
    browser = await openBrowser();
    await openRoundForTests(desk.db, desk.clock.at);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    faults.length = 0;
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
  });
  afterEach(async () => {
    await context.close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  const person = (role: Role) =>
    testPerson(desk.db, desk.machine.at, role, {
      territory: PLACE,
      level: 'county',
      department: '工信',
      lines: role === 'line-officer' || role === 'office-head' ? ['merger'] : [],
    });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const signIn = async (login: string) => {
    await page.goto(`${desk.url}/sign-in`);
    await page.getByLabel('账号', { exact: true }).fill(login);
    await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await heading('工作台');
  };
  const places = () => page.getByRole('navigation', { name: '办事栏目' }).getByRole('link');
  const takePicture = async (name: string) => {
    if (PICTURES === undefined) return;
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  describe.each(ALL_ROLES)('%s', (role) => {
    test('登录后先到工作台，看到的是这个岗位的', async () => {
      const who = await person(role);
      await signIn(who.login);
      const { lead, nothing, shortcuts, clocks } = firstPageOf(role);
      const main = page.getByRole('main');
      await main.getByText(lead).waitFor();
      await main.getByText(`${who.organisation.name} · ${ROLES[role].name}`).waitFor();
      await main.getByText(nothing).waitFor();
      for (const other of ALL_ROLES.filter((r) => r !== role)) {
        expect(await main.getByText(firstPageOf(other).lead).count()).toBe(0);
      }
      expect(await places().allTextContents()).toEqual(placesOf(role).map(({ name }) => name));
      const often = page.getByRole('region', { name: '常用' }).getByRole('link');
      expect(await often.allTextContents()).toEqual(shortcuts.map(({ name }) => name));
      const terms = page.getByRole('region', { name: '申报时限' });
      expect(await terms.count()).toBe(clocks.length > 0 ? 1 : 0);
      if (clocks.includes('applicant')) await terms.getByText('还剩30天8小时').waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await axeFaults(page)).toEqual([]);
        expect(await beyondEdge(page)).toBe(0);
        await takePicture(`${role}-${width}`);
      }
    });

    test('每个栏目和常用入口都进得去', async () => {
      const who = await person(role);
      await signIn(who.login);
      const paths = [...placesOf(role), ...PUBLIC_PLACES].map(({ path }) => path);
      const often = firstPageOf(role).shortcuts.map(({ to }) => to);
      for (const path of new Set([...paths, ...often])) {
        await page.goto(desk.url + path);
        const title = page.getByRole('heading', { level: 1 });
        await title.waitFor();
        await page.waitForLoadState('networkidle');
        expect(`${path} ${await title.textContent()}`).not.toMatch(/没有这个地址|不能/);
        await page.getByText('模拟时间').waitFor();
      }
    });
  });
});
