import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { change } from '@fuchi/record-event/change';
import type { NewEvent } from '@fuchi/record-event/event';
import { byActor } from '@fuchi/record-person/by-actor';
import { type SignedIn, signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

describe.skipIf(!executablePath)('操作记录', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let clerk: SignedIn;
  const faults: string[] = [];

  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    clerk = await person('planning', '王示例');
    const { id } = clerk.actor.organisation;
    const subject = { kind: 'organisation', id } as const;
    await happens({ subject, kind: 'organisation-created' }, '2022-03-14T09:00:00');
    await happens(
      {
        subject,
        kind: 'organisation-renamed',
        before: { name: '示例一处' },
        after: { name: '示例二处', phone: '13812345678' },
      },
      '2022-03-15T10:00:00',
    );
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
  });
  afterEach(async () => {
    await context.close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  const person = (role: Role, name: string) =>
    signInForTests(desk.db, { role, name, machine: desk.machine.at });
  const happens = (event: NewEvent, at: string) =>
    change(desk.db, byActor(clerk.actor), new Date(`${at}+08:00`), (_work, record) =>
      record(event),
    );
  const openAs = async ({ cookie }: SignedIn, path: string) => {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    await page.goto(desk.url + path);
  };
  const rows = () => page.getByRole('table', { name: '操作记录' }).locator('tbody tr');

  test('审计人员查一件事：条件在地址里，变化看得懂，电话遮住，能导出', async () => {
    await openAs(await person('auditor', '张示例'), '/trail');
    await page.getByRole('heading', { level: 1, name: '操作记录' }).waitFor();
    await rows().nth(1).waitFor();
    await looksWell(page);
    await page.getByLabel('事项').selectOption({ label: '单位更名' });
    await page.getByLabel('人员（姓名或登录名）').fill('王示');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=organisation-renamed/);
    await rows().nth(1).waitFor({ state: 'detached' });
    const row = rows().first();
    await row.getByText('2022-03-15 10:00:00').waitFor();
    expect(await row.locator('del').textContent()).toBe('示例一处');
    expect(await row.locator('ins').allTextContents()).toEqual(['示例二处', '138****5678']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('操作记录-2022-03-16.xlsx');
    await page.reload();
    await rows().first().waitFor();
    expect(await page.getByLabel('人员（姓名或登录名）').inputValue()).toBe('王示');
    await page.getByRole('button', { name: '清空' }).click();
    await rows().nth(1).waitFor();
    await page.getByLabel('对象编号').fill('999999');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByText('没有符合条件的记录。').waitFor();
    await looksWell(page);
  });

  test('官员看自己单位的记录，首尾相连；不是自己的没有', async () => {
    await openAs(clerk, `/trail/organisation/${clerk.actor.organisation.id}`);
    await page.getByText('首尾相连，没有改动').waitFor();
    expect(await rows().count()).toBe(2);
    await looksWell(page);
    const refusals = faults.length;
    await page.goto(`${desk.url}/trail/system/trail`);
    await page.getByText('没有这一项').waitFor();
    expect(faults.splice(refusals)).toEqual([expect.stringContaining('404')]);
  });

  test('封存、导出摘要、核对；改了数据库，拿摘要一比就查出来', async () => {
    await openAs(await person('audit-admin', '赵示例'), '/trail/seals');
    const seals = page.getByRole('table', { name: '每日封存' }).locator('tbody tr');
    await seals.nth(1).waitFor();
    expect(await seals.count()).toBe(2);
    await looksWell(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出摘要' }).click(),
    ]);
    const file = join(tmpdir(), `fuchi-e2e-${desk.url.split(':').at(-1)}.txt`);
    await download.saveAs(file);
    const verify = page.getByRole('button', { name: '核对', exact: true });
    await page.getByLabel('以前导出的摘要文件（可不选）').setInputFiles(file);
    await verify.click();
    await page.getByText('没有发现改动').waitFor();
    await page.getByText(/并与.*导出的摘要：2天的封存.*比对。/).waitFor();
    await sql`alter table event disable trigger all`.execute(desk.db);
    await sql`update event set after = '{"name": "示例三处"}' where kind = 'organisation-renamed'`.execute(
      desk.db,
    );
    await verify.click();
    await page.getByText('发现1处问题').waitFor();
    await page.getByText(/第2条（第\d+号事件）：内容被改动，与当时的摘要不符/).waitFor();
    await looksWell(page);
    const refusals = faults.length;
    await page.getByLabel('以前导出的摘要文件（可不选）').setInputFiles({
      name: '别的文件.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('不是摘要'),
    });
    await verify.click();
    await page.getByText('不是导出的操作记录摘要，或在保存、传送时损坏').waitFor();
    expect(faults.splice(refusals)).toEqual([expect.stringContaining('422')]);
    await looksWell(page);
  });
});
