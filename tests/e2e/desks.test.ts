import { Readable } from 'node:stream';
import { firstPageOf } from '@fuchi/desk/first/first-page';
import { PUBLIC_PLACES, placesOf } from '@fuchi/desk/places';
import { registrationForTests } from '@fuchi/enterprise-registration/registration.fixture';
import { openPortalClock } from '@fuchi/platform-server/portal-mode/portal-clock';
import { decideMode } from '@fuchi/platform-server/portal-mode/portal-state';
import { SESSION_SETTINGS } from '@fuchi/record-person/session-settings';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import { parseCreditCode } from '@fuchi/values/credit-code';
import { ALL_ROLES, ROLES, type Role } from '@fuchi/workflow/role';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { axeFaults } from './axe.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { fillSignIn } from './signed-in.ts';
import { beyondEdge } from './site.ts';

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

  const person = async (role: Role) => {
    const who = await testPerson(desk.db, desk.machine.at, role, {
      territory: PLACE,
      level: 'county',
      department: '工信',
      lines: role === 'line-officer' || role === 'office-head' ? ['merger'] : [],
    });
    // Whoever registered has a code.
    if (ROLES[role].reach === 'own') {
      await desk.db
        .updateTable('organisation')
        .set({ credit_code: exampleCode(who.organisation.id) })
        .where('id', '=', who.organisation.id)
        .execute();
    }
    return who;
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const signIn = async (login: string) => {
    await page.goto(`${desk.url}/sign-in`);
    await fillSignIn(page, login);
    await heading('工作台');
  };
  const places = () => page.getByRole('navigation', { name: '办事栏目' }).getByRole('link');

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
      await expect
        .poll(() => places().allTextContents())
        .toEqual(placesOf(role).map(({ name }) => name));
      const often = page.getByRole('region', { name: '常用' }).getByRole('link');
      expect(await often.allTextContents()).toEqual(shortcuts.map(({ name }) => name));
      const terms = page.getByRole('region', { name: '申报时限' });
      expect(await terms.count()).toBe(clocks.length > 0 ? 1 : 0);
      if (clocks.includes('applicant')) await terms.getByText(/^还剩30天[78]小时$/).waitFor();
      await looksWell(page, role);
    });

    test('每个栏目和常用入口都进得去', async () => {
      const who = await person(role);
      await signIn(who.login);
      // Public pages are the same for all: one role opens them.
      const open = role === ALL_ROLES[0] ? PUBLIC_PLACES : [];
      const paths = [...placesOf(role), ...open].map(({ path }) => path);
      const often = firstPageOf(role).shortcuts.map(({ to }) => to);
      for (const path of new Set([...paths, ...often])) {
        await page.goto(desk.url + path);
        const title = page.getByRole('heading', { level: 1 });
        await title.waitFor();
        await page.waitForLoadState('networkidle');
        expect(`${path} ${await title.textContent()}`).not.toMatch(/没有这个地址|不能/);
        await page.getByRole('banner').getByText('模拟时间').waitFor();
      }
    });
  });

  test('只用键盘：登录，到待办，打开', async () => {
    const who = await person('recommender-handler');
    await registrationForTests(desk.db, {
      recommender: who.organisation.id,
      account: who.account,
      name: '示例精密机械有限公司',
    });
    await scansLieThere(desk);
    await page.goto(`${desk.url}/sign-in`);
    await page.getByLabel('账号', { exact: true }).focus();
    await page.keyboard.type(who.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await heading('工作台');
    const task = page.getByRole('link', { name: '审核注册：示例精密机械有限公司' });
    await task.waitFor();
    for (let pressed = 0; !(await isFocused(task)); pressed += 1) {
      expect(pressed).toBeLessThan(40);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /示例精密机械有限公司/ }).waitFor();
    expect(await current()).toEqual(['企业注册']);
  });

  test('手机上：栏目收在菜单里，键盘能开能关，打开一页就收起', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    const who = await person('recommender-lead');
    await signIn(who.login);
    const menu = page.getByRole('button', { name: /^办事栏目/ });
    expect(await places().count()).toBe(0);
    await menu.focus();
    await page.keyboard.press('Enter');
    expect(await places().allTextContents()).toEqual(
      placesOf('recommender-lead').map(({ name }) => name),
    );
    expect(await axeFaults(page)).toEqual([]);
    expect(await beyondEdge(page)).toBe(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect.poll(() => places().count()).toBe(0);
    expect(await isFocused(menu)).toBe(true);
    await page.keyboard.press('Enter');
    await places().getByText('单位变更').click();
    await heading('单位变更');
    await expect.poll(() => places().count()).toBe(0);
    await page.getByRole('button', { name: '办事栏目 · 单位变更' }).waitFor();
  });

  test('往后拨模拟时间：先确认，所有页面跟着变，到期的时限截止', async () => {
    await desk.db.transaction().execute((work) =>
      decideMode(work, 'demonstration', {
        machine: desk.machine.at,
        shownAt: desk.clock.at,
      }),
    );
    const shown = await openPortalClock(desk.db, (text) => faults.push(text), desk.machine);
    desk.clock.now = () => shown.now();
    desk.clock.reread = () => shown.reread();
    const who = await person('planning');
    await signIn(who.login);
    const control = page.getByRole('region', { name: '模拟时间' });
    await control.getByLabel('拨到').fill('2022-04-15');
    await control.getByLabel('时间').fill('17:01');
    await control.getByRole('button', { name: '往后拨……' }).click();
    const dialog = page.getByRole('dialog', { name: '往后拨模拟时间' });
    await dialog.getByText('2022-04-15 17:01').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('banner').getByText('2022-03-16 09:00').waitFor();
    await control.getByRole('button', { name: '往后拨……' }).click();
    await dialog.getByRole('button', { name: '拨到这个时间' }).click();
    await page.getByRole('banner').getByText('2022-04-15 17:01').waitFor();
    await page.getByRole('region', { name: '申报时限' }).getByText('已截止').waitFor();
    await page.getByRole('region', { name: '我最近办理的' }).getByText('往后拨模拟时间').waitFor();
    const filler = await person('filler');
    await context.clearCookies();
    await signIn(filler.login);
    expect(await page.getByRole('region', { name: '模拟时间' }).count()).toBe(0);
    await page.getByRole('region', { name: '申报时限' }).getByText('已截止').waitFor();
    shown.close();
  });

  test('没有登录的人，也看得到是演示环境', async () => {
    for (const path of ['/', '/guide', '/forms', '/interface', '/sign-in']) {
      await page.goto(desk.url + path);
      await page.getByRole('banner').getByText('演示环境·数据均为虚构').waitFor();
      expect(await page.getByRole('navigation', { name: '办事栏目' }).count()).toBe(0);
    }
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await axeFaults(page)).toEqual([]);
      expect(await beyondEdge(page)).toBe(0);
    }
  });

  const isFocused = (element: Locator) =>
    element.evaluate((each) => each === document.activeElement);
  const current = () => page.locator('[aria-label="办事栏目"] [aria-current]').allTextContents();
});

