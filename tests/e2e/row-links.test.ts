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
});
