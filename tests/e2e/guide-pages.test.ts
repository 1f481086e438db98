import { guideToJson } from '@fuchi/policy/guide-json';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { beyondEdge, openSite } from './site.ts';

/** Every kind of page, each with the heading it has. */
const PAGES: readonly (readonly [path: string, heading: RegExp])[] = [
  ['/guide', /项目指南$/],
  ['/guide/lines/tech-upgrade', /技术改造贷款贴息和设备补助项目/],
  ['/guide/lines/free-diagnosis', /免费诊断/],
  ['/guide/definitions', /^定义/],
  ['/guide/readings', /^条文理解/],
  ['/guide/training-directions', /^培训重点方向/],
  ['/guide/quotas', /^支持数量/],
  ['/guide/call', /^申报通知条件/],
  ['/guide/reference', /^参考表/],
  ['/guide/search?q=贴息', /^在指南中查找/],
  ['/guide/compare?a=smart-factory&b=five-g-integration', /^两类对照/],
  ['/guide/versions', /^版本比较/],
];

describe.skipIf(!executablePath)('指南', () => {
  const site = openSite();
  let page: Page;
  let context: BrowserContext;
  let url: string;
  beforeEach(() => {
    ({ page, context, url } = site());
  });

  const open = async (path: string, heading?: RegExp) => {
    await page.goto(`${url}${path}`);
    await page.getByRole('heading', { level: 1, ...(heading ? { name: heading } : {}) }).waitFor();
  };
  const provision = (id: string) => page.locator(`[id="${id}"]`);
  const isInSight = (id: string) =>
    page.waitForFunction((anchor) => {
      const box = document.getElementById(anchor)?.getBoundingClientRect();
      return box !== undefined && box.top >= 0 && box.top < innerHeight / 2;
    }, id);

  test.each(PAGES)('%s 读得通，无障碍检查没有问题，手机上不横向滚动', async (path, heading) => {
    await open(path, heading);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.getByRole('searchbox', { name: '在指南中查找' }).count()).toBe(1);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await beyondEdge(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('目录列出全部类别，点进去能读到每一条', async () => {
    await open('/');
    await page
      .getByRole('navigation', { name: '栏目' })
      .getByRole('link', { name: '指南' })
      .click();
    await page.getByRole('heading', { level: 1, name: /项目指南$/ }).waitFor();
    const { lines } = await openGuide();
    for (const { id } of lines) {
      expect(await page.locator(`main a[href="/guide/lines/${id}"]`).count()).toBe(1);
    }
    await page.getByRole('link', { name: '数据产品化项目', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: '支持条件' }).waitFor();
    const line = lines.find((l) => l.id === 'data-product');
    for (const { clause, says } of line?.conditions ?? []) {
      await provision(clause).getByText(says, { exact: true }).waitFor();
    }
  });

  test.each([
    ['tech-upgrade', '1(2)a'],
    ['core-technology', '(二)2a'],
    ['identifier-node', '2(1)①a'],
  ])('引用的地址 %s#%s 打开就到那一条', async (line, clause) => {
    await page.goto(`${url}/guide/lines/${line}#${clause}`);
    await provision(clause).waitFor();
    await isInSight(clause);
    await page.waitForFunction(
      (id) => document.activeElement?.id === id && document.activeElement.matches('.aimed'),
      clause,
    );
  });

  test('复制引用：指南、条款、原文、版本、校验码和地址', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/guide/lines/tech-upgrade');
    await page.getByRole('button', { name: '复制引用：一（一）1(2)a' }).click();
    await provision('1(2)a').getByText('引用已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const { guide, lines } = await openGuide();
    const says = lines[0]?.conditions.find((c) => c.clause === '1(2)a')?.says;
    for (const part of [guide.title, '一（一）1(2)a', says, guide.version, guide.digest]) {
      expect(copied).toContain(part);
    }
    const address = /http[^）]*#[^）]*\)a/.exec(copied)?.[0] ?? '';
    const there = await context.newPage();
    await there.goto(address);
    await there.locator('[id="1(2)a"].aimed').waitFor();
    expect(await there.getByRole('alert').count()).toBe(0);
    await there.close();
  });

  test('引用出自另一版指南时说明，仍然到那一条', async () => {
    await page.goto(`${url}/guide/lines/tech-upgrade?cited=0.9.0-0123456789ab#1(2)a`);
    const { guide } = await openGuide();
    const notice = page.getByRole('alert');
    await notice.getByText(/0\.9\.0 版（校验码 0123456789ab）/).waitFor();
    await notice.getByText(`本站现在是 ${guide.version} 版`).waitFor();
    await isInSight('1(2)a');
    expect(await axeFaults(page)).toEqual([]);
    await notice.getByRole('link', { name: '版本比较' }).click();
    await page.getByRole('heading', { level: 1, name: /^版本比较/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test.each(['/guide/lines/tech-upgrade', '/guide/definitions', '/guide/reference'])(
    '%s 没有的条款说没有，可以去查找；有的不说',
    async (path) => {
      await page.goto(`${url}${path}#9(9)z`);
      await page.getByRole('alert').getByText('没有“9(9)z”这一条').waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('alert').getByRole('link').click();
      await page.waitForURL(/\/guide\/search\?q=9%289%29z$/);
      await page.goBack();
      await page.getByRole('alert').getByText('没有“9(9)z”这一条').waitFor();
      await page.goto(`${url}${path}#%E0%A4%A`);
      await page.getByRole('alert').getByText('没有“%E0%A4%A”这一条').waitFor();
    },
  );

  test('浏览器不让复制时，引用显示出来', async () => {
    await context.clearPermissions();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await open('/guide/lines/tech-upgrade');
    await page.getByRole('button', { name: '复制引用：一（一）1(2)a' }).click();
    const { guide } = await openGuide();
    await provision('1(2)a').getByText(guide.digest).waitFor();
  });

  test('每一条都能到测一测里的同一条去核对', async () => {
    await open('/guide/lines/tech-upgrade');
    await page.getByRole('link', { name: '在测一测里核对：条款1(2)b' }).click();
    await page.getByRole('region', { name: '评估结果' }).waitFor();
    await isInSight('clause-1(2)b');
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: '支持条件' }).waitFor();
  });

  test('不由单位申报的类别说明为什么，没有去核对的链接', async () => {
    await open('/guide/lines/free-diagnosis');
    await page.getByRole('note').getByText('资金切块下达到设区市').waitFor();
    expect(await page.getByRole('link', { name: /核对/ }).count()).toBe(0);
  });

  test('查找：回车就查，词标出来，点到那一条，后退回到结果', async () => {
    await open('/guide');
    const box = page.getByRole('searchbox', { name: '在指南中查找' });
    await box.fill('固定资产贷款总额不低于');
    await box.press('Enter');
    await page.getByText(/找到\d+处/).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('固定资产贷款总额不低于');
    expect(await page.locator('mark').first().textContent()).toBe('固定资产贷款总额不低于');
    await page.getByRole('link', { name: /^一（一）1\(2\)b/ }).click();
    await isInSight('1(2)b');
    await page.goBack();
    await page.getByText(/找到\d+处/).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('固定资产贷款总额不低于');
  });

  test('数、百分比、条款号、年份在地址里原样保留，刷新还在', async () => {
    for (const words of ['3000万元', '10%', '1(2)a', '2021']) {
      await page.goto(`${url}/guide/search?q=${encodeURIComponent(words)}`);
      await page.getByText(`“${words}”找到`).waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe(words);
      expect((await page.locator('mark').allTextContents()).join('')).toContain(words);
    }
    await page.reload();
    await page.getByText('“2021”找到').waitFor();
  });

  test('没有写要找的词、找不到，都说清楚', async () => {
    await open('/guide/search');
    await page.getByRole('status').getByText('输入要找的词').waitFor();
    await page.getByRole('button', { name: '专项审计报告' }).click();
    await page.getByText(/“专项审计报告”找到\d+处/).waitFor();
    await page.goto(`${url}/guide/search?q=火星移民`);
    await page.getByText('没有找到“火星移民”').waitFor();
  });

  test('两类对照：选两类，地址记住，对调，后退', async () => {
    await open('/guide/compare');
    await page.getByText('请选择甲、乙两个类别。').waitFor();
    await page.getByRole('combobox', { name: '甲' }).selectOption('smart-factory');
    await page.getByText('请再选择乙。').waitFor();
    await page.getByRole('combobox', { name: '乙' }).selectOption('data-product');
    await page.getByRole('region', { name: '两类都问的条件' }).waitFor();
    const row = page.getByRole('region', { name: '项目总投入', exact: true });
    await row.getByText('项目总投入不低于3000万元。').waitFor();
    await row.getByText('项目总投入不低于1000万元。').waitFor();
    await page.getByRole('button', { name: '甲乙对调' }).click();
    await page.waitForURL(/a=data-product&b=smart-factory/);
    await page.goBack();
    await page.waitForURL(/a=smart-factory&b=data-product/);
    await page.getByRole('combobox', { name: '乙' }).selectOption('smart-factory');
    await page.getByText('甲、乙是同一类，请换一个。').waitFor();
    await page.goto(`${url}/guide/compare?a=no-such-line&b=smart-factory`);
    await page.getByText('请再选择甲。').waitFor();
    expect(await page.getByRole('combobox', { name: '甲' }).inputValue()).toBe('');
  });

  test('版本比较：选一份改过的指南，逐条列出从多少到多少，什么都不上传', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await open('/guide/versions');
    await page.getByText('没有更早的版本可以直接比较').waitFor();
    const later = guideToJson(await openGuide())
      .replaceAll('1000万元', '1200万元')
      .replace('"version":"1.0.0"', '"version":"1.1.0"');
    const choose = (text: string) =>
      page
        .getByLabel('选择另一版的指南数据文件')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose(later);
    const line = page.getByRole('region', { name: /数据产品化项目/ });
    await line.getByText('1000万元 → 1200万元').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await beyondEdge(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '新旧对调' }).click();
    await line.getByText('1200万元 → 1000万元').waitFor();
    await choose('{"guide":');
    await page.getByText('这个文件不是JSON').waitFor();
    expect(await line.count()).toBe(0);
    expect(sent).toEqual([]);
  });

  test('条文理解可以只看一类的，从条件能点到它', async () => {
    await open('/guide/lines/merger');
    await provision('1(1)a').getByRole('link', { name: /^A14/ }).first().click();
    await page.getByRole('heading', { level: 1, name: '条文理解' }).waitFor();
    await page.locator('.aimed').waitFor();
    await page.getByRole('combobox', { name: '只看某一类所依据的' }).selectOption('merger');
    await page.getByText(/^\d+条中的\d+条$/).waitFor();
    expect(new URL(page.url()).searchParams.get('line')).toBe('merger');
  });

  test('只用键盘也能查找、打开、回来', async () => {
    await open('/guide');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('昆山');
    await page.keyboard.press('Enter');
    await page.getByText(/“昆山”找到/).waitFor();
    const first = page.locator('main ol a').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '参考表' }).waitFor();
  });

  test('指南里没有的类别说没有', async () => {
    await page.goto(`${url}/guide/lines/no-such-line`);
    await page.getByRole('alert').getByText('没有编号为“no-such-line”的项目类别').waitFor();
    await page.getByRole('link', { name: '看全部项目类别' }).click();
    await page.getByRole('heading', { level: 1, name: /项目指南$/ }).waitFor();
    await page.goto(`${url}/guide/no-such-page`);
    await page.getByRole('alert').getByText('没有这个地址').waitFor();
  });

  test('首页不带指南各页的程序，打开指南时才取', async () => {
    const scripts: string[] = [];
    page.on('response', (answer) => {
      if (answer.url().endsWith('.js')) scripts.push(new URL(answer.url()).pathname);
    });
    await open('/');
    expect(scripts.filter((s) => s.includes('guide-pages'))).toEqual([]);
    await page.getByRole('link', { name: '指南', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /项目指南$/ }).waitFor();
    expect(scripts.filter((s) => s.includes('guide-pages'))).toHaveLength(1);
  });
});
