import { PDFDocument } from '@cantoo/pdf-lib';
import { smallPhoto } from '@fuchi/application/papers/small-photo.fixture';
import { applicationForTests } from '@fuchi/record-application/application.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

async function pdf(name: string, pages: number, password?: string) {
  const made = await PDFDocument.create();
  for (let i = 0; i < pages; i += 1) made.addPage([595, 842]);
  if (password !== undefined) made.encrypt({ userPassword: password, ownerPassword: 'other' });
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await made.save()) };
}

describe.skipIf(!executablePath)('材料', () => {
  let desk: Desk;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-08T02:00:00Z');
    browser = await openBrowser();
    const person = await testPerson(desk.db, desk.machine.at, 'filler');
    const round = await openRoundForTests(desk.db, desk.clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const of = { round, line: 'core-technology' };
    const application = await applicationForTests(desk.db, who, desk.clock.at, of);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    page = await context.newPage();
    await page.goto(`${desk.url}/applications/${application}/papers`);
    await page.getByText('尚未提交').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  test('一次选几个：收下的列出，不收的留在原处说明原因', { timeout: 120_000 }, async () => {
    const section = page.getByRole('region', { name: '知识产权证书' });
    const good = await pdf('专利证书.pdf', 2);
    await section
      .locator('input[type=file]')
      .setInputFiles([
        await pdf('审计(加密).pdf', 1, '123456'),
        good,
        { ...good, name: '专利证书(1).pdf' },
        { ...good, name: '证明.doc', mimeType: 'application/msword' },
        await pdf('软件著作权.pdf', 1),
      ]);
    await section.getByText('已交2件').waitFor();
    expect(await section.getByRole('link').allInnerTexts()).toEqual([
      '专利证书.pdf',
      '软件著作权.pdf',
    ]);
    const refused = section.getByRole('listitem').filter({ hasText: '✗' });
    await expect.poll(() => refused.count()).toBe(3);
    const told = await refused.allInnerTexts();
    expect(told[0]).toContain('请去掉密码再上传');
    expect(told[1]).toContain('与已交的“专利证书.pdf”是同一份文件');
    expect(told[2]).toContain('.doc');
    await looksWell(page, 'papers-refused');
    await refused.first().getByRole('button', { name: '移除' }).click();
    await expect.poll(() => refused.count()).toBe(2);
  });

  test('手机拍的“.JPG”留在选的那份材料下；传完时人在别处，页面不跳', {
    timeout: 120_000,
  }, async () => {
    const section = page.getByRole('region', { name: '知识产权证书' });
    const elsewhere = () =>
      page.evaluate(() => [document.activeElement === document.body, window.scrollY]);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      window.scrollTo(0, 0);
    });
    await section
      .locator('input[type=file]')
      .setInputFiles({ name: 'IMG_0315 (1).JPG', mimeType: 'image/jpeg', buffer: smallPhoto() });
    await section.getByRole('link', { name: /^IMG_0315/ }).waitFor();
    expect(await elsewhere()).toEqual([true, 0]);
  });

  test('资金申请报告有自己的一栏：下载提纲，写好后在这里上传', { timeout: 120_000 }, async () => {
    const [first] = await page.locator('.paper-section').all();
    expect(await first?.getAttribute('aria-label')).toBe('资金申请报告');
    const section = page.getByRole('region', { name: '资金申请报告' });
    await section.getByText('还没有交').waitFor();
    const begun = page.waitForEvent('download');
    await section.getByRole('link', { name: '下载提纲（Word）' }).click();
    expect((await begun).suggestedFilename()).toMatch(/^资金申请报告提纲.*\.docx$/);
    await section.locator('input[type=file]').setInputFiles(await pdf('资金申请报告.pdf', 12));
    await section.getByText('已交1件').waitFor();
    expect(await page.getByRole('link', { name: '资金申请报告.pdf' }).count()).toBe(1);
    await looksWell(page, 'papers-report');
  });
});
