import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath } from './browser.ts';
import { looksWell } from './looks-well.ts';
import { openSite } from './site.ts';

describe.skipIf(!executablePath)('明细之间的对应', () => {
  const site = openSite();
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ page, url } = site());
  });

  const list = (name: string) => page.getByRole('group', { name, exact: true });
  const option = (name: string) =>
    page.locator('.ant-select-item-option-content', { hasText: new RegExp(`^${name}$`, 'u') });

  test('另一张明细里的号码随打随列，只用键盘就能选；前面写了几个的接着写', async () => {
    await page.goto(`${url}/lines/smart-factory`);
    await page.getByText(/^只用于核对数据/u).click();
    const invoices = list('项目投入发票');
    for (const [i, number] of ['22320000000000000011', '22320000000000000022'].entries()) {
      await invoices.getByRole('button', { name: '添加一张' }).click();
      await invoices
        .getByRole('textbox', { name: `第${i + 1}张 发票号码`, exact: true })
        .fill(number);
    }
    await list('项目购置的设备').getByRole('button', { name: '添加一台' }).click();
    const cell = list('项目购置的设备').getByRole('combobox', {
      name: '第1台 发票号码',
      exact: true,
    });
    await cell.focus();
    await page.keyboard.type('22');
    await option('22320000000000000011').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell.inputValue()).toMatch(/^223200000000000000(11|22)$/u);
    await page.keyboard.type('、');
    await expect.poll(() => page.locator('.ant-select-item-option-content').count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => cell.inputValue()).toMatch(/^\d{20}、\d{20}$/u);
    await cell.fill('另外的号码');
    await expect.poll(() => cell.inputValue()).toBe('另外的号码');
    await looksWell(page, 'row-links');
  });

  test('用键盘移到表边上的单元格，焦点框不被裁掉', async () => {
    await page.goto(`${url}/lines/smart-factory`);
    await page.getByText(/^只用于核对数据/u).click();
    const invoices = list('项目投入发票');
    await invoices.getByRole('button', { name: '添加一张' }).click();
    const cells = invoices.locator('tbody input');
    const count = await cells.count();
    expect(count).toBeGreaterThan(5);
    await cells.first().focus();
    const order = [...Array(count).keys()];
    for (const step of [
      ...order.slice(1).map(() => 'Tab'),
      ...order.slice(1).map(() => 'Shift+Tab'),
    ]) {
      await page.keyboard.press(step);
      const room = await page.evaluate(() => {
        const cell = document.activeElement?.closest('input')?.getBoundingClientRect();
        const box = document.activeElement?.closest('.row-scroll')?.getBoundingClientRect();
        return cell && box ? Math.min(cell.left - box.left, box.right - cell.right) : 99;
      });
      expect(room).toBeGreaterThanOrEqual(4);
    }
  });

  test('窄屏上结果条的结论不断行', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`${url}/lines/tech-upgrade`);
    const bar = page.locator('a.summary-bar');
    await bar.waitFor();
    const lines = await bar
      .locator('.verdict-mark')
      .evaluate(
        (mark) =>
          mark.getBoundingClientRect().height /
          Number.parseFloat(getComputedStyle(mark).lineHeight),
      );
    expect(lines).toBeLessThan(1.5);
  });
});
