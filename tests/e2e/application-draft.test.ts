import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('申报草稿', () => {
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
  beforeEach(async () => {
    await desk.db.deleteFrom('sign_in_failure').execute();
  });

  async function signedIn(login: string): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openApplications(page, desk.url, login);
    return { context, page };
  }
  const colleague = async (organisation: string) => {
    const other = await testPerson(desk.db, desk.machine.at, 'filler');
    await desk.db
      .updateTable('appointment')
      .set({ organisation_id: organisation })
      .where('account_id', '=', other.account)
      .execute();
    return other;
  };
  const saved = (page: Page) => page.getByText(/^已保存 2022-04-01 10:00$/).waitFor();
  const total = (page: Page) => page.locator('#fact-项目总投入').getByRole('textbox');

  test('开始、填写、逐项保存；两人同填，一处冲突两个值都看得到；断线不丢', {
    timeout: 240_000,
  }, async () => {
    const one = await testPerson(desk.db, desk.machine.at, 'filler');
    const other = await colleague(one.organisation.id);
    const a = await signedIn(one.login);
    await looksWell(a.page);
    await a.page.getByRole('button', { name: '申报数据产品化项目', exact: true }).click();
    await a.page.getByText('尚未提交').first().waitFor();
    await looksWell(a.page);
    await a.page.getByRole('navigation', { name: '申报的各部分' }).getByText('申报事实').click();
    await total(a.page).fill('1200');
    await saved(a.page);
    await looksWell(a.page);

    const b = await signedIn(other.login);
    await b.page.goto(a.page.url());
    await expect.poll(() => total(b.page).inputValue()).toBe('1200');
    await b.context.setOffline(true);
    await total(b.page).fill('900');
    await b.page
      .getByText(/连不上服务器/)
      .first()
      .waitFor();
    await total(a.page).fill('1500');
    await expect
      .poll(async () => {
        const kept = await desk.db
          .selectFrom('application_field')
          .select('value')
          .where('path', '=', 'fact/项目总投入')
          .executeTakeFirst();
        return kept?.value;
      })
      .toBe('1500');
    await b.context.setOffline(false);
    await b.page.getByText(/有1处与他人的修改不一致/).waitFor();
    const row = b.page.getByRole('row', { name: /项目总投入/ });
    await row.getByText('1500').waitFor();
    await row.getByText('900').waitFor();
    await row.getByRole('button', { name: '用我的' }).click();
    await expect.poll(() => total(a.page).inputValue(), { timeout: 20_000 }).toBe('900');
    await a.context.close();
    await b.context.close();
  });

  test('断线时关掉页面，下次打开还在并且送到', { timeout: 120_000 }, async () => {
    const one = await testPerson(desk.db, desk.machine.at, 'filler');
    const a = await signedIn(one.login);
    await a.page.getByRole('button', { name: '申报数据产品化项目', exact: true }).click();
    await a.page.getByRole('navigation', { name: '申报的各部分' }).getByText('申报事实').click();
    await total(a.page).waitFor();
    const address = a.page.url();
    await a.page.route('**/fields', (route) => route.abort());
    await total(a.page).fill('3210');
    await a.page
      .getByText(/连不上服务器/)
      .first()
      .waitFor();
    await a.page.close();
    const page = await a.context.newPage();
    await page.goto(address);
    await expect.poll(() => total(page).inputValue()).toBe('3210');
    await saved(page);
    await a.context.close();
  });
});
