import { PDFDocument } from '@cantoo/pdf-lib';
import { EXAMPLES } from '@fuchi/application/prints/content.fixture';
import { pdfOfPictures, scannedPages } from '@fuchi/application/seal/scanned.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { completeForTests } from '../../apps/server/complete-application.fixture.ts';
import { exampleDraft } from '../../apps/server/example-draft.fixture.ts';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';
import { openApplications } from './signed-in.ts';

describe.skipIf(!executablePath)('盖章扫描件', () => {
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

  /** Somebody with an application that lacks nothing. */
  async function draft() {
    const { db, clock, machine } = desk;
    const person = await testPerson(db, machine.at);
    const round = await openRoundForTests(db, clock.at);
    const who = { organisation: person.organisation.id, account: person.account };
    const which = { example: EXAMPLES.talentTraining, round };
    const application = await exampleDraft(db, who, which, clock.at);
    await completeForTests(db, { application, round, account: person.account }, clock.at);
    return { person, application };
  }

  test('扫描上传，逐页认出；认不出的由人指认；交齐', { timeout: 300_000 }, async () => {
    const { person, application } = await draft();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await openApplications(page, desk.url, person.login);
    await page.goto(`${desk.url}/applications/${application}/finish`);
    await page.getByRole('button', { name: '定稿并生成文件' }).click();
    await page.getByRole('heading', { name: '打印、签章、扫描' }).waitFor();

    const print = async (kind: string) => {
      const path = `${desk.url}/api/applications/${application}/prints/${kind}`;
      return new Uint8Array(await (await page.request.get(path)).body());
    };
    const send = (name: string, bytes: Uint8Array) =>
      page.getByLabel('上传盖章的扫描件').setInputFiles({
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.from(bytes),
      });
    const scanner = { dpi: 150, askew: 1, noise: 20 };
    const sheets = await scannedPages(await print('application'), scanner);
    await send('申报书.pdf', await pdfOfPictures(sheets, 150));
    await page.getByText(`认出：申报书第1–${sheets.length}页。`).waitFor();
    // The print itself, which nobody signed.
    const performance = await print('performance');
    await send('绩效目标（没签）.pdf', performance);
    await page.getByText('这是系统生成的打印件，还没有签字盖章').waitFor();
    await send('绩效目标.pdf', await pdfOfPictures(await scannedPages(performance, scanner), 150));
    await page.getByText('认出：绩效目标申报表第1页。').waitFor();

    const cut = await PDFDocument.load(await print('commitment'));
    for (const one of cut.getPages()) one.setCropBox(0, 150, 595, 690);
    await send('承诺书.pdf', await cut.save());
    await page.getByText('没有认出任何一页的码。').waitFor();
    await looksWell(page, 'seals-unread');
    for (let at = 1; at <= cut.getPageCount(); at += 1) {
      await page.getByRole('button', { name: `指认第${at}页` }).click();
      await page.getByText(`人工指认为信用承诺书第${at}页（${person.name}`).waitFor();
    }
    await expect.poll(() => page.getByText('已交齐').count()).toBe(3);
    await looksWell(page, 'seals-whole');

    const empty = await PDFDocument.create();
    empty.addPage();
    empty.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
    await send('加密.pdf', await empty.save());
    await page.getByText('文件有密码，请去掉密码再上传').waitFor();
    await looksWell(page, 'seals-refused');
    const remove = page.getByRole('button', { name: '撤下承诺书.pdf' });
    await remove.click();
    await page.getByRole('button', { name: '不撤' }).click();
    expect(await page.getByText('已交齐').count()).toBe(3);
    await remove.click();
    await page.getByRole('button', { name: '撤下', exact: true }).click();
    await page.getByText('还没有交').waitFor();
    await context.close();
  });
});