describe.skipIf(!executablePath)('正式环境', () => {
  test('没有演示标记；登录的人看得到服务器时间', async () => {
    const desk = await startDesk({
      mode: 'production',
      signIn: { session: { ...SESSION_SETTINGS, secondFactor: 'waived' } },
    });
    const browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(desk.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText(/演示环境|模拟时间|服务器时间/).count()).toBe(0);
    const { cookie } = await testPerson(desk.db, desk.machine.at, 'planning');
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    await page.goto(`${desk.url}/desk`);
    await page.getByText('服务器时间 2022-03-16 09:00').waitFor();
    expect(await page.getByText(/演示环境|模拟时间/).count()).toBe(0);
    await browser.close();
    await desk.close();
  });
});

/** What was sent with a registration is shown beside it: the files have to be there. */
async function scansLieThere({ db, files, clock }: Desk): Promise<void> {
  for (const { id, purpose } of await db.selectFrom('upload').select(['id', 'purpose']).execute()) {
    const kept = await files.put(Readable.from([await fileOf('pdf', purpose)]), 1_000_000);
    if (!kept.ok) throw new Error('the file store took no scan');
    const { digest, size } = kept;
    await db
      .insertInto('stored_file')
      .values({ digest, size: String(size), type: 'application/pdf', stored_at: clock.at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db
      .updateTable('upload')
      .set({ digest, size: String(size), received: String(size) })
      .where('id', '=', id)
      .execute();
  }
}

/** A code whose check characters are right, another for each number. */
function exampleCode(number: string): string {
  const body = `91320583MADEM${number.padStart(3, '0')}`;
  const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const found = signs.flatMap((a) => signs.map((b) => body + a + b));
  const right = found.find((code) => parseCreditCode(code).ok);
  if (right === undefined) throw new Error(`no code for ${number}`);
  return right;
}
