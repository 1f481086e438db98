import { readFile } from 'node:fs/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { bookmarksOf } from '@fuchi/application/book/bookmarks.fixture';
import { GUIDE } from '@fuchi/application/prints/content.fixture';
import { pdfOfPictures, scannedPages } from '@fuchi/application/seal/scanned.fixture';
import { filledForm } from '@fuchi/documents/form/filled-form.fixture';
import { sheetRows } from '@fuchi/forms/sheet-rows';
import { entryOfFacts } from '@fuchi/policy/facts/entry-of-facts';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, openBrowser } from './browser.ts';
import { type Cut, confirmedAnnex } from './confirmed-annex.ts';
import { type Desk, startDesk } from './desk.ts';
import { type Filler, fillerOf, pdfOf, XLSX } from './fill-application.ts';
import { keptOf } from './kept-application.ts';
import { looksWell } from './looks-well.ts';
import { roundWithRegisters } from './round-with-registers.ts';
import { openApplications } from './signed-in.ts';
import {
  CORE_TECHNOLOGY,
  SERVICE_UPGRADE,
  TALENT_TRAINING,
  TECH_UPGRADE,
  type WholeExample,
} from './whole-examples.ts';

const SCANNER = { dpi: 130, askew: 0.7, noise: 12 };
const FIRMS = [TECH_UPGRADE, SERVICE_UPGRADE, CORE_TECHNOLOGY, TALENT_TRAINING];
const INTEREST = '省级金融机构利息确认表';

/** The auditor takes out of a machine's price, 276.106195, what was paid for training. */
const CUT = { 不含税金额: { 11: '270' }, 贷款支付金额: { 11: '270' } };

/**
 * In 万元, reckoned by hand. Interest that the bank confirms, without building: 70.566667 and 132.3125, less 10 of the
 * city: 192.879167, which is less than what the LPR allows, 62.455555 and 132.3125. A tenth of what the loans paid of the
 * twelve invoices, 211.3893806.
 */
const ASKED = '404.2685476';

