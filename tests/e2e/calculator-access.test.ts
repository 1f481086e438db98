import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath } from './browser.ts';
import { beyondEdge, openSite } from './site.ts';

/** What an invented firm (示例) has answered before: enough that every kind of page has something to show. */
const TOLD = {
  facts: {
    规模以上工业企业: '是',
    工业企业: '是',
    申报单位为企业: '是',
    机构类型: '企业',
    先导区申报主体类型: '其他',
    展会活动申报主体: '其他单位',
    项目实施地: '昆山市',
    固定资产贷款总额: '1999.99',
    已入企业库: '是',
    项目总投入: '1800',
    入选应用示范项目名单年度: '2021',
    市级已贴息: '是的',
    贷款: { rows: [{ key: '1', cells: { 本金: '1500' } }], complete: false },
  },
  round: {},
  wanted: [],
  skipped: ['screening 1', 'gates'],
};

/** Every kind of page of the calculator, with the heading it has. */
const PAGES: readonly (readonly [path: string, heading: RegExp])[] = [
  ['/', /^测一测/],
  ['/lines/tech-upgrade', /技术改造贷款贴息和设备补助项目/],
  ['/lines/merger', /企业重大兼并重组项目/],
  ['/lines/new-energy-vehicle', /新能源汽车/],
  ['/report', /^政策匹配自测报告$/],
];
const WIDTHS: readonly (readonly [width: number, height: number])[] = [
  [1280, 900],
  [360, 740],
];

/** More stops than any page has before its foot. */
const MOST_STOPS = 200;

describe.skipIf(!executablePath)('测一测人人可用', () => {
  const site = openSite();
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ page, url } = site());
  });

  const open = async (path: string, heading: RegExp) => {
    await page.goto(url + path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  const question = (name: string | RegExp) => page.getByRole('heading', { level: 2, name });
  const remember = () =>
    page.addInitScript(
      (kept) => localStorage.setItem('fuchi/jiangsu-2022/answers', kept),
      JSON.stringify(TOLD),
    );
  const isFocused = (target: Locator) =>
    target.evaluateAll((found) => found.some((e) => e === document.activeElement));
  /** Tab by Tab, as a person without a mouse goes there. */
  const tabTo = async (target: Locator, key = 'Tab') => {
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isFocused(target)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not lead to ${target}`);
  };

  describe.each(WIDTHS)('宽 %i', (width, height) => {
    beforeEach(() => page.setViewportSize({ width, height }));

    test.each(PAGES)('%s 无障碍检查没有问题，不横向滚动', async (path, heading) => {
      await remember();
      await open(path, heading);
      for (const summary of await page.locator('main summary').all()) {
        if (await summary.isVisible()) await summary.click();
      }
      expect(await axeFaults(page)).toEqual([]);
      expect(await beyondEdge(page)).toBe(0);
    });

    test('逐行填写的题也一样', async () => {
      await remember();
      await open('/', /^测一测/);
      await page.getByRole('button', { name: '修改固定资产贷款总额' }).click();
      await page.getByRole('button', { name: '逐笔填写项目固定资产贷款' }).click();
      await question('请逐项填写：项目固定资产贷款').waitFor();
      await page.getByRole('textbox', { name: '第1笔 本金' }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      expect(await beyondEdge(page)).toBe(0);
    });
  });

  test('只用键盘：从打开到结论、逐条核对、试数和报告', async () => {
    await open('/', /^测一测/);
    await tabTo(page.getByRole('radio', { name: /^规模以上工业企业/ }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await question('想做的是哪些事？').waitFor();
    await tabTo(page.getByRole('checkbox', { name: /^数据产品化项目/ }));
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await question('想做的是哪些事？').waitFor({ state: 'detached' });
    await question(/^项目总投入/).waitFor();
    // The cursor is on the new question, so the answer is the next stop.
    await page.keyboard.press('Tab');
    expect(await isFocused(page.getByRole('textbox'))).toBe(true);
    await page.keyboard.type('1800');
    await page.locator('#standings').getByText('360').first().waitFor();
    await tabTo(page.getByText(/^定义.*说明$/));
    await page.keyboard.press('Enter');
    await page.getByText('不包括').first().waitFor();
    await tabTo(page.getByRole('button', { name: '不清楚，先跳过' }));
    await page.keyboard.press('Enter');
    await question(/^项目总投入/).waitFor({ state: 'detached' });
    await tabTo(page.getByRole('button', { name: '修改项目总投入' }));
    await page.keyboard.press('Enter');
    await question(/^项目总投入/).waitFor();
    await tabTo(page.getByRole('button', { name: '清除项目总投入' }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '清除项目总投入' }).waitFor({ state: 'detached' });
    await tabTo(page.locator('#standings').getByRole('link', { name: '数据产品化项目' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /数据产品化项目/ }).waitFor();
    await tabTo(page.getByRole('combobox', { name: '要试的数' }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const slider = page.getByRole('slider');
    await tabTo(slider);
    const before = await slider.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    await page.goBack();
    await tabTo(page.getByRole('link', { name: '自测报告' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
  });

  test('每个可操作的地方都有名称', async () => {
    await remember();
    for (const [path, heading] of PAGES) {
      await open(path, heading);
      const tree = await page.locator('body').ariaSnapshot();
      const unnamed = tree
        .split('\n')
        .filter((line) =>
          /^\s*- (button|link|textbox|checkbox|radio|combobox|slider|switch)\s*(:|\[|$)/.test(line),
        );
      expect(unnamed).toEqual([]);
    }
  });

  test('默认浅底深字，系统用深色时也一样', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('/', /^测一测/);
    const [ground, text] = await page.locator('.theme-frame').evaluate((frame) => {
      const { backgroundColor, color } = getComputedStyle(frame);
      return [backgroundColor, color].map((c) =>
        (c.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, n) => sum + Number(n), 0),
      );
    });
    expect(ground).toBeGreaterThan(3 * 230);
    expect(text).toBeLessThan(3 * 60);
  });

  test('减少动画的设置得到尊重', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open('/', /^测一测/);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((e) => {
          const { transitionDuration, animationDuration, animationName } = getComputedStyle(e);
          const longest = Math.max(
            ...transitionDuration.split(',').map(Number.parseFloat),
            animationName === 'none' ? 0 : Number.parseFloat(animationDuration),
          );
          return longest > 0.01;
        }).length,
    );
    expect(moving).toBe(0);
  });
});
