import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { fillSignIn } from './signed-in.ts';

const DEADLINE = Date.parse('2022-04-15T09:00:00Z');

describe.skipIf(!executablePath)('一项申报从头走到底', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    desk.clock.at = new Date('2022-04-01T02:00:00Z');
  });

  const unit = (page: Page, name: string) => page.getByLabel(name, { exact: true });

  test('去年填过的带入；打字时登录失效，字留着，重新登录后送到；页面开着过了截止，马上看得到', {
    timeout: 240_000,
  }, async () => {
    const { db, clock, machine } = desk;
    const person = await testPerson(db, machine.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const of = async (year: string) => {
      const id = await openRoundForTests(db, clock.at);
      const row = { year, name: `${year}年度申报批次` };
      await db.updateTable('round').set(row).where('id', '=', id).execute();
      return id;
    };
    const last = await applicationForTests(db, who, clock.at, { round: await of('2021') });
    const told = {
      'unit/法定代表人': '张示例',
      'unit/通讯地址': '示例市示例路1号',
      'unit/上年营业收入': '9000万元',
    };
    await fieldsForTests(db, { application: last, account: person.account }, told, clock.at);
    const round = await of('2022');
    const application = await applicationForTests(db, who, clock.at, { round });
    const kept = async (name: string) => {
      const row = await db
        .selectFrom('application_field')
        .select('value')
        .where('application_id', '=', application)
        .where('path', '=', `unit/${name}`)
        .executeTakeFirst();
      return row?.value;
    };

    const page = await context.newPage();
    const address = `/applications/${application}/unit`;
    await page.goto(`${desk.url}/sign-in?to=${address}`);
    await fillSignIn(page, person.login);
    const known = page.getByRole('region', { name: '已知的单位信息' });
    await known.getByText('取自2021年度申报批次“未命名项目”').first().waitFor();
    await looksWell(page, 'known-unit');
    await unit(page, '通讯地址').fill('示例市新址2号');
    await known.getByRole('button', { name: '全部带入' }).click();
    await expect.poll(() => kept('法定代表人')).toBe('张示例');
    await expect.poll(() => kept('通讯地址')).toBe('示例市新址2号');
    expect(await kept('上年营业收入')).toBeUndefined();
    expect(await known.count()).toBe(0);

    await db.updateTable('session').set({ ended_at: machine.at }).execute();
    await unit(page, '联系人').fill('李示例');
    await page.getByText(/登录已失效。填写的内容留在本浏览器/).waitFor();
    expect(await unit(page, '联系人').inputValue()).toBe('李示例');
    expect(await kept('联系人')).toBeUndefined();
    const other = await context.newPage();
    await other.goto(`${desk.url}/sign-in`);
    await fillSignIn(other, person.login);
    await other.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    await other.close();
    await expect.poll(() => kept('联系人'), { timeout: 20_000 }).toBe('李示例');
    await page.getByText('已保存 2022-04-01 10:00').waitFor();

    desk.clock.at = new Date(DEADLINE - 3000);
    await page.reload();
    await page.getByText(/还剩/).first().waitFor();
    await page.getByText('已截止').waitFor();
    await looksWell(page, 'past-deadline');
  });
});
