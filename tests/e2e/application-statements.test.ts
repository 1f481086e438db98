import { applicationForTests } from '@fuchi/record-application/application.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

describe.skipIf(!executablePath)('推荐单位意见', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-08T02:00:00Z');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function signedIn(cookie: string, to: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    const page = await context.newPage();
    await page.goto(`${desk.url}${to}`);
    return page;
  }

  test('申请、登记、事实随之成立', { timeout: 180_000 }, async () => {
    const { db } = desk;
    const person = await testPerson(db, desk.machine.at, 'filler');
    const handler = await testPerson(db, desk.machine.at, 'recommender-handler', {
      territory: '320581',
      level: 'county',
      department: '工信',
    });
    const round = await openRoundForTests(db, desk.clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const which = { round, line: 'smart-factory' };
    const application = await applicationForTests(db, who, desk.clock.at, which);
    await db
      .updateTable('application')
      .set({ title: '示例智能工厂改造', recommender_id: handler.organisation.id })
      .where('id', '=', application)
      .execute();

    const own = `/applications/${application}/statements`;
    const applicant = await signedIn(person.cookie, own);
    await applicant.getByText('还没有申请').first().waitFor();
    const acceptance = applicant.getByRole('region', { name: '验收意见' });
    await acceptance.getByLabel('写给推荐单位的说明').fill('3月底已完成建设');
    await applicant.getByRole('button', { name: '申请验收意见', exact: true }).click();
    await applicant.getByText('等待推荐单位出具').waitFor();
    await applicant.getByRole('button', { name: '申请无需办理相关手续的说明' }).click();
    await applicant.getByText('请写明哪些手续无需办理，为什么').waitFor();
    await looksWell(applicant, 'asked');
    await applicant.goto(`${desk.url}/applications/${application}/facts`);
    await applicant.getByText('本单位不填。请在推荐单位意见里申请').first().waitFor();
    expect(await applicant.getByLabel('推荐单位已出具验收意见').count()).toBe(0);
    await looksWell(applicant, 'facts');
    const asked = applicant.getByText('本单位不填。请在').first();
    await asked.getByRole('link', { name: '推荐单位意见' }).click();
    await applicant.waitForURL(`${desk.url}${own}`);
    await applicant.goto(`${desk.url}/applications/${application}/papers`);
    const paper = applicant.getByRole('region', { name: '验收意见' });
    await paper.getByText('出具后自动列入材料').waitFor();

    const recommender = await signedIn(handler.cookie, '/statements');
    await recommender.getByText('申请说明：3月底已完成建设').waitFor();
    await recommender.getByText('申报内容和材料').click();
    await recommender.getByText('申报单位还没有交材料。').waitFor();
    await looksWell(recommender, 'waiting');
    await recommender.getByRole('button', { name: '登记意见' }).click();
    await recommender.getByRole('button', { name: '登记', exact: true }).click();
    await recommender.getByText('请填写日期').waitFor();
    await recommender.getByText('请写明意见').waitFor();
    await recommender.getByLabel('验收完成日期').fill('2022-03-30');
    await recommender.getByLabel('验收由谁组织').selectOption('yes');
    await recommender.getByLabel('验收意见', { exact: true }).fill('同意通过验收。');
    await recommender
      .locator('input[type=file]')
      .setInputFiles({ name: '验收意见.pdf', mimeType: 'application/pdf', buffer: PDF });
    await recommender.getByText('✓ 已上传').waitFor();
    await looksWell(recommender, 'record');
    await recommender.getByRole('button', { name: '登记', exact: true }).click();
    await recommender.getByText('没有等待出具的意见。').waitFor();
    await looksWell(recommender, 'given');
    await recommender.getByRole('button', { name: '收回，重新登记' }).click();
    await recommender.getByLabel('理由').fill('日期登记错了');
    await looksWell(recommender, 'taking-back');
    await recommender.getByRole('button', { name: '取消' }).click();

    await applicant.goto(`${desk.url}${own}`);
    await applicant.getByText('验收完成日期：2022-03-30').waitFor();
    await looksWell(applicant, 'own-given');
    await applicant.goto(`${desk.url}/applications/${application}/facts`);
    await applicant.getByText('验收意见（2022-03-30）').first().waitFor();
    await applicant.goto(`${desk.url}/applications/${application}/papers`);
    await paper.getByText('已出具，盖章扫描件已列入材料').waitFor();
    await looksWell(applicant, 'paper-given');
    await applicant.context().close();
    await recommender.context().close();
  });
});