describe.skipIf(!executablePath)('从空白草稿起，全在页面上', () => {
  let desk: Desk;
  let browser: Browser;
  let office: Awaited<ReturnType<typeof roundWithRegisters>>;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-08T02:00:00Z');
    const firms = FIRMS.map(({ firm }) => firm);
    office = await roundWithRegisters(desk, firms);
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** Begun and told, from 申报单位 to 审计报告. */
  async function told(example: WholeExample, uploaded: readonly string[] = []) {
    const { line, firm, title, unit, project, participants, audits } = example;
    const person = await office.submitterOf(firm);
    const page = await newPage();
    const fill = fillerOf(page);
    await openApplications(page, desk.url, person.login);
    const { title: called, form } = lineOf(line);
    await page.getByRole('button', { name: `申报${called}`, exact: true }).click();
    await page.getByRole('heading', { name: /^任务清单：还有\d+项$/u }).waitFor();

    await fill.part('申报单位');
    const known = page.getByRole('region', { name: '已知的单位信息' });
    await known.getByRole('button', { name: '全部带入' }).click();
    await known.waitFor({ state: 'detached' });
    await fill.asked(unit);
    expect(await fill.main.getByLabel('成立日期').inputValue()).toBe('2009-06-18');

    await fill.part('项目');
    const recommender = office.recommender.organisation;
    await fill.asked({ 项目名称: title, 项目推荐单位: recommender.id, ...project });
    if (participants.length > 0) {
      await fill.part('参与单位');
      await fill.asked(example.share);
      await fill.askedRows('参与单位', '家', participants);
    }
    await fill.part('申报事实');
    await fill.facts(entryOfFacts(example.facts).entry, uploaded);
    await fill.saved();
    await fill.part('绩效目标');
    await fill.form(form);
    if (audits.length > 0) {
      await fill.part('审计报告');
      await fill.askedRows('审计报告', '份', audits);
    }
    await fill.saved();
    return { page, fill, organisation: person.organisation.id };
  }

  test('技术改造：到回执和合订本', { timeout: 420_000 }, async () => {
    const { page, fill, organisation } = await told(TECH_UPGRADE, ['设备购置合同']);
    const { main } = fill;
    await fill.part('申报事实');
    await looksWell(page, 'tech-upgrade-facts');
    await fill.part('第三方核定');
    await confirmed(fill, INTEREST, {});
    await confirmed(fill, '设备发票清单', CUT);
    await fill.saved();
    const bank = main.getByRole('region', { name: INTEREST });
    const confirmation = await downloaded(page, bank.getByRole('link', { name: /^PDF/u }));

    await fill.part('检查');
    await main.getByText(/^还有7处要处理/u).waitFor();
    await looksWell(page, 'tech-upgrade-check');
    await fill.followFinding('还没有填写：财务管理机构和制度健全。');
    await fill.facts({ 财务机构和制度健全: '是' });
    await fill.saved();
    await fill.part('检查');
    await fill.followFinding(/^还没有上传材料：备案（核准）文件/u);
    const papers = await fill.papers(new Map([[INTEREST, confirmation]]));
    await fill.passes();

    await fill.part('定稿提交');
    await page.getByRole('button', { name: '定稿并生成文件' }).click();
    await page.getByRole('heading', { name: '打印、签章、扫描' }).waitFor();
    const prints = await sealed(page);
    await looksWell(page, 'tech-upgrade-sealed');
    desk.clock.at = new Date('2022-04-08T06:30:30Z');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByRole('heading', { name: '申报回执' }).waitFor();
    await looksWell(page, 'tech-upgrade-receipt');
    const book = await PDFDocument.load(await opened(page, '下载合订本（PDF）'));
    expect(bookmarksOf(book)).toEqual([...prints.keys(), ...papers.keys()]);
    // Cover and catalogue; before each paper a page with its title.
    expect(book.getPageCount()).toBe(2 + sum(prints) + papers.size + sum(papers));

    const { application, content, receipt, events, sound } = await keptOf(desk.db, organisation);
    const number = '2022-tech-upgrade-0001';
    const { id: recommender_id } = office.recommender.organisation;
    expect(application).toMatchObject({ state: 'submitted', number, recommender_id });
    const said = await page.locator('.receipt').innerText();
    for (const text of [number, '2022-04-08 14:30（服务器时间）', receipt.digest])
      expect(said).toContain(text);
    expect(content.assessment).toMatchObject({ verdict: 'eligible', ceiling: { amount: ASKED } });
    expect(content.title).toBe(TECH_UPGRADE.title);
    const kept = Object.entries(content.fields);
    const all = (path: RegExp) => kept.flatMap(([at, value]) => (path.test(at) ? [value] : []));
    expect(content.fields['unit/法定代表人']).toBe(TECH_UPGRADE.unit['法定代表人']);
    expect(content.fields['fact/项目备案总投资']).toBe('8600万元');
    expect(all(/^fact\/贷款\/[^/]+\/本金$/u).sort()).toEqual(['2000', '3000']);
    expect(all(/^fact\/贷款\/.+\/各期付息\/[^/]+\/付息日$/u)).toHaveLength(8);
    expect(all(/^fact\/设备发票\/[^/]+\/不含税金额$/u)).toContain('270');
    expect(all(/^fact\/设备购置合同\/[^/]+\/卖方$/u)).toContain('示例自动化有限公司');
    expect(sound).toBe(true);
    expect(events.filter((kind) => !/^draft-saved$|-added$/u.test(kind))).toEqual([
      'application-begun',
      'application-finalised',
      'application-submitted',
    ]);
  });

  test('服务化改造：推荐单位在另一台机器上登记验收和无需手续的说明，检查通过', {
    timeout: 300_000,
  }, async () => {
    const { page, fill } = await told(SERVICE_UPGRADE);
    await fill.part('推荐单位意见');
    await fill.asked({ '哪些手续无需办理，为什么': '不新增能耗，无需节能审查（示例）。' });
    for (const name of ['验收意见', '无需办理相关手续的说明'])
      await page.getByRole('button', { name: `申请${name}`, exact: true }).click();
    await expect.poll(() => page.getByText('等待推荐单位出具').count()).toBe(2);

    const clerk = await newPage();
    const [cookie = '', value = ''] = office.recommender.cookie.split('=');
    await clerk.context().addCookies([
      { name: cookie, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    await clerk.goto(`${desk.url}/statements`);
    await record(clerk, { 验收完成日期: '2022-03-30', 验收由谁组织: 'yes' }, '验收意见');
    await record(clerk, { 说明日期: '2022-03-31' }, '哪些手续无需办理，依据是什么');
    await clerk.getByText('没有等待出具的意见。').waitFor();
    await looksWell(clerk, 'service-upgrade-recorded');

    await fill.part('材料');
    await fill.papers();
    await fill.passes();
    await fill.part('推荐单位意见');
    await page.getByText('验收完成日期：2022-03-30').waitFor();
  });

  test.each([
    ['关键核心技术攻关', CORE_TECHNOLOGY],
    ['领军人才培训', TALENT_TRAINING],
  ] as const)('%s：检查通过', { timeout: 300_000 }, async (_, example) => {
    const { fill } = await told(example);
    await fill.part('材料');
    await fill.papers();
    await fill.passes();
  });

  async function downloaded(page: Page, link: Locator): Promise<Buffer> {
    const begun = page.waitForEvent('download');
    await link.click();
    return readFile(await (await begun).path());
  }

  /** A list goes to whoever confirms it, comes back and is taken into the draft. */
  async function confirmed({ main }: Filler, title: string, cut: Cut) {
    const annex = main.getByRole('region', { name: title });
    const printed = annex.getByRole('link', { name: /^Excel/u });
    const { file, rows } = confirmedAnnex(await downloaded(main.page(), printed), cut);
    await annex
      .getByRole('button', { name: `上传核定后的${title} 选择文件`, exact: true })
      .setInputFiles({ name: `${title}（核定）.xlsx`, mimeType: XLSX, buffer: file });
    await annex.getByText(`读出${rows}行的核定数`).waitFor();
    await annex.getByRole('button', { name: '把核定数写进草稿' }).click();
  }

  /** The request that waits longest is answered, with its sealed sheet. */
  async function record(clerk: Page, fields: Readonly<Record<string, string>>, opinion: string) {
    const fill = fillerOf(clerk);
    await clerk.getByRole('button', { name: '登记意见' }).first().click();
    await fill.asked({ ...fields, [opinion]: '情况属实（示例）。' });
    await clerk.locator('input[type=file]').setInputFiles({
      name: `${opinion}（盖章）.pdf`,
      mimeType: 'application/pdf',
      buffer: await pdfOf(1, opinion),
    });
    await clerk.getByText('✓ 已上传').waitFor();
    await clerk.getByRole('button', { name: '登记', exact: true }).click();
    await clerk.getByRole('button', { name: '登记', exact: true }).waitFor({ state: 'detached' });
  }

  /** What a link opens in a new tab, with the page's session. */
  async function opened(page: Page, name: string): Promise<Buffer> {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    return (await page.request.get(new URL(href ?? '', page.url()).href)).body();
  }

  /** Everything is printed, signed, scanned and handed in. @returns pages by what they are called */
  async function sealed(page: Page): Promise<ReadonlyMap<string, number>> {
    const pages = new Map<string, number>();
    const items = page.locator('.seal-prints').getByRole('listitem');
    for (const link of await items.getByRole('link').all()) {
      const title = await link.innerText();
      const sheets = await scannedPages(await opened(page, title), SCANNER);
      pages.set(title, sheets.length);
      await page
        .getByRole('button', { name: '上传盖章的扫描件 选择文件', exact: true })
        .setInputFiles({
          name: `${title}（盖章）.pdf`,
          mimeType: 'application/pdf',
          buffer: await pdfOfPictures(sheets, SCANNER.dpi),
        });
    }
    const whole = items.getByText('已交齐');
    await expect.poll(() => whole.count(), { timeout: 60_000 }).toBe(pages.size);
    return pages;
  }
});

function lineOf(id: string) {
  const line = GUIDE.lines.find((one) => one.id === id);
  const form = GUIDE.guide.forms.find((one) => one.id === line?.source.form);
  if (!line || !form) throw new Error(`no line ${id} with a form`);
  const cells = sheetRows(form, filledForm(form)).flatMap((row) => row.cells);
  return { title: line.title, form: cells };
}

const sum = (pages: ReadonlyMap<string, number>) => [...pages.values()].reduce((a, b) => a + b, 0);
