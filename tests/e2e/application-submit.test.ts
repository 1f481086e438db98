import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeForTests, sealForTests } from '../../apps/server/complete-application.fixture.ts';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('定稿、盖章、提交', () => {
  let desk: Desk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-15T08:50:00Z');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  /** Somebody with a draft that lacks one paper. */
  async function draft() {
    const { db, clock, machine } = desk;
    const person = await testPerson(db, machine.at);
    const round = await openRoundForTests(db, clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const which = { example: EXAMPLES.talentTraining, round };
    const application = await exampleDraft(db, who, which, clock.at);
    await completeForTests(db, { application, round, account: person.account }, clock.at);
    await paper(application).set({ removed_at: clock.at }).execute();
    return { person, application };
  }
  const paper = (application: string) =>
    desk.db
      .updateTable('application_paper')
      .where('application_id', '=', application)
      .where('paper', '=', '培训方案和预算表');

  test('检查说出缺什么；定稿、盖章、提交得到回执；撤回以后要重新定稿；截止以后不收', {
    timeout: 600_000,
  }, async () => {
    const { person, application } = await draft();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openApplications(page, desk.url, person.login);
    const part = (address: string) =>
      page.goto(`${desk.url}/applications/${application}${address}`);

    await part('');
    await page.getByText('还有1处').waitFor();
    await looksWell(page, 'overview');
    await part('/check');
    const missing = page.getByRole('link', { name: /还没有上传材料：培训方案和预算表/ });
    await missing.waitFor();
    await looksWell(page, 'check');
    await missing.click();
    await page.getByRole('heading', { name: '材料', exact: true }).waitFor();

    await part('/finish');
    const finalise = page.getByRole('button', { name: '定稿并生成文件' });
    await page.getByText('检查没有通过，还有1处要处理。').waitFor();
    expect(await finalise.isDisabled()).toBe(true);
    await paper(application).set({ removed_at: null }).execute();
    await page.reload();
    await page.getByText('检查通过。').waitFor();
    await looksWell(page, 'finish-draft');
    await finalise.click();
    await page.getByRole('heading', { name: '一、已定稿：第1版' }).waitFor();
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText(/盖章页没有交齐，还缺：申报书第1–8页/).waitFor();
    await looksWell(page, 'finish-unsealed');
    const of = { application, account: person.account };
    await sealForTests(desk.db, { ...of, version: 1 }, desk.clock.at);
    await page.reload();

    // The answer is lost, and asked for again.
    await page.route('**/submit', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText(/没有收到服务器的答复/).waitFor();
    await page.unroute('**/submit');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('heading', { name: '申报回执' }).waitFor();
    await page.getByText('2022-talent-training-0001').first().waitFor();
    await looksWell(page, 'finish-receipt');
    const { count } = await desk.db
      .selectFrom('receipt')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('application_id', '=', application)
      .executeTakeFirstOrThrow();
    expect(count).toBe('1');

    await page.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByLabel('理由').fill('预算表要改（示例）');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /撤\s*回/ })
      .click();
    await page.getByText('检查通过。').waitFor();
    await finalise.click();
    await page.getByRole('heading', { name: '一、已定稿：第2版' }).waitFor();
    await sealForTests(desk.db, { ...of, version: 2 }, desk.clock.at);
    desk.clock.at = new Date('2022-04-15T09:00:01.500Z');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText(/没有收下：提交于.*到达，申报已于2022-04-15 17:00截止/).waitFor();
    await context.close();
  });
});
