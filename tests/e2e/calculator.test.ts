import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openBrowser, openGuide, type Portal, startPortal } from './browser.ts';

describe.skipIf(!executablePath)('测一测', () => {
  let portal: Portal;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let url: string;
  const faults: string[] = [];

  beforeAll(async () => {
    ({ portal, url } = await startPortal());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });
  const watch = (watched: Page) => {
    watched.on('pageerror', (error) => faults.push(error.message));
    watched.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  };
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    faults.length = 0;
    watch(page);
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  const open = async () => {
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
  };
  const question = (name: string | RegExp) => page.getByRole('heading', { level: 2, name });
  const next = () => page.getByRole('button', { name: '下一题' }).click();
  const group = (name: string) =>
    page.locator('.standing-group').filter({ has: page.getByRole('heading', { name }) });
  const asEnterprise = async () => {
    await question('申报单位是哪一类单位？').waitFor();
    await page.getByRole('radio', { name: /^规模以下工业企业/ }).check();
  };

  test('一打开就列出全部项目类别，并问第一题', async () => {
    await open();
    const { lines } = await openGuide();
    expect(await page.locator('.standing').count()).toBe(lines.length);
    await question('申报单位是哪一类单位？').waitFor();
    await group('不由单位申报').getByText('切块下达，不由单位申报').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('每答一题，项目类别马上重新归类，并说明由哪一条决定', async () => {
    await open();
    await asEnterprise();
    await group('不符合').getByRole('link', { name: '智能制造示范工厂项目' }).waitFor();
    await group('不符合').getByText('申报主体为规模以上工业企业').first().waitFor();
    // The question stays until the person goes on.
    await question('申报单位是哪一类单位？').waitFor();
    await next();
    await page.getByRole('checkbox', { name: /^数据产品化项目/ }).check();
    await page.getByText(/^没有选的方向（\d+类）$/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('跳过、返回、修改、清除都可以', async () => {
    await open();
    await page.getByRole('button', { name: '不清楚，先跳过' }).click();
    await question('想做的是哪些事？').waitFor();
    await page.getByRole('button', { name: '上一题' }).click();
    await asEnterprise();
    await next();
    await page.getByRole('button', { name: '修改规模以上工业企业' }).click();
    await question('是否为规模以上工业企业（已列入统计名录）？').waitFor();
    await page.getByRole('radio', { name: '是', exact: true }).check();
    await group('待定').getByRole('link', { name: '智能制造示范工厂项目' }).waitFor();
    await page.getByRole('button', { name: '清除规模以上工业企业' }).click();
    expect(await page.getByRole('radio', { name: '未知', exact: true }).isChecked()).toBe(true);
  });

  test('只用键盘也能答题', async () => {
    await open();
    await page.getByRole('radio', { name: /^规模以上工业企业/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await question('想做的是哪些事？').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText(/^没有选的方向/).waitFor();
  });

  test('到项目类别逐条核对再回来，答案还在；刷新也在', async () => {
    await open();
    await asEnterprise();
    await group('待定').getByRole('link', { name: '绿色化改造升级项目' }).click();
    await page.locator('[id="clause-3"]').getByText('符合', { exact: true }).waitFor();
    await page.goBack();
    await question('想做的是哪些事？').waitFor();
    await page.getByText('已填6项').waitFor();
    await page.reload();
    await page.getByText('已填6项').waitFor();
  });

  test('两个标签页的答案一致', async () => {
    await open();
    const other = await context.newPage();
    watch(other);
    await other.goto(url);
    await other.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
    await asEnterprise();
    await other.getByText('已填6项').waitFor();
  });

  test('链接带走全部答案，在别的浏览器里打开就是同样的结果', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await asEnterprise();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${url}/#a=`)).toBe(true);
    const elsewhere = await browser.newContext();
    const there = await elsewhere.newPage();
    watch(there);
    const sent: string[] = [];
    there.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await there.goto(link);
    await there.getByText('已填6项').waitFor();
    expect(there.url()).toBe(`${url}/`);
    expect(sent.filter((s) => s.includes(link.slice(-30)))).toEqual([]);
    await elsewhere.close();
  });

  test('链接不完整时说清楚，不影响使用', async () => {
    await page.goto(`${url}/#a=q1YqLU4t`);
    await page.getByText('链接不完整，读不出里面的答案').waitFor();
    await asEnterprise();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('自测报告写明日期、指南版本、校验码和每一项填写', async () => {
    await open();
    await asEnterprise();
    await page.getByRole('link', { name: '自测报告' }).click();
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
    const { guide } = await openGuide();
    const report = page.getByRole('article');
    const text = (await report.textContent()) ?? '';
    expect(text).toContain(guide.digest);
    expect(text).toContain(guide.version);
    expect(text).toMatch(/生成日期\d{4}-\d{2}-\d{2}/);
    expect(text).toContain('补助上限是指南允许的最高额，不是立项金额');
    await report.getByRole('row', { name: '规模以上工业企业 否' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印或存为PDF' }).isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });

  test('不由单位申报的类别说明怎么办，没有可填的栏', async () => {
    await open();
    await page.getByRole('link', { name: /免费诊断/ }).click();
    await page.getByRole('heading', { name: '本类别不由单位申报' }).waitFor();
    expect(page.url()).toBe(`${url}/lines/free-diagnosis`);
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('不存在的地址说没有，并指回测一测', async () => {
    await page.goto(`${url}/lines/no-such-line`);
    await page.getByRole('alert').getByText('没有这个地址').waitFor();
    await page.getByRole('link', { name: '回到测一测' }).click();
    await page.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
  });

  test('手机宽度不横向滚动，结果数始终看得见', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    await asEnterprise();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond).toBe(0);
    const bar = page.getByRole('link', { name: /查看$/ });
    expect(await bar.textContent()).toMatch(/符合0类，待定\d+类，不符合\d+类/);
    expect(await axeFaults(page)).toEqual([]);
  });
});
