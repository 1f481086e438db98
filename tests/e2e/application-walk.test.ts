import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completeForTests, sealForTests } from '../../apps/server/complete-application.fixture.ts';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
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

  test('只用键盘：从登录到回执', { timeout: 240_000 }, async () => {
    const { db, clock, machine } = desk;
    const person = await testPerson(db, machine.at);
    const round = await openRoundForTests(db, clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const which = { example: EXAMPLES.talentTraining, round };
    const application = await exampleDraft(db, who, which, clock.at);
    const of = { application, account: person.account };
    await completeForTests(db, { ...of, round }, clock.at);
    const page = await context.newPage();
    const to = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      await target.first().waitFor();
      for (let n = 0; n < 150; n += 1) {
        const there = await target.first().evaluate((at) => at === document.activeElement);
        if (there) return;
        await page.keyboard.press(key);
      }
      throw new Error(`the keyboard doesn't reach ${target}`);
    };
    const press = async (target: Locator, key = 'Enter') => {
      await to(target);
      await page.keyboard.press(key);
    };
    const part = async (name: string) => {
      const parts = page.getByRole('navigation', { name: '申报的各部分' });
      // They stand above what is filled in.
      await to(parts.getByRole('link', { name, exact: true }), 'Shift+Tab');
      await page.keyboard.press('Enter');
    };
    const rewrite = async (target: Locator, text: string) => {
      await to(target);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    };
    /** Writes something and takes it back. */
    const touch = async (target: Locator) => {
      await to(target);
      const before = await target.first().inputValue();
      await page.keyboard.press('End');
      await page.keyboard.type('8');
      await expect.poll(() => target.first().inputValue()).toBe(`${before}8`);
      await page.keyboard.press('Backspace');
      await expect.poll(() => target.first().inputValue()).toBe(before);
    };

    await page.goto(`${desk.url}/sign-in?to=/applications`);
    await rewrite(page.getByLabel('账号', { exact: true }), person.login);
    await rewrite(page.getByLabel('密码', { exact: true }), TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
    await press(page.getByRole('main').getByRole('link', { name: /示例/ }));
    await part('申报单位');
    await rewrite(unit(page, '法定代表人'), '王示例');
    await part('项目');
    await rewrite(page.getByLabel('项目名称'), '示例人才培训（键盘）');
    await part('申报事实');
    await touch(page.getByRole('main').getByRole('textbox'));
    await part('绩效目标');
    await touch(page.getByRole('main').getByRole('textbox'));
    await part('材料');
    const chosen = page.waitForEvent('filechooser');
    await press(page.locator('main input[type=file]'));
    expect((await chosen).isMultiple()).toBe(true);
    await part('检查');
    await page.getByText(/检查/).first().waitFor();
    await part('定稿提交');
    await press(page.getByRole('button', { name: '定稿并生成文件' }));
    await page.getByRole('heading', { name: '一、已定稿：第1版' }).waitFor();
    await sealForTests(db, { ...of, version: 1 }, clock.at);
    await page.reload();
    await press(page.getByRole('button', { name: '提交申报' }));
    await page.getByRole('heading', { name: '申报回执' }).waitFor();
    const { title, state } = await db
      .selectFrom('application')
      .select(['title', 'state'])
      .where('id', '=', application)
      .executeTakeFirstOrThrow();
    expect([title, state]).toEqual(['示例人才培训（键盘）', 'submitted']);
  });
});
